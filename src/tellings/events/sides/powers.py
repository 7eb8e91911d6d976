"""Who holds the power that an act without a doer speaks of: "was arrested in Peru", "the ship was seized"."""

from __future__ import annotations

from tellings.events.acts.clauses import behind, objects
from tellings.events.acts.matching import Match
from tellings.events.sides.parties import Named
from tellings.model.actors import Mention
from tellings.text.tree import children, is_passive

#: What a state does to those within it, by mode.
STATE_POWER = frozenset({"arrest", "convict", "seize", "release", "deport"})
#: Who holds such power where an act names no one, and over how many sentences he may be named before.
AUTHORITIES = frozenset({"COP", "JUD", "MIL", "GOV"})
JUDGES = frozenset({"JUD"})
ORGANS = frozenset({"body", "group"})
#: Who is of a state and arrests no one: "leaders", "a police station", an embassy, an army that someone was in.
POWERLESS = frozenset(
    {
        "chief",
        "chiefs",
        "embassy",
        "consulate",
        "guard",
        "guards",
        "leader",
        "leaders",
        "official",
        "officials",
        "station",
        "military",
    }
    | {"ministry", "ministries", "prosecutor", "prosecutors", "lawyer", "lawyers", "administration"}
)
SINCE = 3
#: What sends people out of a state, and the forces of one.
OUT = frozenset({"expel", "deport"})
FORCES = frozenset({"MIL", "COP"})
#: What is done to what someone owns, not by him: "its flag was burned".
FORCED = frozenset({"ACCUSE", "ASSAULT", "COERCE", "PROTEST", "SANCTION"})
SUMMONS = frozenset({"summon", "call", "haul"})


def unnamed(named: Named, match: Match) -> tuple[int, ...]:
    """Who acts where the act's own slots name no one, the likeliest first."""
    ways = (held_by, out_of, own_forces, own_envoys, owned)
    return next((found for find in ways if (found := find(named, match))), ())


def held_by(named: Named, match: Match) -> tuple[int, ...]:
    """ "Was arrested in Peru", no one named who did it: Peru; "was summoned to the ministry": the ministry."""
    sentence, i = named.sentence, match.token
    passive = is_passive(sentence, i) or sentence.tokens[i].tag == "VBN"
    if not passive or children(sentence, i, "agent"):
        return ()
    if match.act.words[0] in SUMMONS and match.act.type == "ACCUSE":
        return named.narrow(behind(sentence, i, "to"))
    if match.act.mode not in STATE_POWER | OUT:
        return ()
    left = [t for c in children(sentence, i, "xcomp") if c.lemma == "leave" for t in objects(sentence, c.i)]
    held = named.narrow([*left, *behind(sentence, i, "from" if match.act.mode in OUT else "in")])
    return tuple(m for m in held if named.cast.mentions[m].kind == "state")


def out_of(named: Named, match: Match) -> tuple[int, ...]:
    """ "The expulsion of two envoys from Peru": Peru expels, where no one else is said to."""
    if match.act.pos != "n" or match.act.mode not in OUT:
        return ()
    whom = [match.token, *(t.i for t in behind(named.sentence, match.token, "of"))]
    found = named.narrow(t for i in whom for t in behind(named.sentence, i, "from"))
    return tuple(m for m in found if named.cast.mentions[m].kind == "state")


def own_forces(named: Named, match: Match) -> tuple[int, ...]:
    """ "The Peruvian navy was put on alert": who is mobilized, no one named who does it, is of those who do."""
    i = match.token
    if match.act.type != "MOBILIZE" or not is_passive(named.sentence, i) or children(named.sentence, i, "agent"):
        return ()
    found = named.narrow(objects(named.sentence, i))
    return tuple(m for m in found if named.cast.entity_of(m).sector in FORCES)


def own_envoys(named: Named, match: Match) -> tuple[int, ...]:
    """ "Peru's ambassador to Chile was called home": whose envoy he is."""
    i = match.token
    envoys = match.act.need is not None and "ambassador" in match.act.need.nouns
    home = envoys and (match.act.type, match.act.mode) == ("SANCTION", "withdraw")
    if not home or not is_passive(named.sentence, i):
        return ()
    return () if children(named.sentence, i, "agent") else named.narrow(objects(named.sentence, i))


def power_before(named: Named, match: Match) -> tuple[int, ...]:
    """ "He was arrested there", "the ship was seized": the state, court or force that was named last before."""
    i = match.token
    if match.act.mode not in STATE_POWER or not is_passive(named.sentence, i) or children(named.sentence, i, "agent"):
        return ()
    at = named.sentence.start + named.sentence.tokens[match.token].start
    suffering = {named.cast.mentions[m].entity for m in named.wide(objects(named.sentence, match.token))}
    near = (m for m in named.cast.mentions if m.start < at and m.sentence >= named.sentence.index - SINCE)
    powers = [m for m in near if m.entity not in suffering and m.kind != "pronoun" and _has_power(named, m, match)]
    return (max(powers, key=lambda m: m.start).index,) if powers else ()


def _has_power(named: Named, mention: Mention, match: Match) -> bool:
    """Whether one named before could have done it: a state, its organs and forces, a court where it is judged."""
    known = named.cast.entities[mention.entity]
    if known.kind == "state":
        return True
    judged = match.act.mode == "convict"
    words = set(known.name.lower().split())
    return known.kind in ORGANS and not words & POWERLESS and known.sector in (JUDGES if judged else AUTHORITIES)


def owned(named: Named, match: Match) -> tuple[int, ...]:
    """ "An agreement between X and Y was reached", "X's appeal was made public": whose it is."""
    sentence, i = named.sentence, match.token
    if match.act.type in FORCED or match.act.pos != "v":
        return ()
    if not is_passive(sentence, i) or children(sentence, i, "agent"):
        return ()
    deeds = [n for n in match.beside if n not in named.by_token]
    own = [t for n in deeds for t in children(sentence, n, "poss") if t.i in named.by_token]
    own += [t for n in deeds for p in ("by", "between") for t in behind(sentence, n, p)]
    return named.narrow(own)
