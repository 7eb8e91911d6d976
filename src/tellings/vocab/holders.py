"""Who held which office when: the table that turns an office on a date into a person, and back."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from tellings.vocab.tables import rows, several


@dataclass(frozen=True, slots=True)
class Holder:
    """One term of office. `office` is canonical ("defence minister"); `first` and `last` are its outermost days.

    A month or year printed without a day is widened to its ends, so that a term never rules out a day
    on which the person may have held the office. `last` is None where the term is not known to have
    ended. `checked` names the list that the row agrees with, or says "memory".
    """

    person: str
    names: tuple[str, ...]
    country: str
    office: str
    sector: str
    first: date | None
    last: date | None
    checked: str

    @property
    def agreed(self) -> bool:
        """Whether some list outside the project agrees with the row."""
        return self.checked != "memory"

    def on(self, first: date | None, last: date | None) -> bool:
        """Whether the office was held on some day from `first` to `last` (None: open)."""
        starts = self.first is None or last is None or self.first <= last
        return starts and (self.last is None or first is None or first <= self.last)


@cache
def holders() -> tuple[Holder, ...]:
    """Every term of office, in the order of the file."""
    return tuple(_holder(row) for row in rows("holders.tsv"))


@cache
def holders_of(country: str, office: str) -> tuple[Holder, ...]:
    """The terms of one office of one country."""
    return _by_office().get((country, office), ())


@cache
def known_until() -> date:
    """The last day on which the table has a term begin or end: what came later it cannot know."""
    return max(day for holder in holders() for day in (holder.first, holder.last) if day)


@cache
def _by_office() -> dict[tuple[str, str], tuple[Holder, ...]]:
    found: dict[tuple[str, str], list[Holder]] = {}
    for holder in holders():
        found.setdefault((holder.country, holder.office), []).append(holder)
    return {key: tuple(value) for key, value in found.items()}


@cache
def first_day(text: str) -> date | None:
    """The first day that "2012", "2012-11" or "2012-11-06" covers."""
    if not text:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


@cache
def last_day(text: str) -> date | None:
    """The last day that "2012", "2012-11" or "2012-11-06" covers."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def _holder(row: dict[str, str]) -> Holder:
    return Holder(
        person=row["person"],
        names=several(row["names"]),
        country=row["country"],
        office=row["office"],
        sector=row["sector"] or "GOV",
        first=first_day(row["from"]),
        last=last_day(row["to"]),
        checked=row["checked"],
    )
