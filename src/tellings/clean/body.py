"""Which lines are the article: a stretch of prose, and inside it what is no furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.clean.lines import Line
from tellings.clean.rules import LineRule

#: A sentence of ordinary English has about this share of function words (jusText's "stopwords high").
STOP_SHARE = 0.3


def score(line: Line, rule: LineRule | None) -> float:
    """How much a line speaks for the article (positive) or against it, in words of prose."""
    if line.code:
        return -20.0 - min(line.words, 15)
    if rule is not None:
        return {"drop": -4.0, "caption": -3.0, "head": -8.0, "author": -40.0, "end": -40.0}[rule.action]
    if line.words >= 6 and line.ended:
        return line.words * min(1.5, line.stop_share / STOP_SHARE)
    if line.words >= 20 and line.stop_share > 0.25:
        return 0.7 * line.words
    return -(4 + 0.6 * min(line.words, 15))


#: Rules after which readers speak, not the article, once enough prose stands before them.
COMMENTS = frozenset(("comment form", "comment thread"))
ENOUGH_PROSE = 80.0
#: A biography is at most this many paragraphs.
BIOGRAPHY = 2


def scores(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> list[float]:
    """The score of every line in its place: prose in a biography or among comments counts for nothing."""
    values: list[float] = []
    prose, biography, commented = 0.0, 0, False
    for line, rule in zip(lines, rules, strict=True):
        value = score(line, rule)
        if value > 0 and (commented or biography):
            biography = max(0, biography - 1)
            value = -1.0
        elif rule is not None:
            commented = commented or (rule.name in COMMENTS and prose > ENOUGH_PROSE)
            biography = BIOGRAPHY if rule.action == "author" else 0
        prose += max(0.0, value)
        values.append(value)
    return values


@dataclass(frozen=True, slots=True)
class Window:
    """The article's stretch of lines, end-exclusive."""

    first: int
    last: int


def window(scores: Sequence[float]) -> Window:
    """The run of lines with the greatest sum of scores; the empty window where no line speaks for an article."""
    best, best_sum = Window(0, 0), 0.0
    first, total = 0, 0.0
    for index, value in enumerate(scores):
        if total <= 0:
            first, total = index, 0.0
        total += value
        if total > best_sum:
            best, best_sum = Window(first, index + 1), total
    return best


def kept(
    lines: Sequence[Line],
    rules: Sequence[LineRule | None],
    scores: Sequence[float],
    span: Window,
    headings: str = "auto",
) -> list[int]:
    """The lines of the window that are the article's own words."""
    prose = [i for i in range(span.first, span.last) if scores[i] > 0]
    short = [i for i in range(span.first, span.last) if scores[i] <= 0 and rules[i] is None and not lines[i].code]
    keep_short = headings == "keep" or (headings == "auto" and len(short) > 0.4 * len(prose))
    return sorted(prose + short) if keep_short else prose
