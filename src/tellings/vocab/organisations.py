"""Organisations, parties, armed groups and agencies by name, with PLOVER's code and sector."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from tellings.vocab.tables import rows, several

OrganisationKind = Literal["organisation", "body", "group", "agency"]
KINDS: dict[str, OrganisationKind] = {
    "organisation": "organisation",
    "body": "body",
    "group": "group",
    "agency": "agency",
}


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation. `code` is a country's or PLOVER's; `since` and `until` bound the row in time."""

    name: str
    names: tuple[str, ...]
    code: str
    sector: str | None
    kind: OrganisationKind
    since: date | None
    until: date | None

    def on(self, first: date | None, last: date | None) -> bool:
        """Whether the row holds on some day from `first` to `last` (None: open)."""
        starts = self.since is None or last is None or self.since <= last
        return starts and (self.until is None or first is None or first <= self.until)


@cache
def organisations() -> tuple[Organisation, ...]:
    """Every organisation; one that changed its sector has a row for each time."""
    return tuple(_organisation(row) for row in rows("organisations.tsv"))


@cache
def _by_name() -> dict[str, tuple[Organisation, ...]]:
    found: dict[str, tuple[Organisation, ...]] = {}
    for row in organisations():
        found[row.name] = (*found.get(row.name, ()), row)
    return found


def organisation(name: str) -> Organisation | None:
    """The first row of a name, None where the table has none."""
    return organisation_on(name, None, None)


def organisation_on(name: str, first: date | None, last: date | None) -> Organisation | None:
    """The first row of a name that holds on some day from `first` to `last` (None: open), None where there is none."""
    return next((row for row in _by_name().get(name, ()) if row.on(first, last)), None)


@cache
def _sector_words() -> dict[str, tuple[int, str]]:
    """Words with their rank, the first in the table first, and their sector."""
    return {row["word"]: (rank, row["sector"]) for rank, row in enumerate(rows("organisation_words.tsv"))}


def sector_by_name(name: str) -> str | None:
    """The sector that a word of an unknown organisation's name tells: "Kano Teachers College" is EDU."""
    known = _sector_words()
    ranked = [known[word] for word in name.split() if word in known]
    return min(ranked)[1] if ranked else None


def _organisation(row: dict[str, str]) -> Organisation:
    return Organisation(
        name=row["name"],
        names=several(row["names"]),
        code=row["code"],
        sector=row["sector"] or None,
        kind=KINDS[row["kind"]],
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        until=date.fromisoformat(row["until"]) if row["until"] else None,
    )
