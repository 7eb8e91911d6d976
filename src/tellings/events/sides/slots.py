"""What fills an act's slots: its subject, its object, who stands behind "by" or "with", whose deed it is."""

from __future__ import annotations

from tellings.events.acts.clauses import (
    agent_tokens,
    behind,
    clause_verb,
    objects,
    subject_tokens,
    surface_subjects,
)
from tellings.events.acts.lexicon import effect
from tellings.events.acts.matching import Match
from tellings.events.sides.parties import Named, joined
from tellings.events.status.chain import Told
from tellings.model.text import Token
from tellings.text.tree import children, is_passive

#: What is done with a motion by whose motion it is.
DRAFTED = frozenset(
    {"back", "bring", "draft", "introduce", "lay", "offer", "present", "propose", "put", "sponsor", "submit", "table",
     "unveil", "write"}
)  # fmt: skip


def in_slot(named: Named, match: Match, told: Told, slot: str) -> list[Token]:
    """The tokens that fill one of an act's slots: a dependency, a preposition, or a name of this module."""
    sentence = named.sentence
    places = match.words if match.act.pos != "n" else (match.token,)
    if slot == "poss":
        return [t for i in places for t in children(sentence, i, "poss") if t.i in named.by_token]
    if slot == "amod":
        return _describing(named, match, places)
    if slot == "deep":
        below = children(sentence, match.token, "xcomp", "acl", "prep", "advcl")
        return below + [t for o in objects(sentence, match.token) for t in children(sentence, o.i, "acl")]
    if slot == "doer":
        return subject_tokens(sentence, match.token)
    if slot == "sponsor":
        return _sponsors(named, match)
    if slot == "accuser":
        return _accusers(named, match)
    if slot == "subj":
        return surface_subjects(sentence, match.token)
    if slot == "dobj":
        return objects(sentence, match.token)
    if slot == "by" and match.act.agent == ("subj",) and is_passive(sentence, match.token):
        return []
    asked = _asked_for(named, match) if match.act.type == "REQUEST" else []
    found = [t for i in dict.fromkeys((*match.words, *told.path, *asked)) for t in behind(sentence, i, slot)]
    return found or _behind_what(named, match, slot)


def _behind_what(named: Named, match: Match, slot: str) -> list[Token]:
    """ "The jailing of a scholar by a court", "a loan of ten crowns for Peru": the parser hangs "by" on the scholar."""
    nested = match.act.pos == "n" and slot in {"by", "to", "from"}
    whom = behind(named.sentence, match.token, "of") if nested else []
    if slot in {"for", "to"}:
        whom += [t for i in match.beside for t in behind(named.sentence, i, "of")]
    whom += agent_tokens(named.sentence, match.token) if slot == "on" else []
    if match.act.pos == "n" and slot == "of":  # "the condemnation by Peru and Fiji of the test"
        whom += [u for t in behind(named.sentence, match.token, "by") for u in joined(named.sentence, t)]
    return [t for one in whom for t in behind(named.sentence, one.i, slot)]


def _sponsors(named: Named, match: Match) -> list[Token]:
    """Whose draft it is: "a resolution drafted by Peru", "a motion that Peru had put forward"."""
    sentence = named.sentence
    clauses = [t for o in objects(sentence, match.token) for t in children(sentence, o.i, "acl", "relcl")]
    return [t for c in clauses if c.lemma in DRAFTED for t in agent_tokens(sentence, c.i) or _own_subject(named, c)]


def _own_subject(named: Named, clause: Token) -> list[Token]:
    return subject_tokens(named.sentence, clause.i) if clause.dep == "relcl" else []


def _accusers(named: Named, match: Match) -> list[Token]:
    """Who said what a relative clause denies: "Peru says it was shelled, a charge that Chile rejects"."""
    sentence = named.sentence
    clause = sentence.tokens[match.token]
    while clause.dep in {"conj", "xcomp"} and clause.head != clause.i:
        clause = sentence.tokens[clause.head]
    verb = clause_verb(sentence, clause.head) if clause.dep == "relcl" else None
    while verb is not None and not _speaks(verb):
        verb = clause_verb(sentence, verb.head) if verb.head != verb.i else None
    return surface_subjects(sentence, verb.i) if verb is not None else []


def _speaks(verb: Token) -> bool:
    return effect("v", verb.lemma, "clause") in {"say", "suppose"}


def _asked_for(named: Named, match: Match) -> list[int]:
    """The noun behind the particle: "help" in "asked for help from Peru"."""
    return [t.i for word in match.act.words[1:] for t in behind(named.sentence, match.token, word)]


def _describing(named: Named, match: Match, places: tuple[int, ...]) -> list[Token]:
    """ "Peruvian troops", "Peru-Chile talks"; one name before a meeting is where it is held ("the Lima talks")."""
    own = [t for i in places for t in children(named.sentence, i, "amod", "nmod") if t.i in named.by_token]
    names = [t for i in places for t in children(named.sentence, i, "compound") if t.i in named.by_token]
    names += [t for n in names for t in children(named.sentence, n.i, "compound", "nmod") if t.i in named.by_token]
    own += [t for i in places for led in children(named.sentence, i, "amod") for t in _leading(named, led)]
    return own + (names if match.act.type != "CONSULT" or len(names) > 1 else [])


def _leading(named: Named, led: Token) -> list[Token]:
    """ "The Peru-led offensive"."""
    whom = children(named.sentence, led.i, "npadvmod", "compound", "nmod") if led.text.lower() == "led" else []
    return [t for t in whom if t.i in named.by_token]
