"""The furniture of pages: lines that are never an article's own words, each rule with the reason that is kept.

The table is `vocab/furniture.tsv`. Its rows are tried in order; rows of one name are one rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal, cast

from tellings.clean.lines import Line
from tellings.vocab.tables import rows, several

Action = Literal["drop", "end", "caption", "head", "author", "foot"]


#: A line of more words than SHORT that ends like a sentence is believed to be furniture only by rules that
#: allow for SENTENCE words: "By Monday, the two sides had agreed." is no byline.
SHORT, SENTENCE = 3, 17
#: No line of furniture has more characters; on longer ones the patterns' backtracking would cost seconds.
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class LineRule:
    """One kind of furniture. `action` says what follows for the lines around it; `most` words may stand in the line.

    `needs` are pieces of which a line has one, in lower case, if the pattern is to match at all: looking for them
    costs a tenth of a pattern that may begin with anything.
    """

    name: str
    action: Action
    most: int
    pattern: str
    needs: tuple[str, ...] = ()


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The table, its patterns compiled once."""
    grouped = groupby(rows("furniture.tsv"), key=lambda r: (r["name"], r["action"], int(r["most"]), r["needs"]))
    return tuple(
        LineRule(name, cast("Action", action), most, "|".join(row["pattern"] for row in same), several(needs))
        for (name, action, most, needs), same in grouped
    )


@cache
def _tried() -> tuple[tuple[int, tuple[str, ...], Callable[[str, int], object], LineRule], ...]:
    """Each rule with its pattern's match; tried one by one they take less than half the time of one joint pattern."""
    return tuple((r.most, r.needs, re.compile(r.pattern, re.IGNORECASE).match, r) for r in line_rules())


#: Marks of lists and quotations that stand before a line's own words.
BULLETS = re.compile(r"[\s\-•*|>#]*")


def rule_of(line: Line) -> LineRule | None:
    """The first rule that the line falls under."""
    if len(line.text) > LONGEST:
        return None
    words = max(line.words, SENTENCE) if line.ended and line.words > SHORT else line.words
    bullets = BULLETS.match(line.text)
    start = bullets.end() if bullets else 0
    lowered = line.text.lower()
    has = lowered.__contains__
    for most, needs, matches, rule in _tried():
        if words <= most and (not needs or any(map(has, needs))) and matches(line.text, start):
            return rule
    return None


def rules_of(lines: Sequence[Line]) -> tuple[LineRule | None, ...]:
    """The rule of every line; the same line has the same rule wherever it stands."""
    found: dict[str, LineRule | None] = {}
    for line in lines:
        if line.text not in found:
            found[line.text] = rule_of(line)
    return tuple(found[line.text] for line in lines)
