"""Walking a sentence's tree: small questions about heads and children that stages share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.model.spans import Span
from tellings.model.text import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})


def root(sentence: Sentence) -> Token:
    """The first token that hangs from none."""
    return next(t for t in sentence.tokens if t.head == t.i)


def children(sentence: Sentence, i: int, *deps: str) -> list[Token]:
    """The tokens that hang from token `i`, those with one of `deps` where any are named.

    Asked 6,000 times a page. A loop, since a comprehension takes twice as long for so few.
    """
    found: list[Token] = []
    for token in sentence.below[i]:
        if not deps or token.dep in deps:
            found.append(token)  # noqa: PERF401
    return found


def subtree(sentence: Sentence, i: int) -> list[int]:
    """The indices of token `i` and of all that hangs from it, in order."""
    inside = [i]
    for at in inside:
        inside += (token.i for token in sentence.below[at] if token.i != i)
    return sorted(inside)


def top(sentence: Sentence, span: Span) -> Token:
    """The token of a span of the article that hangs from outside it; of part of a word ("under-60s"), the word."""
    start, end = span.start - sentence.start, span.end - sentence.start
    inside = [t for t in sentence.tokens if t.start < end and start < t.end]
    indices = {t.i for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.i), inside[0])


def ancestors(sentence: Sentence, i: int) -> Iterator[Token]:
    """The heads of token `i`, nearest first, up to the root."""
    token = sentence.tokens[i]
    while token.head != token.i:
        token = sentence.tokens[token.head]
        yield token


def conjuncts(sentence: Sentence, i: int) -> list[Token]:
    """The tokens coordinated with token `i` ("Putin and Shoigu"), itself among them, in order."""
    first = sentence.tokens[i]
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
    found, open_ = {first.i}, [first.i]
    while open_:
        joined = children(sentence, open_.pop(), "conj")
        open_ += [t.i for t in joined]
        found |= {t.i for t in joined}
    return [sentence.tokens[j] for j in sorted(found)]


def subjects(sentence: Sentence, i: int) -> list[Token]:
    """The subjects of verb `i`: its own, or those of the verb that it is coordinated with or complements."""
    own = children(sentence, i, *SUBJECTS)
    verb = sentence.tokens[i]
    while not own and verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
        own = children(sentence, verb.i, *SUBJECTS)
    return own


def is_negated(sentence: Sentence, i: int) -> bool:
    """Whether a negating word hangs from token `i`."""
    hung = children(sentence, i, "neg", "det", "cc", "preconj", "advmod")
    return any(t.dep == "neg" or t.lemma.lower() in NEGATIONS for t in hung)


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether verb `i` stands in the passive, its auxiliary before a verb that it is coordinated with or its own."""
    if children(sentence, i, "nsubjpass", "auxpass"):
        return True
    token = sentence.tokens[i]
    joined = token.dep == "conj" and token.tag == "VBN" and token.head < i
    return joined and not children(sentence, i, "aux", *SUBJECTS) and is_passive(sentence, token.head)


def governor(sentence: Sentence, tokens: Sequence[Token]) -> int:
    """The verb or noun that governs a phrase's tokens: up through prepositions.

    Where the phrase is joined to another by "and" or "or", the first of them decides.
    """
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.head not in inside or t.head == t.i), tokens[0])
    while root.dep == "conj" and root.head != root.i:
        root = sentence.tokens[root.head]
    token = sentence.tokens[root.head]
    while token.pos in {"ADP", "SCONJ"} and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.i
