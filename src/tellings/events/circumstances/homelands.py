"""The land in which an event was done, by its sides alone: only for what is done at home, or at a host's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tellings.events.merging.accounts import Account, Side
from tellings.vocab.countries import countries

#: Who acts inside his own land alone.
AT_HOME = frozenset({"COP", "JUD"})
#: What a state does on its own soil, whomever it is done to.
OWN_SOIL = frozenset(
    {
        ("SANCTION", "expel"),
        ("SANCTION", "convict"),
        ("COERCE", "curfew"),
        ("COERCE", "martial-law"),
        ("COERCE", "censor"),
        ("COERCE", "deport"),
        ("COERCE", "arrest"),
        ("MOBILIZE", "police"),
        ("MOBILIZE", "militia"),
        ("MOBILIZE", "weapons"),
        ("RETREAT", "resign"),
    }
)
#: Who takes people prisoner abroad, too.
ABROAD = frozenset({"MIL", "REB", "SPY", "UAF"})
#: What is done to a state itself on its own ground.
TO_A_STATE = frozenset({("ASSAULT", m) for m in ("aerial", "drone", "heavy-weapons", "explosives", "")})
#: What sides of one land do to one another there.
AMONG_THEM = frozenset({"COERCE", "ASSAULT", "MOBILIZE"})


def land_of(group: Sequence[Account]) -> tuple[str | None, str]:
    """The country that an event's sides speak for, and why; None where they speak for none.

    Statements, and what is done abroad or by one state to another, have none: only words can say where those were.
    """
    found = ((rule(group), basis) for basis, rule in RULES.items())
    return next((pair for pair in found if pair[0]), (None, ""))


def lands_of(group: Iterable[Account]) -> set[str]:
    """The countries of an event's sides."""
    return _lands(s for a in group for s in (*a.actors, *a.recipients))


def _lands(sides: Iterable[Side]) -> set[str]:
    return {s.actor.country for s in sides if s.actor.country in countries()} - {None}


def _acting(group: Iterable[Account]) -> set[str]:
    return _lands(s for a in group for s in a.actors)


def _receiving(group: Iterable[Account]) -> set[str]:
    return _lands(s for a in group for s in a.recipients)


def _one(lands: set[str]) -> str | None:
    return next(iter(lands)) if len(lands) == 1 else None


def _visited(group: Sequence[Account]) -> str | None:
    """The host's land, of a visit that has one host."""
    on_visit = [a for a in group if a.coding.type == "CONSULT" and "visit" in a.coding.modes]
    host = _one(_receiving(on_visit))
    return host if host not in _acting(on_visit) else None


def _hosts(group: Sequence[Account]) -> str | None:
    """The land of who hosts others' talks."""
    hosting = [a for a in group if a.coding.type == "CONSULT" and "host" in a.words(a.coding.act).lower()]
    return _one(_acting(hosting))


def _own_soil(group: Sequence[Account]) -> str | None:
    done = any((a.coding.type, mode) in OWN_SOIL for a in group for mode in a.coding.modes)
    roams = any("arrest" in a.coding.modes and s.actor.sector in ABROAD for a in group for s in a.actors)
    return _one(_acting(group)) if done and not roams else None


def _on_its_ground(group: Sequence[Account]) -> str | None:
    """The land of the state itself that is attacked: "struck Ouandé", not its ships."""
    done = any((a.coding.type, mode) in TO_A_STATE for a in group for mode in (a.coding.modes or ("",)))
    hit = [s for a in group for s in a.recipients]
    land = _one(_lands(hit)) if done and all(_is_land(s) for s in hit) else None
    return land if land not in _acting(group) else None


def _is_land(side: Side) -> bool:
    """Whether a side is named by its country's own name, not by an adjective ("an American ship")."""
    country = countries().get(side.actor.country or "")
    words = side.mention.text.casefold().removeprefix("the ")
    return country is not None and words in {name.casefold() for name in (country.name, *country.names)}


def _protest(group: Sequence[Account]) -> str | None:
    """Who protests does so at home, where no words say that it was elsewhere."""
    return _one(_acting(group)) if all(a.coding.type == "PROTEST" for a in group) else None


def _police(group: Sequence[Account]) -> str | None:
    done = all(s.actor.sector in AT_HOME for a in group for s in a.actors)
    return _one(_acting(group)) if done and group[0].coding.type in {*AMONG_THEM, "SANCTION"} else None


def _among_them(group: Sequence[Account]) -> str | None:
    """The land of all sides, each side's known."""
    acting, receiving = _acting(group), _receiving(group)
    return _one(acting) if acting == receiving and group[0].coding.type in AMONG_THEM else None


#: What speaks for a land, the surest first.
RULES: Mapping[str, Callable[[Sequence[Account]], str | None]] = {
    "the country visited": _visited,
    "the host": _hosts,
    "police and courts act at home": _police,
    "done on its own soil": _own_soil,
    "protested at home": _protest,
    "the state attacked": _on_its_ground,
    "all its sides are of this country": _among_them,
}
