"""Signs that a text was translated by machine; two different ones are needed, or the page's own word."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from tellings.clean.flat.lines import WORD
from tellings.vocab.tables import rows, several


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark that machine translation leaves, and what it weighs.

    `needs` are words of which the page has one, in lower case, if the pattern is to match at all.
    """

    name: str
    weight: float
    pattern: re.Pattern[str]
    where: str
    needs: frozenset[str]


@cache
def signs() -> tuple[Sign, ...]:
    """The table `translation_signs.tsv`."""
    return tuple(
        Sign(
            row["name"],
            float(row["weight"]),
            re.compile(row["pattern"]),
            row["where"],
            frozenset(several(row["needs"])),
        )
        for row in rows("translation_signs.tsv")
    )


NEEDED = 2.0


def reads_translated(page: str, body: str, words: AbstractSet[str] | None = None) -> bool:
    """Whether signs that weigh 2 together stand in a page; the page's own word weighs so much alone.

    `words` are the page's words in lower case, where they are known. Most pages have too few of those that the
    signs need, and are told by them alone.
    """
    words = frozenset(WORD.findall(page.lower())) if words is None else words
    possible = [sign for sign in signs() if not sign.needs or not sign.needs.isdisjoint(words)]
    left, found = sum(sign.weight for sign in possible), 0.0
    for sign in possible:
        if found + left < NEEDED:
            return False
        left -= sign.weight
        found += sign.weight * bool(sign.pattern.search(page if sign.where == "page" else body))
    return found >= NEEDED
