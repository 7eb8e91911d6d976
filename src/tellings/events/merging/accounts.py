"""Codings with what their article resolves: who the sides are, when and where it was."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

import tellings.times as times
from tellings.model.actors import Actor, Cast, Mention
from tellings.model.events import Coding
from tellings.model.places import Place
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.times import Dated, Dating, Interval, TimeExpression
from tellings.times.anchoring import FROM_EVENT

#: An article's main event stands in its first sentences.
LEAD = 2
#: News that gives no day is of the last week before it was published.
RECENT = timedelta(7)
AHEAD = frozenset({"planned"})
#: What is said to be done later, and so may name when.
PROMISES = frozenset({"AGREE", "REQUEST"})
#: Sentences before an act without a time that may set its day, and the kinds of time that name a day.
BACK = 2
SINGLE = frozenset({"date", "month_day", "weekday"})
#: News is mostly printed on the day of its event or the next.
NEXT = timedelta(1)
#: In what is reported the past perfect is the tense of the news itself ("said that it had signed").
SAID = re.compile(r"\b(?:said|says|told|announced|confirmed|reported|acknowledged|admitted|added|according)\b")
#: Between a time and an act: the time is that of the saying, the act lies before it ("said on Sunday that it had").
OWNED_UP = re.compile(r"\bthat\s[^.;]*\bhad\s+(?:\w+\s+){0,2}$")
#: How far a time that counts from an act may stand before it, and what ends its reach.
WORDS_BETWEEN = 8
CLAUSE_END = re.compile(r"[,;:]|\b(?:and|that|which|who)\b")
#: What may stand between an act and the date of its own phrase: its objects, and no other act or clause.
OWN_DATE = re.compile(
    r"(?:\s+(?:of|in|on|by|to|against|at|with|the|a|an|its|[A-Z][\w'’.-]*))*,?\s+(?:on|in|of|from|dated)\s+(?:the\s+)?$"
)
WORDS_WITHIN = 8
#: Words right before an act that set it before the main event: the past perfect, and what lasts "since" it.
BEFORE = re.compile(r"\b(?:had\s+(?:\w+\s+){0,2}|since\s+(?:[\w'’.-]+\s+){1,4})$", re.IGNORECASE)
#: What is still to come is promised in the news, and not in what had happened before it.
TO_COME = re.compile(r"\b(?:will|shall|(?:is|are) to)\b")
HAD = re.compile(r"\bhad\b")


@dataclass(frozen=True, slots=True)
class Side:
    """One side as an article names it, and whom that was resolved to."""

    mention: Mention
    actor: Actor


@dataclass(frozen=True, slots=True)
class Account:
    """What one sentence says of an event, at the time of `expression`. `days` is None where its words give no time.

    A `hint` would tell of none, did another telling not; `around` are then all whom its sentence names. `reporters`
    are who says so, where another does than the article.
    """

    reading: Reading
    dating: Dating
    coding: Coding
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    expression: TimeExpression | None
    days: Dated | None
    place: Place | None
    sentence: Span
    lead: bool
    hint: bool = False
    around: tuple[Side, ...] = ()
    reporters: tuple[Side, ...] = ()

    @property
    def article_id(self) -> str:
        """The article that it stands in."""
        return self.reading.article.article_id

    @property
    def is_title(self) -> bool:
        """Whether its article is a title alone."""
        return self.reading.article.is_title

    @property
    def place_in_text(self) -> tuple[str, int]:
        """The article and the number of its sentence."""
        return self.article_id, self.coding.sentence

    @property
    def earlier(self) -> bool:
        """Whether it gives no time and tells what had happened before the main event."""
        if self.days or self.coding.status in AHEAD:
            return False
        before = self.reading.article.text[self.sentence.start : self.coding.act.start]
        return bool(BEFORE.search(before)) and not SAID.search(before)

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
        found = [_account(reading, by_id[reading.article.article_id], coding, cast) for coding in reading.codings]
        dated: defaultdict[int, list[Account]] = defaultdict(list)
        for account in found:
            if account.days:
                dated[account.coding.sentence].append(account)
        yield from (a if a.days else _as_beside(a, dated[a.coding.sentence]) for a in found)


def _as_beside(account: Account, beside: Sequence[Account]) -> Account:
    """An act without a time of its own, at the time of the same doer's act beside it ("shelled it on Monday, killing").

    Where its sentence gives several times, or the other stands behind, it stays without. `beside` are the acts of the
    sentence that have a time.
    """
    ids = {s.actor.actor_id for s in account.actors}
    same = [a for a in beside if a.coding.type == account.coding.type and a.coding.act.start < account.coding.act.start]
    if not ids or len(beside) != 1 or not same or {s.actor.actor_id for s in same[0].actors} != ids:
        return account
    return replace(account, expression=same[0].expression, days=same[0].days, place=account.place or same[0].place)


def hinted(
    readings: Sequence[Reading], datings: Sequence[Dating], actors: Mapping[str, tuple[Actor, ...]]
) -> Iterator[Account]:
    """Give every hint of every telling, as `accounts` gives codings."""
    plain = [replace(reading, codings=reading.hints) for reading in readings]
    named = {r.article.article_id: _by_sentence(r.cast) for r in readings}
    for account in accounts(plain, datings, actors):
        mentions = named[account.article_id].get(account.coding.sentence, ())
        around = _sides(account.reading, mentions, actors[account.article_id])
        yield replace(account, hint=True, around=around)


def _by_sentence(cast: Cast) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for mention in cast.mentions:
        found.setdefault(mention.sentence, []).append(mention.index)
    return found


def fallback(account: Account) -> tuple[Dated, bool]:
    """The days of an account that gives none, and whether they are its story's news day."""
    news = account.dating.news_day
    if news and account.earlier:
        return Dated(
            news.first - RECENT, news.last, "range", "no time is given: before the article's main event"
        ), False
    told_on = None if account.lead or account.coding.status in AHEAD else _told_before(account)
    if told_on:
        return told_on, True
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


def _told_before(account: Account) -> Dated | None:
    """The day of the nearest sentence before, in the same paragraph, whose main act is told with its day."""
    reading, here = account.reading, account.sentence
    first = bisect_left(reading.times, account.coding.sentence - BACK, key=lambda e: e.sentence)
    last = bisect_left(reading.times, account.coding.sentence, key=lambda e: e.sentence)
    for expression in reversed(reading.times[first:last]):
        if "\n" in reading.article.text[expression.end : here.start]:
            return None
        if _promised_since(account, expression):
            return None
        if expression.kind in SINGLE and not (expression.aside or expression.modifier or expression.tense != "past"):
            days = times.resolve(expression, account.dating.window, "past", _today(expression, account.dating))
            told = f"no time is given: “{expression.text}” in the words before ({days.basis})" if days else ""
            return Dated(days.first, days.last, days.precision, told) if days else None
    return None


def _promised_since(account: Account, expression: TimeExpression) -> bool:
    """Whether an act is promised after words of what had been done: "had met on Friday. Prisoners will be freed"."""
    before = Span(account.reading.sentences[expression.sentence].start, expression.start)
    to_come = TO_COME.search(account.words(Span(account.sentence.start, account.coding.act.end)))
    return to_come is not None and HAD.search(account.words(before)) is not None


def _account(reading: Reading, dating: Dating, coding: Coding, cast: tuple[Actor, ...]) -> Account:
    expression = _printed(reading, coding) or _given(reading, coding)
    return Account(
        reading=reading,
        dating=dating,
        coding=coding,
        actors=_sides(reading, coding.actors, cast),
        recipients=_sides(reading, coding.recipients, cast),
        expression=expression,
        days=None if expression is None else _days(reading, dating, coding, expression),
        place=None if coding.place is None else reading.places[coding.place],
        sentence=reading.sentences[coding.sentence],
        lead=coding.sentence < LEAD,
        reporters=_sides(reading, () if coding.reporter is None else (coding.reporter,), cast),
    )


def _sides(reading: Reading, mentions: Sequence[int], cast: tuple[Actor, ...]) -> tuple[Side, ...]:
    """Each actor once, in the order of naming; a plural naming ("both countries") stands for its members."""
    found = [reading.cast.mentions[m] for m in mentions]
    sides = [Side(m, cast[e]) for m in found for e in reading.cast.entities[m.entity].members or (m.entity,)]
    return tuple({side.actor.actor_id: side for side in reversed(sides)}.values())[::-1]


def _given(reading: Reading, coding: Coding) -> TimeExpression | None:
    """The words that the coding rests on for its time, else those that count from the act."""
    return _after_it(reading, coding) if coding.time is None else reading.times[coding.time]


def _printed(reading: Reading, coding: Coding) -> TimeExpression | None:
    """The day or month with its year that ends the act's own phrase ("the invasion of Lume on May 3, 2031")."""
    for expression in reading.times:
        if expression.sentence == coding.sentence and expression.year and expression.month:
            between = reading.article.text[coding.act.end : expression.start]
            if 0 < len(between.split()) <= WORDS_WITHIN and OWN_DATE.match(between):
                return expression
    return None


def _days(reading: Reading, dating: Dating, coding: Coding, expression: TimeExpression) -> Dated | None:
    if expression.modifier == "since" and coding.sentence < LEAD:
        return None  # what a lead's "since" dates is the state that its act ends
    if expression.modifier in {"until", "by"} and coding.status not in AHEAD:
        return None  # how long or by when something is to be: not when it was promised, ordered or extended
    if coding.status not in AHEAD and _lies_ahead(expression, dating, coding):
        return None
    tense: Literal["past", "future"] = "future" if coding.status in AHEAD else "past"
    between = reading.article.text[expression.end : coding.act.start]
    if expression.kind == "weekday" and dating.news_day and not expression.amount and not OWNED_UP.search(between):
        day = dating.news_day.first
        if dating.news_day.last == day and day.weekday() == expression.weekday:
            return Dated(day, day, "day", f"“{expression.text}”, the day of the article's main event")
    base = times.counted_from(reading.times, expression, dating.window) or _today(expression, dating)
    days = times.resolve(expression, dating.window, tense, base)
    if days and OWNED_UP.search(between) and expression.kind != "bounded":
        return Dated(days.first - RECENT, days.last, "range", f"told on “{expression.text}” as done before")
    return days


def _after_it(reading: Reading, coding: Coding) -> TimeExpression | None:
    """The words that count from an act to the main event: "a month after" it, with nothing but its side between."""
    for expression in reading.times:
        if expression.kind == "bounded" and expression.sentence == coding.sentence:
            between = reading.article.text[expression.end : coding.act.start]
            if 0 < len(between.split()) <= WORDS_BETWEEN and not CLAUSE_END.search(between):
                return expression
    return None


def _lies_ahead(expression: TimeExpression, dating: Dating, coding: Coding) -> bool:
    """Whether the words give a day still to come: what was promised for it, not when it was promised.

    Of a month alone ("invited him to Lume in August") it is the nearer one for which something is asked or promised.
    """
    to_come, last = times.resolve(expression, dating.window, "future"), dating.window.last
    if to_come is None or last is None or to_come.last <= last:
        return False
    if expression.tense == "future":
        return True
    gone = times.resolve(expression, dating.window, "past")
    if gone is None or gone.first > last:
        return True
    return expression.kind == "month" and coding.type in PROMISES and to_come.first - last < last - gone.last


def _today(expression: TimeExpression, dating: Dating) -> Interval:
    """The days that words are counted from: "the day before" and "a week after" from the main event's.

    An article whose day is inferred may have appeared in any of the days after its event; what its past days
    are counted from is the first of them, as news is printed on the day of its event or the next.
    """
    news = dating.news_day
    if news and (expression.modifier in FROM_EVENT or expression.kind == "bounded"):
        return Interval(news.first, news.last)
    first, last = dating.window.first, dating.window.last
    if dating.basis == "inferred" and first and last and expression.tense != "future":
        return Interval(first, min(last, first + NEXT))
    return dating.window
