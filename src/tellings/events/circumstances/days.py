"""The days of an event, out of what its accounts give."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tellings.events.merging.accounts import Account, fallback
from tellings.model.times import Dated
from tellings.times.dating import UNNAMED


def when_of(group: Sequence[Account]) -> tuple[Dated | None, bool]:
    """The days that all dated accounts leave; else the story's news day; else the days up to publication."""
    known = sorted((a.days for a in group if a.days), key=lambda d: (d.last - d.first, d.first, d.basis))
    if known:
        first = max([known[0].first, *(d.first for d in known if d.first <= known[0].last)])
        last = min([known[0].last, *(d.last for d in known if d.last >= first)])
        return Dated(first, last, "day" if first == last else known[0].precision, known[0].basis), True
    dated = [a for a in group if a.dating.window.first or a.dating.window.last]
    found = [(fallback(a), a.dating.confidence) for a in dated]
    if not found:
        return None, False
    (days, news), _ = min(found, key=_sureness)
    return _as_told_last(dated, days), news


def _sureness(found: tuple[tuple[Dated, bool], float]) -> tuple[bool, bool, float, timedelta, date]:
    """Days that the words of a telling give first, then those that its lead names, then the surer and the shorter."""
    (days, told), confidence = found
    return not told, UNNAMED in days.basis, -confidence, days.last - days.first, days.first


def _as_told_last(group: Sequence[Account], days: Dated) -> Dated:
    """The last of the days of news on which tellings without a time have it, where all had appeared by then or later.

    A telling whose news is of Sunday and that appeared on Monday may tell of Monday's, too.
    """
    news = [n for a in group if (n := a.dating.news_day) and n.precision == "day" and UNNAMED not in n.basis]
    appeared = [a.dating.window.last for a in group if a.dating.window.last]
    if days.precision != "day" or len(news) < 2 or len(news) < len(group) or not appeared:
        return days
    fitting = [n for n in news if n.last <= min(appeared)]
    last = max(fitting, key=lambda n: (n.first, n.basis), default=None)
    if last is None or last.first <= days.last:
        return days
    return Dated(last.first, last.last, "day", f"no time is given: the last day of the tellings' news ({last.basis})")
