"""Signs that a text was translated by machine; two different ones are needed, or the page's own word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tellings.clean.flat.lines import Line
from tellings.vocab.tables import rows, several


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark that machine translation leaves, and what it weighs.

    `needs` are words of which a line has one, in lower case, if the pattern is to match in it at all.
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


def reads_translated(page: Iterable[Line], body: Iterable[Line]) -> bool:
    """Whether signs that weigh 2 together stand in a page; the page's own word weighs so much alone.

    A sign is looked for in the lines that have one of the words that it needs, of the page or of the article alone.
    Those that need words are asked first: most pages have too few of them for the others to count.
    """
    lines = {"body": list(body), "page": list(page)}
    lines["line"] = lines["page"]
    marked = {where: [line for line in those if line.needed] for where, those in lines.items()}
    left, found = sum(sign.weight for sign in signs()), 0.0
    for sign in signs():
        left -= sign.weight
        found += sign.weight * _stands(sign, (marked if sign.needs else lines)[sign.where])
        if found >= NEEDED or found + left < NEEDED:
            break
    return found >= NEEDED


def _stands(sign: Sign, lines: Iterable[Line]) -> bool:
    holds = sign.pattern.match if sign.where == "line" else sign.pattern.search
    return any(holds(line.text) for line in lines if not sign.needs or not sign.needs.isdisjoint(line.needed))
