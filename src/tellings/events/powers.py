"""Who holds the power that an act without a doer speaks of: "was arrested in Peru", "the ship was seized"."""

from __future__ import annotations

from tellings.events.clauses import behind, objects
from tellings.events.matching import Match
from tellings.events.parties import Named
from tellings.text.tree import children, is_passive

#: What a state does to those within it, by mode.
STATE_POWER = frozenset({"arrest", "convict", "deport", "seize", "release"})
#: Who holds such power where an act names no one, and over how many sentences he may be named before.
AUTHORITIES = frozenset({"COP", "JUD", "MIL", "GOV"})
SINCE = 3
SUMMONS = frozenset({"summon", "call", "haul"})


def held_by(named: Named, match: Match) -> tuple[int, ...]:
    """ "Was arrested in Peru", no one named who did it: Peru; "was summoned to the ministry": the ministry."""
    sentence, i = named.sentence, match.token
    passive = is_passive(sentence, i) or sentence.tokens[i].tag == "VBN"
    if not passive or children(sentence, i, "agent"):
        return ()
    if match.act.words[0] in SUMMONS and match.act.type == "ACCUSE":
        return named.narrow(behind(sentence, i, "to"))
    if match.act.mode not in STATE_POWER:
        return ()
    return tuple(m for m in named.narrow(behind(sentence, i, "in")) if named.cast.mentions[m].kind == "state")


def power_before(named: Named, match: Match) -> tuple[int, ...]:
    """ "He was arrested there", "the ship was seized": the state, court or force that was named last before."""
    i = match.token
    if match.act.mode not in STATE_POWER or not is_passive(named.sentence, i) or children(named.sentence, i, "agent"):
        return ()
    at = named.sentence.start + named.sentence.tokens[match.token].start
    suffering = {named.cast.mentions[m].entity for m in named.wide(objects(named.sentence, match.token))}
    near = (m for m in named.cast.mentions if m.start < at and m.sentence >= named.sentence.index - SINCE)
    powers = [m for m in near if m.entity not in suffering and m.kind != "pronoun" and _has_power(named, m.entity)]
    return (max(powers, key=lambda m: m.start).index,) if powers else ()


def _has_power(named: Named, entity: int) -> bool:
    known = named.cast.entities[entity]
    return known.kind == "state" or known.sector in AUTHORITIES or known.detail == "a name that acts"
