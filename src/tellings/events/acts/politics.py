"""Whether an act has a part in politics at all: what players, firms and storms do has none by itself.

"The Danish brewer withdrew from the market" names Denmark, and "Chile crushed Peru to reach the semi-finals" two
states; neither is an event. `private.tsv` holds the nouns; whoever deals with a government through one is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache

from tellings.actors.persons import terms_of
from tellings.events.acts.clauses import behind
from tellings.events.candidate import Candidate
from tellings.events.sides.parties import Named
from tellings.model.actors import Cast, Entity
from tellings.model.text import Parsed, Sentence, Token
from tellings.vocab.tables import rows

#: Sectors whose side in an act makes it one of politics.
POLITICAL = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "REB", "UAF", "SPY", "JUD", "COP", "PRM"})
#: Where a state's name only says of what or whom something is ("a Danish brewer", "Chile's coach").
DESCRIBES = frozenset({"amod", "compound", "nmod", "poss"})
PLACED = frozenset({"in", "at", "near", "off"})
GAME, NATURE = "game", "nature"
#: Those whom the news of crime names as often as that of politics.
LAW = frozenset({"COP", "JUD"})
#: A naming that every text is granted: a brief or a headline is not judged by its shortness.
GRANTED = 1
#: Offices that firms, clubs and gangs have too, and what those are called whom news of crime names most: they make
#: no politics by themselves where the article does not say whose they are.
ANYONES = frozenset(
    {"adviser", "agency", "aide", "attacker", "boss", "captain", "chair", "chairman", "chairperson", "chairwoman"}
    | {"chief", "commissioner", "department", "deputy", "director", "head", "inspector", "leader", "manager"}
    | {"officer", "official", "president", "secretary", "shooter", "spokesman", "spokesperson", "spokeswoman"}
    | {"authority", "administrator", "administration", "guard", "soldier"}
)
HOUSED = "of the state that the article is about"
#: How the cast says that an organ of a state is one that a table holds (a food agency, a space agency).
KNOWN_BODY = "is a known body"
#: A ruler named once vouches for so many such namings.
LENDING = 2
#: Bodies between states.
BETWEEN_STATES = frozenset({"IGO", "UNO", "EUR"})
#: Namings of those who take part in politics, in a hundred words of an article: with fewer than the first it is on
#: something else, with as many as the second on politics. Of 951 codings of real pages that were read, 3 in 100 were
#: events below the first; of those without a political side, 1 in 4 between the two and 1 in 2 from the second on.
FEW, MANY = 0.5, 3.0
#: What people in a poll are of a mind to, and the words of polls.
OPINIONS = frozenset({"SUPPORT", "REQUEST", "AGREE", "REJECT", "ACCUSE"})
CITIZENS = frozenset({"CVL", "EDU", "ELI", "AGR", "LAB", "REL", None})
POLL = re.compile(
    r"\b(?:polled|respondents?|surveyed|(?:polls?|survey)\s(?:\w+\s){0,4}?(?:found|finds?|shows?|showed|suggest(?:s|ed)?))\b"
    r"|(?:\d\s?%|\bper ?cent\b|\b(?:quarter|third|half|majority)\b) of\b",
    re.IGNORECASE,
)
#: Years before this one are history to every page of the web, and so are centuries.
HISTORY = 1970
YEAR = 4


def political(named: Named, candidate: Candidate) -> bool:
    """Whether an act is more than a game, the weather, business among firms, a private matter or history."""
    sentence = named.sentence
    if played(sentence) or _long_past(sentence, candidate) or polled(named, candidate):
        return False
    return (
        candidate.told.type == "PROTEST"
        or not all(private(named, m) for m in candidate.sides.actors)
        or (any(_public(named, candidate, m) for m in candidate.sides.recipients))
    )


def polled(named: Named, candidate: Candidate) -> bool:
    """Whether a sentence tells what a part of the people is of a mind to ("44 percent of Americans want ...")."""
    opinion = candidate.told.type in OPINIONS and all(_are_people(named, m) for m in candidate.sides.actors)
    return opinion and POLL.search(named.sentence.text) is not None


def _are_people(named: Named, mention: int) -> bool:
    """ "Americans", "voters", not "Russia", who may demand 50 percent of something."""
    entity, head = named.cast.entity_of(mention), named.head(mention)
    if entity.kind == "state":
        return head is not None and head.tag == "NNPS"
    return entity.kind == "group" and entity.sector in CITIZENS


@dataclass(frozen=True, slots=True)
class Politics:
    """What an article has of politics: the entities that take part in it, and their namings in a hundred words."""

    sides: frozenset[int]
    share: float


def politics_of(parsed: Parsed, cast: Cast) -> Politics:
    """See what an article has of politics."""
    words = sum(token.pos not in {"PUNCT", "SPACE"} for sentence in parsed.sentences for token in sentence.tokens)
    rulers = _rulers(cast)
    named = [m.entity for m in cast.mentions if m.entity in rulers and cast.entities[m.entity].sector not in LAW]
    sides = {e.index for e in cast.entities if any(_is_side(m, rulers) for m in _members(cast, e))}
    return Politics(frozenset(sides), 100 * (GRANTED + len(named)) / max(words, 1))


def of_politics(candidate: Candidate, cast: Cast, politics: Politics) -> bool:
    """Whether an act's sides take part in politics; where none is known to, whether its article is on politics.

    "The label denied the singer's claims" is as good an act as a ministry's denial of a rebel's.
    """
    sides = (*candidate.sides.actors, *candidate.sides.recipients)
    taking_part = sum(cast.mentions[m].entity in politics.sides for m in sides)
    if candidate.told.type == "PROTEST" and politics.share >= FEW:
        return True
    if candidate.sides.supplied and _crime(candidate, cast):
        return politics.share >= MANY
    return taking_part >= (2 if politics.share < FEW else 0 if politics.share >= MANY else 1)


def _crime(candidate: Candidate, cast: Cast) -> bool:
    """Whether a private person is arrested or tried, it is not said by whom: of 47 such acts read 21 were crime."""
    whom = [cast.entity_of(m) for m in candidate.sides.recipients]
    plain = [e for e in whom if e.kind == "person" and e.country is None and e.sector in {None, "ELI", "BUS"}]
    return bool(whom) and len(plain) == len(whom)


def _rulers(cast: Cast) -> set[int]:
    """Those who rule, without those who may be a firm's or a gang's where too few others do."""
    rulers = {e.index for e in cast.entities if _rules(e)}
    namings = Counter(m.entity for m in cast.mentions if m.entity in rulers)
    anyones = {e for e in rulers if _may_be_anyones(cast.entities[e])}
    least = sum(n for e, n in namings.items() if e not in anyones and cast.entities[e].sector not in LAW)
    return rulers if least * LENDING >= sum(namings[e] for e in anyones) else rulers - anyones


def _may_be_anyones(entity: Entity) -> bool:
    """Whether an office is one that not only states have, and no state is said: "the group's leader", "officials"."""
    told = entity.country is not None and HOUSED not in entity.detail
    words = (entity.office or entity.name).lower().split()
    last = words[-1] if words else ""
    return not told and (last in ANYONES or last.removesuffix("s") in ANYONES or last[:-3] + "y" in ANYONES)


def _members(cast: Cast, entity: Entity) -> list[Entity]:
    return [cast.entities[i] for i in entity.members] or [entity]


def _is_side(entity: Entity, rulers: Container[int]) -> bool:
    return entity.kind == "state" or entity.index in rulers


def _rules(entity: Entity) -> bool:
    """Whether someone rules, fights, judges or speaks for states, or is known to have done so at some time."""
    if entity.sector in POLITICAL or entity.country in BETWEEN_STATES or entity.detail.endswith(KNOWN_BODY):
        return True
    known = entity.kind == "person" and entity.country is not None and " " in entity.name
    return known and bool(terms_of(entity.name, entity.country))


def played(sentence: Sentence) -> bool:
    """Whether a sentence tells of a game, by a word that nothing else has."""
    return _game_words().search(sentence.text) is not None


def natural(token: Token) -> bool:
    """Whether a noun is of the weather, the earth or a disease."""
    return _kinds().get(token.lemma.lower()) == NATURE


def private(named: Named, mention: int) -> bool:
    """Whether a mention of this sentence names someone without a part in politics, or only his country."""
    found, entity = named.cast.mentions[mention], named.cast.entity_of(mention)
    head = named.head(mention)
    if head is None or found.kind == "pronoun":
        return False
    if found.kind == "state":
        return head.dep in DESCRIBES and _is_private(named.sentence.tokens[head.head])
    words = entity.name.lower().split()
    return entity.sector not in POLITICAL and (
        _is_private(head) or entity.sector == "BUS" or _kinds().get(words[0]) == NATURE
    )


def _is_private(noun: Token) -> bool:
    return _kinds().get(noun.lemma.lower(), GAME) != GAME


def _public(named: Named, candidate: Candidate, mention: int) -> bool:
    """Whether a side is a state itself or one of those who rule, fight or judge."""
    found, entity = named.cast.mentions[mention], named.cast.entity_of(mention)
    if entity.sector in POLITICAL:
        return True
    if found.kind != "state" or candidate.told.type in {"CONSULT", "ASSAULT"}:
        return False
    head = named.head(mention)
    if head is None:
        return True
    above = named.sentence.tokens[head.head]
    return head.dep not in DESCRIBES and not (head.dep == "pobj" and above.lemma.lower() in PLACED)


def _long_past(sentence: Sentence, candidate: Candidate) -> bool:
    """ "Was besieged in 1648", "fought Peru in the nineteenth century"."""
    words = (*candidate.match.words, *candidate.told.path)
    times = [t for i in words for way in ("in", "until") for t in behind(sentence, i, way)]
    return any(t.lemma.lower() == "century" or _is_old(t.text) for t in times)


def _is_old(text: str) -> bool:
    return text.isdigit() and len(text) == YEAR and int(text) < HISTORY


@cache
def _game_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(w for w, kind in _kinds().items() if kind == GAME)})(?!\w)", re.IGNORECASE)


@cache
def _kinds() -> Mapping[str, str]:
    """The kind of each noun."""
    return {row["noun"]: row["kind"] for row in rows("private.tsv")}
