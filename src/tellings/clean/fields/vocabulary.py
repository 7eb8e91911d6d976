"""The vocabularies that cleaning reads: agencies, time zones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tellings.vocab.tables import rows, several


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: the name in the record, and the names under which pages credit it."""

    name: str
    aliases: tuple[str, ...]
    country: str


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies of `agencies.tsv`."""
    return tuple(Agency(row["name"], several(row["aliases"]), row["country"]) for row in rows("agencies.tsv"))


@cache
def agency_names() -> dict[str, str]:
    """From each alias to the agency's name in the record."""
    return {alias: agency.name for agency in agencies() for alias in agency.aliases}


@cache
def agency_pattern() -> str:
    """A pattern that matches any agency's alias, the longest first."""
    names = sorted(agency_names(), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, names)) + ")"


@cache
def zones() -> dict[str, str]:
    """From each time zone abbreviation to its offset."""
    return {row["abbreviation"]: row["offset"] for row in rows("zones.tsv")}


@cache
def no_names(kind: str) -> frozenset[str]:
    """Words that stand where a name is looked for and are none; `kind` is "desk" or "outlet"."""
    return frozenset(row["word"] for row in rows("no_names.tsv") if row["kind"] == kind)
