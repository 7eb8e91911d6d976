"""What a time counts from: "two days later", "that week" from a time that the text named just before."""

from __future__ import annotations

from collections.abc import Iterable

from tellings.model.times import TimeExpression

#: Sentences within which a time is still in the reader's mind; a quarter is, in a report of earnings, all through it.
REACH, QUARTER_REACH = 2, 40
DAYS = frozenset({"date", "month_day", "weekday"})
#: By the unit that is counted, the kinds and the units of the times that it may be counted from.
SHARP: dict[str, frozenset[str]] = {
    "day": DAYS | {"day"},
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
    wanted = SHARP.get(expression.unit or "", frozenset())
    reach = QUARTER_REACH if expression.unit == "quarter" else REACH
    for other in earlier:
        if expression.sentence - other.sentence > reach:
            return None
        if (other.kind in wanted or other.unit in wanted) and other.modifier not in {"within", "vague"}:
            return other
    return None
