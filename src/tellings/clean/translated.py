"""Signs that a text was translated by machine; two different ones are needed, or the page's own word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tellings.vocab.tables import rows


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark that machine translation leaves, and what it weighs."""

    name: str
    weight: float
    pattern: re.Pattern[str]
    where: str


@cache
def signs() -> tuple[Sign, ...]:
    """The table `translation_signs.tsv`."""
    return tuple(
        Sign(row["name"], float(row["weight"]), re.compile(row["pattern"]), row["where"])
        for row in rows("translation_signs.tsv")
    )


NEEDED = 2.0


def reads_translated(page: str, body: str) -> bool:
    """Whether the page says so, or at least two different signs, weighing 2 together, stand in it."""
    found = [sign for sign in signs() if sign.pattern.search(page if sign.where == "page" else body)]
    said = any(sign.weight >= NEEDED for sign in found)
    return said or (len(found) >= 2 and sum(sign.weight for sign in found) >= NEEDED)
