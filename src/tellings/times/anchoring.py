"""What a time counts from: "two days later", "that week" from a time that the text named just before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tellings.model.times import Interval, TimeExpression
from tellings.times.resolving import resolve

#: Sentences within which a time is still in the reader's mind; a quarter is, in a report of earnings, all through it.
#: "The previous Friday" compares with the day of the whole passage.
REACH = 2
REACHES = {"quarter": 40, "weekday": 4}
#: What is counted from the article's main event, where the text names no other time: "the day before", "on the eve".
FROM_EVENT = frozenset({"anchored", "eve"})
DAYS = frozenset({"date", "month_day", "weekday"})
#: By the unit that is counted, the kinds and the units of the times that it may be counted from.
#: Times that are counted from one another are followed so far: "two days later", "the next morning", "a week later".
LINKS = 6
#: Characters between a day and the words that count from it ("on Tuesday, a week after").
COMMA = 3
SHARP: dict[str, frozenset[str]] = {
    "day": DAYS | {"day"},
    "weekday": DAYS | {"day"},
    "week": DAYS | {"day", "week"},
    "month": DAYS | {"day", "month"},
    "quarter": frozenset({"quarter"}),
    "year": DAYS | {"day", "month", "quarter", "year"},
}


def anchor(expression: TimeExpression, earlier: Iterable[TimeExpression]) -> TimeExpression | None:
    """The time that an expression is counted from, of those named before it, given nearest first.

    None where none is near. Only a time as sharp as the unit that is counted will do: "two days later" is not
    counted from a year.
    """
    unit = "weekday" if expression.kind == "weekday" else expression.unit or ""
    wanted, reach = SHARP.get(unit, frozenset()), REACHES.get(unit, REACH)
    for other in earlier:
        if expression.sentence - other.sentence > reach:
            return None
        if (other.kind in wanted or other.unit in wanted) and other.modifier not in {"within", "vague"}:
            return other
    return None


def _before(times: Sequence[TimeExpression], expression: TimeExpression) -> TimeExpression | None:
    return anchor(expression, reversed(times[: expression.index]))


def _beside(times: Sequence[TimeExpression], expression: TimeExpression) -> TimeExpression | None:
    """The day right before an expression, parted from it by a comma alone."""
    last = times[expression.index - 1] if expression.index else None
    beside = last is not None and last.sentence == expression.sentence and 0 <= expression.start - last.end <= COMMA
    return last if last and beside and (last.kind in DAYS or last.unit == "day") else None


def counted_from(times: Sequence[TimeExpression], expression: TimeExpression, published: Interval) -> Interval | None:
    """The days that an expression of an article is counted from, where its text has just named them.

    `times` are the article's expressions in order, `published` the days on which it may have appeared. None where
    the expression is not counted from another time, or from none that the text names near it. What counts from an
    event ("on Tuesday, twelve days after the raid") does so from the time right before it in its sentence.
    """
    chain = [expression]
    while len(chain) <= LINKS and (chain[-1].modifier == "anchored" or chain[-1].kind == "bounded"):
        found = _beside(times, chain[-1]) if chain[-1].kind == "bounded" else _before(times, chain[-1])
        if found is None:
            break
        chain.append(found)
    base: Interval | None = None
    for link in reversed(chain[1:]):
        days = resolve(link, published, base=base)
        base = Interval(days.first, days.last) if days else None
    return base
