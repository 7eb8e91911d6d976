"""A hint: one clue to an article's day, with how likely it makes a day."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tellings.model.article import Article
from tellings.model.spans import Span
from tellings.model.times import Clue, Interval
from tellings.times.resolving import nearest

#: A report with a bare weekday is read within the week.
MAX_LAG = 6
#: The weight of a clue against a day that misses it narrowly: incoming and outgoing ministers are named so, too.
NEAR_MISS = 0.3


@dataclass(frozen=True, slots=True)
class Hint:
    """A clue with what the clue's own fields cannot hold.

    `month_day` is a day of every year, from which the day in question lies at most `before` days
    back and `after` days on. `fade` makes days ever less likely the longer before it they lie.
    `spans` are the intervals of which one must hold, where the clue's own is what they lie in.
    `weekday_there` is the weekday printed with that day of the year, which fits some years alone.
    A day that misses the clue by no more than `near` days is ruled out by `NEAR_MISS` alone.
    """

    clue: Clue
    month_day: tuple[int, int] | None = None
    before: int = 0
    after: int = 0
    fade: float | None = None
    near: int = 0
    weekday_there: int | None = None
    spans: tuple[Interval, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What the hint says, without who says it: copies of one text count once."""
        c = self.clue
        return (c.rule, c.about, c.first, c.last, c.weekday, self.month_day, self.weekday_there, self.spans)

    def anchor(self, day: date) -> date | None:
        """The named day of the year that lies nearest to `day`."""
        return nearest(day, *self.month_day) if self.month_day else None

    def allows(self, day: date, slack: int = 0) -> bool:
        """Whether the day fits; `slack` days are granted before the first."""
        clue, anchor = self.clue, self.anchor(day)
        if clue.weekday is not None and day.weekday() != clue.weekday:
            return False
        if anchor and self.weekday_there not in {None, anchor.weekday()}:
            return False
        if anchor and not -self.before - slack <= (day - anchor).days <= self.after:
            return False
        spans = self.spans or (Interval(clue.first, clue.last),)
        return any(Interval(s.first - timedelta(slack) if s.first else None, s.last).holds(day) for s in spans)

    @property
    def chance(self) -> float:
        """How often a clue that is wrong would fit a day all the same: it could have named any day."""
        if self.month_day:
            return (self.before + self.after + 1) / 365
        if self.clue.rule == "another telling" and self.clue.first and self.clue.last:
            return ((self.clue.last - self.clue.first).days + 1) / 365
        return 1.0 if self.clue.weekday is None else 1 / 7

    def likelihood(self, day: date) -> float:
        """How well an event on that day goes with the hint, 1 at best."""
        slack = MAX_LAG if self.clue.about == "published" else 0
        if not self.allows(day, slack):
            return (1 - self.weight_against(day)) * self.chance
        end = self.anchor(day) or self.clue.last
        return math.exp((day - end).days / self.fade) if self.fade and end and day < end else 1.0

    def weight_against(self, day: date) -> float:
        """How much the clue weighs against a day that it does not allow."""
        steps = (timedelta(-self.near), timedelta(self.near)) if self.near else ()
        return min(NEAR_MISS, self.clue.weight) if any(self.allows(day + step) for step in steps) else self.clue.weight

    def settled(self, day: date) -> Clue:
        """The clue with the interval that it comes to around `day`."""
        anchor = self.anchor(day)
        if not anchor:
            return self.clue
        return replace(self.clue, first=anchor - timedelta(self.before), last=anchor + timedelta(self.after))


def clue_of(rule: str, about: str, article: Article, span: Span, detail: str, weight: float) -> Clue:
    """A clue without days as yet, resting on words of an article."""
    return Clue(
        rule=rule,
        about="event" if about == "event" else "published",
        article_id=article.article_id,
        start=span.start,
        end=span.end,
        text=span.of(article.text),
        detail=detail,
        weight=weight,
    )
