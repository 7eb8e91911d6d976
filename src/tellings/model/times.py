"""When: time expressions, the days they stand for, and how an article's own day was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tellings.model.spans import Span

Precision = Literal["day", "week", "month", "year", "range"]
TimeKind = Literal["date", "month_day", "month", "year", "weekday", "relative", "now", "bounded"]
#: Lengths, repeated times and hours of a day are read so that their words are not taken for a day; none is an
#: article's time.
WordsKind = TimeKind | Literal["duration", "set", "clock"]
Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` to `last`, both included; None where a side is open."""

    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether the day lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def meet(self, other: Interval) -> Interval | None:
        """The days that lie in both, None where there are none."""
        first = max((d for d in (self.first, other.first) if d), default=None)
        last = min((d for d in (self.last, other.last) if d), default=None)
        return None if first and last and first > last else Interval(first, last)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What words that name a time say by themselves.

    `year`, `month`, `day`, `weekday` (Monday 0) are what is printed, `clock` the hour ("22:00"). `unit` and
    `amount` give a relative step ("last month": month, -1; "two days ago": day, -2). `modifier` is a bound on
    it ("until", "since", "less than", "in the past").
    """

    kind: WordsKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    amount: int | None = None
    modifier: str | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(TimeWords):
    """Words of an article that name a time, read as far as the words alone allow.

    `head` is the token that governs it, in sentence `sentence`, and `tense` that of the verb there, None where
    it shows none. `aside` is true where it dates something beside the sentence's main act ("the raid on
    Sunday", "who met on Sunday").
    """

    kind: TimeKind
    index: int = 0
    sentence: int = 0
    head: int = 0
    start: int
    end: int
    text: str
    tense: Tense | None = None
    aside: bool = False

    @property
    def span(self) -> Span:
        """The expression's span in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time in days: what the record says of when something happened, and on what grounds."""

    first: date
    last: date
    precision: Precision
    basis: str


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that narrow a day: each clue is an interval, a weekday, or both.

    `about` says which day: the article's publication, or the day of the story's main event.
    `weight` is 0 to 1; a clue of 1 rules days out, a lighter one only speaks against them.
    """

    rule: str
    about: Literal["published", "event"]
    article_id: str
    start: int
    end: int
    text: str
    detail: str
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Rejected:
    """A value that was considered and not taken, with the reason."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dating:
    """An article's own day. `published` is ISO 8601 as precise as is known, None where nothing speaks.

    `window` holds every day that the clues leave; `news_day` is the day of the article's main event.
    `basis` is `stated`, `url`, `inferred` or `none`, with the clash spelled out where a stated date
    was refused. `confidence` is 0 to 1; .8 and above is meant to be relied on.
    """

    article_id: str
    published: str | None
    updated: str | None
    basis: str
    confidence: float
    window: Interval
    news_day: Dated | None
    rejected: tuple[Rejected, ...] = ()
    clues: tuple[Clue, ...] = ()
