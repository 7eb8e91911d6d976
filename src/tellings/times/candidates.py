"""Candidate days of a story's main event, weighed by every hint of every telling."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tellings.model.times import Interval, Rejected
from tellings.times.hint import MAX_LAG, Hint
from tellings.times.hints import REACH

#: Beyond so many days nothing that is left could single one out.
MAX_CANDIDATES = 800
#: Tellings of one story have their main event within so many days.
NEAR_TELLING = timedelta(30)
#: The best day stands out where it holds at least this share.
STANDS_OUT = 0.5
#: So does the best of no more days than these, with at least this share.
FEW, SHARE_OF_FEW = 10, 0.2
#: No inference from hints is surer than this.
CEILING = 0.95
#: Hints at least this heavy bound the window.
HARD = 0.9
#: Lighter ones down to this do so where the window is still open.
FIRM = 0.6
ALTERNATIVES = 5
#: Years of an open term in which a weekday may be sought for its day.
YEARS_OPEN = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the hints leave: the window of days, the best day where one stands out, and what spoke against others."""

    window: Interval
    day: date | None = None
    share: float = 0.0
    rejected: tuple[Rejected, ...] = ()


def distinct(hints: Iterable[Hint]) -> tuple[Hint, ...]:
    """Each saying once, however many copies of a text repeat it, in a fixed order."""
    ordered = sorted(hints, key=lambda h: (h.clue.article_id, h.clue.start, h.clue.rule))
    return tuple({h.key: h for h in reversed(ordered)}.values())[::-1]


def weigh(hints: Sequence[Hint]) -> Verdict:
    """Weigh every day that the heavy hints leave, up to `MAX_CANDIDATES` of them."""
    window = event_window(hints)
    closed, trust = _focused(_paired(_closed(window, hints), hints), hints)
    days = _days(closed)
    if not days:
        return Verdict(window)
    scores = {day: math.prod(h.likelihood(day) for h in hints) for day in days}
    total = sum(scores.values())
    best = max(days, key=lambda d: (scores[d], d))
    share = trust * scores[best] / total if total else 0.0
    likely = [d for d in days if scores[d] >= scores[best] / 20]
    left = Interval(min(likely), max(likely))
    few = (max(likely) - min(likely)).days < FEW and share >= SHARE_OF_FEW
    if share < STANDS_OUT and not few:
        return Verdict(left)
    return Verdict(left, best, share, _against(scores, best, hints))


def event_window(hints: Sequence[Hint]) -> Interval:
    """The meet of all heavy hints' intervals, and of lighter ones where it is open.

    A hint that would leave no day is passed over.
    """
    ordered = sorted(hints, key=lambda h: (-h.clue.weight, h.clue.rule, str(h.clue.first), str(h.clue.last)))
    window = Interval(None, None)
    for hint in ordered:
        clue = hint.clue
        if not hint.month_day and (clue.weight >= HARD or (clue.weight >= FIRM and not (window.first and window.last))):
            slack = timedelta(MAX_LAG if clue.about == "published" else 0)
            window = window.meet(Interval(clue.first - slack if clue.first else None, clue.last)) or window
    return window


def _closed(window: Interval, hints: Sequence[Hint]) -> Interval:
    """A window that is open to the past, closed where a day of the year can be sought in the last two years of it."""
    if window.first or not window.last or not any(h.month_day and h.clue.weight >= HARD for h in hints):
        return window
    return Interval(window.last - timedelta(MAX_CANDIDATES - 1), window.last)


def _paired(window: Interval, hints: Sequence[Hint]) -> Interval:
    """A window with more days than can be weighed, narrowed to the year in which a printed weekday fits its day.

    A pair fits every five to eleven years: of several years in the window the first is taken where the window
    has no end, for offices are seldom held longer, and none where it has one.
    """
    pairs = [h for h in hints if h.month_day and h.weekday_there is not None]
    if not pairs or not window.first or _days(window):
        return window
    open_end = window.last is None
    last = window.last or window.first + timedelta(366 * YEARS_OPEN)
    anchors = {pairs[0].anchor(date(year, 7, 1)) for year in range(window.first.year, last.year + 1)}
    fitting = sorted(a for a in anchors if a and window.first <= a <= last and a.weekday() == pairs[0].weekday_there)
    if not fitting or (len(fitting) > 1 and not open_end):
        return window
    around = window.meet(Interval(fitting[0] - timedelta(REACH), fitting[0] + timedelta(REACH)))
    return around or window


def _focused(window: Interval, hints: Sequence[Hint]) -> tuple[Interval, float]:
    """A window with more days than can be weighed, narrowed to those around another telling's day.

    What is found there is no surer than that telling is: its weight comes with the window.
    """
    told = [h.clue for h in hints if h.clue.rule == "another telling" and h.clue.first and h.clue.last]
    best = max(told, key=lambda c: (c.weight, c.first or date.min), default=None)
    if best is None or not best.first or not best.last or _days(window):
        return window, 1.0
    around = window.meet(Interval(best.first - NEAR_TELLING, best.last + NEAR_TELLING))
    return (around, best.weight) if around else (window, 1.0)


def _days(window: Interval) -> list[date]:
    if not window.first or not window.last or (window.last - window.first).days >= MAX_CANDIDATES:
        return []
    return [window.first + timedelta(n) for n in range((window.last - window.first).days + 1)]


def _against(scores: dict[date, float], best: date, hints: Sequence[Hint]) -> tuple[Rejected, ...]:
    """The days that come next, each with what speaks against it."""
    others = sorted((d for d in scores if d != best), key=lambda d: (-scores[d], d))[:ALTERNATIVES]
    return tuple(Rejected(f"{day:%A} {day}", _objection(day, hints)) for day in others)


def _objection(day: date, hints: Sequence[Hint]) -> str:
    worst = min(hints, key=lambda h: (h.likelihood(day), h.clue.rule))
    clue = worst.clue
    return f"less likely by the clue '{clue.rule}' ({clue.text}): {clue.detail}"
