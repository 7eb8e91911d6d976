"""Trees that the parser is known to get wrong in news, set right where grammar leaves no doubt.

Of the sentences of the project's own pages 1 in 170 is a name with an apposition or a relative clause and then its
verb, which the parser hangs on the nearest noun as a participle ("Peru's premier, Luis Ochoa, called for talks").
"""

from __future__ import annotations

from dataclasses import replace

from tellings.model.text import Sentence, Token
from tellings.text.tree import children, subtree

NOMINAL = frozenset({"NOUN", "PROPN"})
TENSED = frozenset({"VBD", "VBN"})
YEAR_DIGITS = 4


def mended(sentence: Sentence) -> Sentence:
    """The sentence with its tree as it must be; the tokens themselves stay."""
    for mend in (_main_verb, _year_before_subject):
        sentence = mend(sentence)
    return sentence


def _main_verb(sentence: Sentence) -> Sentence:
    """A name without a verb, with more said of it between commas, and a past tense after the second comma."""
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or root.pos not in NOMINAL or not children(sentence, root.i, "appos", "relcl"):
        return sentence
    verb = next((t for t in sentence.tokens if t.i > root.i and _opens_predicate(sentence, t)), None)
    if verb is None or children(sentence, root.i, "cop", "nsubj", "nsubjpass"):
        return sentence
    return replace(sentence, tokens=tuple(_rehung(t, root, verb) for t in sentence.tokens))


def _opens_predicate(sentence: Sentence, token: Token) -> bool:
    """Whether a participle right after a comma is no passive: nothing says by whom."""
    if token.dep != "acl" or token.tag not in TENSED or sentence.tokens[token.i - 1].text != ",":
        return False
    return not children(sentence, token.i, "nsubj", "nsubjpass", "agent", "aux", "auxpass")


def _rehung(token: Token, root: Token, verb: Token) -> Token:
    if token.i == verb.i:
        return replace(token, dep="ROOT", head=verb.i, tag="VBD")
    if token.i == root.i:
        return replace(token, dep="nsubj", head=verb.i)
    if token.head == verb.i and token.dep == "npadvmod" and token.pos in NOMINAL and token.ent not in {"DATE", "TIME"}:
        return replace(token, dep="dobj")
    return token


def _year_before_subject(sentence: Sentence) -> Sentence:
    """ "In 2014 Peru, Chile and Fiji withdrew": the parser takes the year for part of the first name."""
    if len(sentence.tokens) < YEAR_DIGITS or sentence.tokens[0].lemma.lower() != "in":
        return sentence
    year, opening = sentence.tokens[1], sentence.tokens[0]
    name = sentence.tokens[year.head]
    subject = next((t for t in children(sentence, opening.head, "nsubj") if t.i > name.i), None)
    if not (
        year.text.isdigit() and len(year.text) == YEAR_DIGITS and name.dep == "pobj" and name.head == 0 and subject
    ):
        return sentence
    between = sentence.tokens[max(subtree(sentence, name.i)) + 1 : min(subtree(sentence, subject.i))]
    if name.pos != "PROPN" or [t.text for t in between] != [","] or not children(sentence, subject.i, "conj"):
        return sentence
    tokens = list(sentence.tokens)
    tokens[year.i] = replace(year, dep="pobj", head=0)
    tokens[name.i] = replace(name, dep="conj", head=subject.i)
    return replace(sentence, tokens=tuple(tokens))
