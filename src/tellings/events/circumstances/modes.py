"""By what means an event was done, over all its accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tellings.events.merging.accounts import Account
from tellings.model.places import Place
from tellings.vocab.countries import countries

#: So many countries make a meeting multilateral.
SEVERAL = 3


def mode_of(group: Sequence[Account], place: Place | None) -> tuple[str, ...]:
    """The mode that most accounts give; who meets is known better over all of them than in one.

    Three countries and more meet multilaterally, one of two in the other's land is on a visit, and two who
    are known to have met in a third's land met on others' ground.
    """
    told = most(m for a in sorted(group, key=_sureness) for m in a.coding.modes)[:1]
    if group[0].coding.type != "CONSULT" or {"phone", "third-party"} & set(told):
        return told
    if any(len(_states(a)) >= SEVERAL for a in group):
        return ("multilateral",)
    lands = [_states(a) for a in group if len(_states(a)) == 2]
    if place is None or place.country not in countries() or not lands:
        return told
    return told or ("visit",) if any(place.country in states for states in lands) else ("third-party",)


def _states(account: Account) -> set[str]:
    """The countries that deal with one another in an account; organisations are none."""
    found = {s.actor.country for s in (*account.actors, *account.recipients)}
    return {code for code in found if code and code in countries()}


def _sureness(account: Account) -> tuple[float, str]:
    return -account.coding.confidence, account.coding.coding_id


def most(values: Iterable[str]) -> tuple[str, ...]:
    """The values, the most frequent first, of equals the one given first."""
    counted: dict[str, int] = {}
    for value in values:
        counted[value] = counted.get(value, 0) + 1
    return tuple(sorted(counted, key=lambda v: -counted[v]))
