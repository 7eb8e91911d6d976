"""Time expressions to days, by the conventions of news.

A bare weekday is the latest such day at or before publication, the same day allowed (so the
TempEval-3 annotators, too); in the future tense it is the coming one. A month and day without a
year take the year that brings them nearest.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from tellings.model.times import Dated, Interval, Precision, Tense, TimeExpression

Days = tuple[date, date]
PRECISIONS: dict[str, Precision] = {"week": "week", "month": "month", "year": "year"}
#: Steps of calendar units in months.
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
#: A thousand years in months.
FURTHEST = 12_000
#: Days by which what is told as past may seem to lie ahead of publication.
PAST_SLACK = timedelta(60)
DAYS = {"day": 1, "week": 7, "fortnight": 14}


def resolve(
    expression: TimeExpression, published: Interval, tense: Tense | None = None, base: Interval | None = None
) -> Dated | None:
    """Say which days an expression stands for, in an article published within an interval.

    Days are counted from `base` where it is given, else from `published`: what counts from another time of the
    text ("two days later", modifier "anchored") or from another event (kind "bounded") needs one. Where the
    interval is wide the answer covers what each of its days would give. None when nothing can be said.
    """
    tense = tense or expression.tense or ("future" if expression.modifier in {"until", "by"} else None)
    printed = _absolute(expression)
    days = _narrowed(expression, printed) if printed else _over(expression, base or published, tense)
    if days is None or _cannot_be(expression, days, published, tense):
        return None
    days = _bounded_by(expression, days, published)
    return Dated(*days, _precision(expression, days), _basis(expression, published, tense))


def _over(e: TimeExpression, published: Interval, tense: Tense | None) -> Days | None:
    """The days that the first and the last possible day of publication give, and all between."""
    if published.first is None or published.last is None:
        return None
    ends = [_relative(e, day, tense) for day in (published.first, published.last)]
    known = [_narrowed(e, days) for days in ends if days]
    if tense == "past" and e.modifier in {"early", "mid", "late"}:
        known = [days for days in known if days[0] <= published.first] or known
    return (min(d[0] for d in known), max(d[1] for d in known)) if known else None


def _cannot_be(e: TimeExpression, days: Days, published: Interval, tense: Tense | None) -> bool:
    """Whether what is told as past would be still to come: then it is counted from a day not known here."""
    return e.modifier == "anchored" and tense == "past" and bool(published.last and days[0] > published.last)


def _absolute(e: TimeExpression) -> Days | None:
    """Days that follow from the printed words alone."""
    if e.year is None or e.kind == "relative":
        return None
    if e.month and e.day:
        return _same(_day(e.year, e.month, e.day))
    if e.month:
        return month_days(e.year, e.month)
    return date(max(e.year, 1), 1, 1), date(e.year + {"decade": 9, "century": 99}.get(e.unit or "", 0), 12, 31)


def _relative(e: TimeExpression, today: date, tense: Tense | None) -> Days | None:
    """Days that follow from the words and one day of publication."""
    if e.kind == "now":
        return today, today
    if e.kind == "month_day" and e.month and e.day:
        return _same(nearest(today, e.month, e.day, "past" if e.amount == -1 else e.tense))
    if e.kind == "weekday" and e.weekday is not None:
        return _same(_weekday(today, e, tense))
    if e.kind == "month" and e.month:
        return _bare_month(today, e, tense)
    if e.kind in {"relative", "bounded"} and e.unit:
        return _stepped(e, today, tense)
    return None


def _weekday(today: date, e: TimeExpression, tense: Tense | None) -> date:
    back = timedelta((today.weekday() - (e.weekday or 0)) % 7)
    latest = today - back
    if e.amount == 1 or (e.amount in {0, None} and tense == "future"):
        return latest + timedelta(7)
    return latest - timedelta(7) if e.amount == -1 and not back else latest


def nearest(today: date, month: int, day: int, tense: Tense | None = None) -> date | None:
    """The month and day in the year that brings them nearest to `today`.

    In the future tense it is not before that day, in the past tense not far after it: some days are granted, as
    the day of publication may be known roughly.
    """
    found = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    days = [d for d in found if d and (tense != "future" or d >= today)]
    if tense == "past":
        days = [d for d in days if d <= today + PAST_SLACK] or days
    return min(days, key=lambda d: (abs(d - today), d), default=None)


def _bare_month(today: date, e: TimeExpression, tense: Tense | None) -> Days:
    """A month without a year: the latest begun, the coming one in the future tense, the nearest without a tense."""
    month = e.month or 1
    if e.unit == "year" and e.amount is not None:
        return month_days(today.year + e.amount, month)
    if e.amount == 0:
        return month_days(today.year, month)
    year = today.year - (month > today.month)
    if e.amount == -1:
        return month_days(year - (month == today.month), month)
    ahead = (month - today.month) % 12
    if e.amount == 1 or (ahead and (tense == "future" or (tense is None and e.amount is None and ahead < 6))):
        year += ahead > 0 and year * 12 + month <= today.year * 12 + today.month
    return month_days(year, month)


def _stepped(e: TimeExpression, today: date, tense: Tense | None) -> Days | None:
    amount = e.amount
    if e.unit == "weekend":
        return _weekend(today, amount, tense)
    if e.unit == "quarter" and e.month:
        return _quarter(today, e.year if amount is None else today.year + amount, e.month)
    if amount is None or not _in_reach(e.unit, amount):
        return None
    if e.modifier in {"within", "less than"} or (e.kind == "bounded" and e.modifier == "about"):
        other = shift(today, e.unit or "day", amount)
        return min(today, other), max(today, other)
    if e.modifier == "more than":
        return None
    if _counts(e):
        return _around(shift(today, e.unit or "day", amount), e.unit or "day")
    return _period(today, e.unit or "day", amount)


def _quarter(today: date, year: int | None, month: int) -> Days:
    """The quarter that begins with `month`; without a year the latest that has begun, or begins within three months."""
    if year is None:
        ahead = month - today.month
        year = today.year - (ahead > 3)
    return date(year, month, 1), month_days(year, month + 2)[1]


def _counts(e: TimeExpression) -> bool:
    """Whether the words count units ("two weeks ago"), rather than name one ("last week")."""
    if e.modifier == "anchored":
        return e.amount != 0
    return e.kind == "bounded" or any(c.isdigit() for c in e.text) or "ago" in e.text


def _in_reach(unit: str | None, amount: int) -> bool:
    """Whether a step stays within the years that dates can hold; seasons differ by hemisphere and are never taken."""
    return unit in DAYS or (unit in MONTHS and abs(amount) * MONTHS[unit] <= FURTHEST)


def _period(today: date, unit: str, amount: int) -> Days:
    """The calendar's day, week (from Monday), month, quarter, year that lies `amount` units away."""
    if unit in DAYS:
        length = DAYS[unit]
        start = today if length == 1 else today - timedelta(today.weekday())
        first = start + timedelta(length * amount)
        return first, first + timedelta(length - 1)
    size = MONTHS[unit]
    index = (today.year * 12 + today.month - 1) // size + amount
    first = date(index * size // 12, index * size % 12 + 1, 1)
    last = shift(first, "month", size) - timedelta(1)
    return first, last


def _around(day: date, unit: str) -> Days:
    """A counted day, as sharp as its unit: "two weeks ago" is good to a week."""
    if unit == "day":
        return day, day
    if unit in DAYS:
        return day - timedelta(3), day + timedelta(3)
    return _period(day, unit if unit in {"month", "quarter"} else "year", 0)


def _weekend(today: date, amount: int | None, tense: Tense | None) -> Days:
    saturday = today - timedelta((today.weekday() - 5) % 7)
    if amount == 1 or (amount in {0, None} and tense == "future"):
        saturday += timedelta(7)
    return saturday, saturday + timedelta(1)


def shift(day: date, unit: str, amount: int) -> date:
    """The day that lies `amount` units away; the last of the month where the month is shorter."""
    if unit in DAYS:
        return day + timedelta(DAYS[unit] * amount)
    index = day.year * 12 + day.month - 1 + MONTHS[unit] * amount
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month_days(year: int, month: int) -> Days:
    """The first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _same(day: date | None) -> Days | None:
    return (day, day) if day else None


def _narrowed(e: TimeExpression, days: Days) -> Days:
    """ "Early", "mid" and "late" take a third of the period; so do "the start" and "the end" of it."""
    first, last = days
    third = (last - first) / 3
    if e.modifier == "early":
        return first, first + third
    if e.modifier == "mid":
        return first + third, last - third
    return (last - third, last) if e.modifier == "late" else days


def _bounded_by(e: TimeExpression, days: Days, published: Interval) -> Days:
    """What "until", "by", "since" and the like make of the days they govern."""
    first, last = days
    if e.modifier in {"until", "by", "before"}:
        return (min(published.first, last) if published.first else first), last
    if e.modifier in {"since", "after"} and e.kind != "bounded":
        return first, max(published.last or last, last)
    return days


def _precision(e: TimeExpression, days: Days) -> Precision:
    first, last = days
    if first == last:
        return "day"
    length = (last - first).days + 1
    whole: dict[str, range] = {"week": range(7, 8), "month": range(28, 32), "year": range(365, 367)}
    unit = e.kind if e.kind in {"month", "year"} else "year" if e.unit in {"decade", "century"} else e.unit or ""
    return PRECISIONS[unit] if length in whole.get(unit, range(0)) else "range"


def _basis(e: TimeExpression, published: Interval, tense: Tense | None) -> str:
    if e.kind == "date" or (e.year and e.month):
        return f"'{e.text}' as printed"
    if published.first is None or published.last is None:
        return f"'{e.text}' as printed"
    around = str(published.first)
    if published.first != published.last:
        around = f"a day from {published.first} to {published.last}"
    side = "after" if tense == "future" or (e.amount or 0) > 0 else "as of"
    return f"'{e.text}' {side} {around}"
