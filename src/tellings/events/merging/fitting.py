"""Whether the sides of two accounts can be the same: states, people, persons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.events.merging.accounts import Side
from tellings.model.actors import Actor

#: Parts of a state that act for it, and parts that do not: what one of these does the other did not.
GOVERNING = frozenset({"GOV", "MIL", "COP", "JUD", "SPY"})
UNGOVERNING = frozenset({"CVL", "OPP", "LAB", "REB", "JRN", "MED", "BUS", "EDU", "CRM", "REL", "AGR"})
#: How the names of lands and of their peoples end: Velmar and Velmarian, Ostria and Ostrian, Kessland and Kesslandic.
PEOPLE = re.compile(r"(?:i?an?|ese|ic|ish|i)$")
SHORTEST_LAND = 6
CROWDS = frozenset({"CVL", "LAB", "EDU", "AGR"})


def crowds(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Whether both sides are people of whom no one is named: "thousands" in one telling, "miners" in another."""
    sides = (*a, *b)
    of_one_sort = len({s.actor.sector for s in sides} - {"CVL"}) <= 1
    return (
        of_one_sort and all(s.actor.kind == "group" and s.actor.sector in CROWDS for s in sides) and not _foreign(a, b)
    )


def _foreign(a: Sequence[Side], b: Sequence[Side]) -> bool:
    one, other = ({s.actor.country for s in side} - {None} for side in (a, b))
    return bool(one and other) and not one & other


def side_fits(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Whether two accounts can mean the same side; one that leaves it out contradicts nothing."""
    if not a or not b:
        return True
    return bool(countries(a) & countries(b)) and persons_fit(a, b) and _parts_fit(a, b)


def _parts_fit(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Whether neither side is of those who govern where the other is of those who do not: unions are no ministers."""
    first, second = ({s.actor.sector for s in side} for side in (a, b))
    return not ((first <= UNGOVERNING and second <= GOVERNING) or (first <= GOVERNING and second <= UNGOVERNING))


def countries(found: Sequence[Side]) -> set[str]:
    """The states that sides are of."""
    return {state_of(s.actor) for s in found}


def state_of(actor: Actor) -> str:
    """An actor's country; of one that no list knows its name, a people's like its land's ("Velmarian", "Velmar")."""
    if actor.country or " " in actor.name or len(actor.name) < SHORTEST_LAND:
        return actor.country or actor.name
    return PEOPLE.sub("", actor.name)


def of_country(found: Sequence[Side], country: str) -> list[Side]:
    """The sides that are of a state."""
    return [s for s in found if country == state_of(s.actor)]


def persons_fit(a: Sequence[Side], b: Sequence[Side]) -> bool:
    """Where both name persons they must share one; a state stands for anyone of it."""
    first, second = ({p for p in persons(side) if is_person(p)} for side in (a, b))
    return not first or not second or any(same_person(p, q) for p in first for q in second)


def persons(found: Sequence[Side]) -> set[Actor]:
    """The persons among sides."""
    return {s.actor for s in found if s.actor.kind == "person"}


def is_person(actor: Actor) -> bool:
    """Whether a name is surely a person's: a lone word of which nothing is known may be a state's, or a town's."""
    known = actor.country or actor.sector or actor.office or " " in actor.name
    return actor.kind == "person" and bool(known)


def same_person(one: Actor, other: Actor) -> bool:
    """Whether two are one actor, however spelt, or one name's words are all in the other ("Ochoa", "Maria Ochoa")."""
    a, b = set(one.name.casefold().split()), set(other.name.casefold().split())
    return one.actor_id == other.actor_id or a <= b or b <= a or _one_land(one, other)


def _one_land(one: Actor, other: Actor) -> bool:
    """Whether two that no list knows are a land and its people."""
    return one.country is None and other.country is None and state_of(one) == state_of(other)
