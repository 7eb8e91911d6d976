"""The furniture of pages: lines that are never an article's own words, each rule with the reason that is kept.

The table is `vocab/furniture.tsv`. Its rows are tried in order; rows of one name are one rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal, cast

from tellings.clean.lines import Line
from tellings.vocab.tables import rows

Action = Literal["drop", "end", "caption", "head", "author"]


@dataclass(frozen=True, slots=True)
class LineRule:
    """One kind of furniture. `action` says what follows for the lines around it; `most` words may stand in the line."""

    name: str
    action: Action
    most: int
    pattern: re.Pattern[str]


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The table, its patterns compiled once."""
    grouped = groupby(rows("furniture.tsv"), key=lambda row: (row["name"], row["action"], int(row["most"])))
    return tuple(
        LineRule(name, cast("Action", action), most, _compiled([row["pattern"] for row in same]))
        for (name, action, most), same in grouped
    )


def _compiled(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"[\s\-•*|>#]*(?:" + "|".join(patterns) + ")", re.IGNORECASE)


def rule_of(line: Line) -> LineRule | None:
    """The first rule that the line falls under."""
    return next((rule for rule in line_rules() if line.words <= rule.most and rule.pattern.match(line.text)), None)


def rules_of(lines: Sequence[Line]) -> tuple[LineRule | None, ...]:
    """The rule of every line."""
    return tuple(rule_of(line) for line in lines)
