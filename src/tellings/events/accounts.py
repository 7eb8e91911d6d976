"""Codings with what their article resolves: who the sides are, when and where it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import tellings.times as times
from tellings.model.actors import Actor, Mention
from tellings.model.events import Coding
from tellings.model.places import Place
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.times import Dated, Dating, Interval, TimeExpression

#: An article's main event stands in its first sentences.
LEAD = 2
#: News that gives no day is of the last week before it was published.
RECENT = timedelta(7)
AHEAD = frozenset({"planned"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side as an article names it, and whom that was resolved to."""

    mention: Mention
    actor: Actor


@dataclass(frozen=True, slots=True)
class Account:
    """What one sentence says of an event. `days` is None where its words give no time."""

    reading: Reading
    dating: Dating
    coding: Coding
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    days: Dated | None
    place: Place | None
    sentence: Span
    lead: bool

    @property
    def article_id(self) -> str:
        """The article that it stands in."""
        return self.reading.article.article_id

    @property
    def expression(self) -> TimeExpression | None:
        """The words that give its time."""
        return None if self.coding.time is None else self.reading.times[self.coding.time]

    def words(self, span: Span) -> str:
        """The article's words at a span."""
        return span.of(self.reading.article.text)


def accounts(
    readings: Sequence[Reading], datings: Sequence[Dating], actors: Mapping[str, tuple[Actor, ...]]
) -> Iterator[Account]:
    """Give every coding of every telling, in the order of article and text."""
    by_id = {d.article_id: d for d in datings}
    for reading in sorted(readings, key=lambda r: r.article.article_id):
        cast = actors[reading.article.article_id]
        for coding in reading.codings:
            yield _account(reading, by_id[reading.article.article_id], coding, cast)


def fallback(account: Account) -> tuple[Dated, bool]:
    """The days of an account that gives none, and whether they are its story's news day."""
    news = account.dating.news_day
    if news and account.coding.status not in AHEAD:
        told = (
            "the day of the article's main event" if account.lead else "no time is given: the day of the article's news"
        )
        return Dated(news.first, news.last, news.precision, f"{told} ({news.basis})"), account.lead
    window = account.dating.window
    last = window.last or window.first
    if last is None:
        raise LookupError(account.article_id)
    first = (window.first or last) - (RECENT if account.coding.status not in AHEAD else timedelta(0))
    return Dated(first, last, "range", "no time is given: the days up to publication"), False


def _account(reading: Reading, dating: Dating, coding: Coding, cast: tuple[Actor, ...]) -> Account:
    return Account(
        reading=reading,
        dating=dating,
        coding=coding,
        actors=_sides(reading, coding.actors, cast),
        recipients=_sides(reading, coding.recipients, cast),
        days=_days(reading, dating, coding),
        place=None if coding.place is None else reading.places[coding.place],
        sentence=reading.sentences[coding.sentence],
        lead=coding.sentence < LEAD,
    )


def _sides(reading: Reading, mentions: Sequence[int], cast: tuple[Actor, ...]) -> tuple[Side, ...]:
    found = [reading.cast.mentions[m] for m in mentions]
    return tuple(Side(m, cast[m.entity]) for m in found)


def _days(reading: Reading, dating: Dating, coding: Coding) -> Dated | None:
    if coding.time is None:
        return None
    expression = reading.times[coding.time]
    tense: Literal["past", "future"] = "future" if coding.status in AHEAD else "past"
    if expression.kind == "weekday" and dating.news_day and not expression.amount:
        day = dating.news_day.first
        if dating.news_day.last == day and day.weekday() == expression.weekday:
            return Dated(day, day, "day", f"“{expression.text}”, the day of the article's main event")
    return times.resolve(expression, _today(dating), tense)


def _today(dating: Dating) -> Interval:
    return dating.window
