"""The steps from an act up to the words that stand over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.events.clauses import is_finite_clause, is_verb, objects, sibling
from tellings.events.lexicon import effect
from tellings.model.text import Sentence, Token
from tellings.text.tree import children

#: Prepositions that join an act to the word that governs it, rather than give its setting.
JOINS = frozenset({"for", "to", "of", "on", "from", "against", "about", "into", "with", "in"})
#: The part of what is done for another deed ("helped it by sending arms"): real only where that is.
MEANS = "state"
SETTING = frozenset({"in", "on", "with", "from"})
#: Verbs that take an act behind a preposition which otherwise gives a setting.
ENTERED = frozenset(
    {("engage", "in"), ("participate", "in"), ("take", "in"), ("agree", "on"), ("insist", "on"), ("press", "on")}
    | {("refrain", "from"), ("abstain", "from"), ("desist", "from"), ("join", "in"), ("interest", "in")}
    | {("decision", "on"), ("agreement", "on"), ("deal", "on"), ("interested", "in"), ("proceed", "with")}
)


@dataclass(frozen=True, slots=True)
class Link:
    """A step upwards: to a word, with the part that what lies below plays for it."""

    token: Token
    complement: str


def links(sentence: Sentence, i: int) -> Iterator[Link]:
    """The steps from token `i` upwards, as far as grammar makes what lies below a complement."""
    token = sentence.tokens[i]
    for _ in range(10):
        if token.dep == "conj":
            first = sibling(sentence, token.i) if is_verb(token) else sentence.tokens[token.head]
            if first is None or (is_verb(token) != is_verb(first)):
                return
            token = first
            continue
        link = _link(sentence, token)
        if link is None:
            return
        yield link
        token = link.token


def _link(sentence: Sentence, token: Token) -> Link | None:
    parent = sentence.tokens[token.head]
    if parent.i == token.i:
        return None
    if token.dep in {"xcomp", "ccomp", "acl"}:
        return _verb_link(sentence, token, parent)
    if token.dep in {"pcomp", "pobj"}:
        return _behind_preposition(sentence, token, parent)
    if token.pos == "ADJ" and token.dep in {"acomp", "oprd"}:
        return Link(parent, "state")
    late = token.dep == "npadvmod" and is_verb(parent) and token in objects(sentence, parent.i)
    if late or (token.dep in {"dobj", "attr", "nsubjpass", "oprd", "dative"} and is_verb(parent)):
        return Link(parent, "noun")
    return None


def _verb_link(sentence: Sentence, token: Token, parent: Token) -> Link | None:
    if token.dep == "acl" and not any(t.lemma == "to" for t in children(sentence, token.i, "aux")):
        stated = is_finite_clause(sentence, token.i) and effect("n", parent.lemma.lower(), "clause") == "accuse"
        return Link(parent, "clause") if stated else None
    if token.dep == "ccomp" and (is_finite_clause(sentence, token.i) or not is_verb(token)):
        return Link(parent, "clause")
    said = children(sentence, parent.i, "acomp", "oprd") if parent.lemma == "be" else []
    return Link(said[0] if said else parent, "verb")


def _behind_preposition(sentence: Sentence, token: Token, preposition: Token) -> Link | None:
    parent = sentence.tokens[preposition.head]
    lemma = preposition.lemma.lower()
    if lemma == "by" and is_verb(token) and is_verb(parent) and token.tag == "VBG":
        return Link(parent, MEANS)
    if preposition.dep not in {"prep", "dative", "prt"} or lemma not in JOINS:
        return None
    if token.dep == "pobj" and lemma in SETTING and (parent.lemma, lemma) not in ENTERED:
        return None
    return Link(parent, "verb" if is_verb(token) else "noun")
