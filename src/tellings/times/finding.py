"""Time expressions of an article, each with the token that governs it and that token's tense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence, Token
from tellings.model.times import Tense, TimeExpression, TimeKind
from tellings.text.tree import ancestors, children, governor
from tellings.times.tagger import Tag, tags
from tellings.times.words import any_of, words

#: A preposition before an expression that bounds the time it governs.
BOUND = re.compile(rf"\b({any_of('bound')})\s+(?:the\s+)?$", re.IGNORECASE)
#: Months that are also other words: without a day or year they need a word before them that asks for a time.
ASKS_FOR_TIME = re.compile(
    r"\b(?:in|of|by|since|until|till|from|to|through|during|before|after|between|and|for)\s+$", re.IGNORECASE
)
#: Before "in five years" these words make it a length gone by.
FIRST_IN = re.compile(r"\b(?:first|only|time|\w{3,}est|most|more|once|twice)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
#: Relations that lead from the main act to something told beside it.
SIDE = frozenset({"relcl", "acl", "advcl", "pobj", "pcomp", "poss", "appos"})
DOUBTFUL = frozenset({"may", "march", "august", "mar", "april", "june"})


def find(article: Article, parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Find the time expressions of an article, in order.

    Durations and repeated times are none; nor are months that the parse takes for verbs or names.
    """
    found = [read for sentence in parsed.sentences for read in _in_sentence(sentence)]
    return tuple(replace(read, index=i) for i, read in enumerate(found))


def _in_sentence(sentence: Sentence) -> Iterator[TimeExpression]:
    for tag, tokens in tagged(sentence):
        if tag.kind == "duration" or tag.kind == "set":
            continue
        head = _bounded_head(tag, sentence) if tag.kind == "bounded" else governor(sentence, tokens)
        yield expression(tag, tag.kind, sentence, head)


def tagged(sentence: Sentence) -> Iterator[tuple[Tag, list[Token]]]:
    """The tags of a sentence that the parse bears out, each with its tokens."""
    for tag in tags(sentence.text):
        tokens = [t for t in sentence.tokens if t.start < tag.end and tag.start < t.end]
        if tokens and is_time(tag, tokens, sentence.text[: tag.start]):
            yield tag, tokens


def is_time(tag: Tag, tokens: list[Token], before: str) -> bool:
    """Whether the words are a time here: not a verb, a first name or a bare count."""
    if tag.rule == "in some time" and FIRST_IN.search(before):
        return False
    if tag.rule == "month" and tag.amount is None and tag.modifier is None:
        asked = tag.text.lower() not in DOUBTFUL or bool(ASKS_FOR_TIME.search(before))
        return asked and tokens[0].tag == "NNP" and tokens[0].ent != "PERSON"
    return True


def expression(tag: Tag, kind: TimeKind, sentence: Sentence, head: int) -> TimeExpression:
    """The expression that a tag stands for, governed by token `head`."""
    bound = BOUND.search(sentence.text[: tag.start])
    modifier = tag.modifier or (words("bound")[bound[1].lower()] if bound else None)
    return TimeExpression(
        index=0,
        sentence=sentence.index,
        head=head,
        start=sentence.start + tag.start,
        end=sentence.start + tag.end,
        text=tag.text,
        kind=kind,
        year=tag.year,
        month=tag.month,
        day=tag.day,
        weekday=tag.weekday,
        unit=tag.unit,
        amount=tag.amount,
        modifier=None if modifier == "from" else modifier,
        tense=tense_of(sentence, head),
        aside=is_aside(sentence, head),
    )


def is_aside(sentence: Sentence, head: int) -> bool:
    """Whether what a time governed by `head` dates stands beside the main act: a noun's time, or a side clause's.

    The subject's time is the main act's ("a statement on Sunday said"), and so is that of what is said.
    """
    chain = [sentence.tokens[head], *ancestors(sentence, head)]
    return any(t.dep in SIDE for t in chain) and chain[0].dep not in {"nsubj", "nsubjpass"}


def _bounded_head(tag: Tag, sentence: Sentence) -> int:
    """What the time is counted from: the object of the closing "after", "before" or "since", or its clause's verb."""
    last = next(t for t in reversed(sentence.tokens) if t.start < tag.end)
    inner = children(sentence, last.i, "pobj", "pcomp")
    if inner:
        return inner[0].i
    return last.head if last.dep == "mark" else governor(sentence, [last])


def tense_of(sentence: Sentence, i: int) -> Tense | None:
    """The tense of token `i`, or of the nearest verb above it, None where it shows none."""
    chain = [sentence.tokens[i], *ancestors(sentence, i)]
    verb = next((t for t in chain if t.pos in {"VERB", "AUX"}), None)
    return _verb_tense(sentence, verb) if verb else None


def _verb_tense(sentence: Sentence, verb: Token) -> Tense | None:
    """The tense that a verb shows by itself, by its auxiliaries or by the verb that it completes."""
    helpers = children(sentence, verb.i, "aux", "auxpass")
    spoken = {t.text.lower() for t in helpers}
    done = any(t.lemma == "have" for t in helpers)
    if verb.text.lower() in words("future_word") or (spoken & words("modal").keys() and not done):
        return "future"
    if "to" in spoken:
        return _infinitive_tense(sentence, verb)
    helped = done or any(t.tag == "VBD" for t in helpers)
    return "past" if verb.tag == "VBD" or (verb.tag == "VBN" and helped) else None


def _infinitive_tense(sentence: Sentence, verb: Token) -> Tense | None:
    """An infinitive lies ahead where it stands alone or completes a word of intent, else with the verb above it."""
    above = sentence.tokens[verb.head]
    if above.i == verb.i or above.lemma.lower() in words("intent"):
        return "future"
    return _verb_tense(sentence, above) if above.pos in {"VERB", "AUX"} else None
