"""Whether an act has a part in politics at all: what players, firms and storms do has none by itself.

"The Danish brewer withdrew from the market" names Denmark, and "Chile crushed Peru to reach the semi-finals" two
states; neither is an event. `private.tsv` holds the nouns; whoever deals with a government through one is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from tellings.events.acts.clauses import behind
from tellings.events.candidate import Candidate
from tellings.events.sides.parties import Named
from tellings.model.text import Sentence, Token
from tellings.vocab.tables import rows

#: Sectors whose side in an act makes it one of politics.
POLITICAL = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "REB", "UAF", "SPY", "JUD", "COP", "PRM"})
#: Where a state's name only says of what or whom something is ("a Danish brewer", "Chile's coach").
DESCRIBES = frozenset({"amod", "compound", "nmod", "poss"})
PLACED = frozenset({"in", "at", "near", "off"})
GAME, NATURE = "game", "nature"
#: Years before this one are history to every page of the web, and so are centuries.
HISTORY = 1970
YEAR = 4


def political(named: Named, candidate: Candidate) -> bool:
    """Whether an act is more than a game, the weather, business among firms, a private matter or history."""
    sentence = named.sentence
    if played(sentence) or _long_past(sentence, candidate):
        return False
    return (
        candidate.told.type == "PROTEST"
        or not all(private(named, m) for m in candidate.sides.actors)
        or (any(_public(named, candidate, m) for m in candidate.sides.recipients))
    )


def played(sentence: Sentence) -> bool:
    """Whether a sentence tells of a game, by a word that nothing else has."""
    return _game_words().search(sentence.text) is not None


def natural(token: Token) -> bool:
    """Whether a noun is of the weather, the earth or a disease."""
    return _kinds().get(token.lemma.lower()) == NATURE


def private(named: Named, mention: int) -> bool:
    """Whether a mention of this sentence names someone without a part in politics, or only his country."""
    found, entity = named.cast.mentions[mention], named.cast.entity_of(mention)
    if found.sentence != named.sentence.index or found.kind == "pronoun":
        return False
    head = named.sentence.tokens[found.head]
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
    head = named.sentence.tokens[found.head]
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
