"""What an article says of its own day, each saying a hint: an interval, a weekday, or a day of every year."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tellings.model.actors import Cast, Term
from tellings.model.article import Article
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.times import Clue, Interval, TimeExpression, TimeKind
from tellings.times.resolving import nearest, resolve
from tellings.times.tagger import tags
from tellings.times.words import any_of

TermsOf = Callable[[Cast], Sequence[Term]]

#: A report with a bare weekday is read within the week.
MAX_LAG = 6
#: The weight of a clue against a day that misses it narrowly: incoming and outgoing ministers are named so, too.
NEAR_MISS = 0.3
OFFICE_NEAR = 45
#: A dateline may stand over a text that is brought again within the month.
DATELINE_NEAR = 21
#: What a dated event in the text weighs, by how it is dated: years stand in forecasts and names, too.
BACKGROUND: dict[TimeKind, float] = {"date": 0.9, "month": 0.8, "year": 0.3}
#: Words for the end of a term of office, and the days around its end in which they are written.
LEAVING = re.compile(
    r"\b(?:last (?:day|week) (?:of (?:his|her|their|the) term|in (?:office|power)|as \w+)"
    r"|hands? over power|leav(?:es|ing) office|steps? down (?:on|this))\b",
    re.IGNORECASE,
)
FAREWELL = timedelta(7)
#: Years in which a page of news can have been written.
NEWS_YEARS = range(1700, 2201)
#: Sentences that tell the main event.
LEAD = 3
#: Days between a report and a coming day that it names without a year.
REACH = 120
#: Days by which a brief event still to end ("a visit until May 3") fades as a guess: most last two to five.
BRIEF_FADE = 4.0
BRIEF_REACH = 14
#: Days by which a page was likely published before it was in hand.
SEEN_FADE = 180.0
#: Reports are sent on the event's day, sometimes the day after.
DATELINE_FADE = 1.0
BRIEF = re.compile(rf"\b(?:{any_of('brief_event')})s?\b", re.IGNORECASE)


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


def hints_of(reading: Reading, terms_of: TermsOf) -> tuple[Hint, ...]:
    """Every hint that one article gives, its page's own date stamps left aside."""
    return (
        *_office_hints(reading, terms_of),
        *_farewell_hints(reading, terms_of),
        *_seen_hints(reading.article),
        *_dateline_hints(reading.article),
        *_weekday_hints(reading),
        *(hint for e in reading.times for hint in _expression_hints(reading, e)),
    )


def _office_hints(reading: Reading, terms_of: TermsOf) -> Iterator[Hint]:
    """The terms of one holder are alternatives: who held the office twice is named so in either."""
    terms: defaultdict[tuple[int, int], list[Term]] = defaultdict(list)
    for term in terms_of(reading.cast):
        terms[term.start, term.end].append(term)
    for (start, end), held in sorted(terms.items()):
        detail = "; ".join(dict.fromkeys(term.detail for term in held))
        spans = tuple(sorted({Interval(term.first, term.last) for term in held}, key=_begin))
        clue = _clue("office held", "published", reading.article, Span(start, end), detail, 0.95)
        around = hull(spans)
        clue = replace(clue, text=held[0].text, first=around.first, last=around.last)
        yield Hint(clue, near=OFFICE_NEAR, spans=spans)


def _begin(span: Interval) -> date:
    return span.first or date.min


def hull(spans: Sequence[Interval]) -> Interval:
    """The interval that holds all spans."""
    firsts, lasts = [s.first for s in spans], [s.last for s in spans]
    first = None if None in firsts else min(d for d in firsts if d)
    last = None if None in lasts else max(d for d in lasts if d)
    return Interval(first, last)


def _farewell_hints(reading: Reading, terms_of: TermsOf) -> Iterator[Hint]:
    """Whoever "hands over power" or has "the last day of his term" is at the end of the term named beside it."""
    text = reading.article.text
    for term in terms_of(reading.cast):
        around = next((s.of(text) for s in reading.sentences if s.start <= term.start < s.end), "")
        leaving = LEAVING.search(around)
        if term.last and leaving:
            detail = f"{term.text}: “{leaving[0]}”, and that term ended on {term.last}"
            clue = _clue("end of a term", "published", reading.article, Span(term.start, term.end), detail, 0.9)
            yield Hint(replace(clue, first=term.last - FAREWELL, last=term.last + FAREWELL))


def _seen_hints(article: Article) -> Iterator[Hint]:
    day = day_of(article.seen or "")
    if day:
        clue = _clue("seen by then", "published", article, Span(0, 0), f"the page was in hand on {day}", 0.99)
        yield Hint(replace(clue, last=day), fade=SEEN_FADE)


def day_of(value: str) -> date | None:
    """The day of an ISO 8601 value, None where it names none or one in no news page's time."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if day.year in NEWS_YEARS else None


def dateline_expression(article: Article) -> TimeExpression | None:
    """The dateline's day as an expression."""
    found = next((tag for tag in tags(article.dateline_date or "") if tag.month and tag.day), None)
    span = article.dateline or Span(0, 0)
    if not found:
        return None
    kind: TimeKind = "date" if found.year else "month_day"
    return TimeExpression(
        0, 0, 0, span.start, span.end, found.text, kind, year=found.year, month=found.month, day=found.day
    )


def _dateline_hints(article: Article) -> Iterator[Hint]:
    """The event lies in the week up to the dateline's day, publication within three days of it."""
    e = dateline_expression(article)
    if not e or not e.month or not e.day:
        return
    detail = f"the dateline is of {e.text}"
    clue = replace(_clue("dateline", "event", article, e.span, detail, 0.95), text=e.text)
    days = resolve(e, Interval(None, None))
    if days:
        clue = replace(clue, first=days.first - timedelta(MAX_LAG), last=days.last)
    yield Hint(clue, (e.month, e.day), MAX_LAG, 0, DATELINE_FADE)
    yield Hint(replace(clue, about="published", first=None, last=None), (e.month, e.day), 0, 3, near=DATELINE_NEAR)


def lead_weekday(reading: Reading) -> TimeExpression | None:
    """The first bare weekday in the lead that does not lie ahead: the main act's, else one beside it."""
    lead = [e for e in reading.times if e.sentence < LEAD and e.kind == "weekday" and e.amount is None]
    return min((e for e in lead if e.tense != "future" and not e.modifier), key=lambda e: e.aside, default=None)


def _weekday_hints(reading: Reading) -> Iterator[Hint]:
    e = lead_weekday(reading)
    if e:
        clue = _clue("weekday in the lead", "event", reading.article, e.span, f"it happened on a {e.text}", 0.98)
        yield Hint(replace(clue, weekday=e.weekday))


def _expression_hints(reading: Reading, e: TimeExpression) -> Iterator[Hint]:
    if e.kind == "month_day" and e.month and e.day:
        yield from _month_day_hints(reading, e, (e.month, e.day))
    elif e.year and e.kind in BACKGROUND and e.modifier not in {"less than", "more than"}:
        yield from _calendar_hints(reading, e)


def _month_day_hints(reading: Reading, e: TimeExpression, day: tuple[int, int]) -> Iterator[Hint]:
    """A day without its year tells something where it lies ahead, or where its weekday is printed with it."""
    article = reading.article
    around = reading.sentences[e.sentence].of(article.text)
    brief = BRIEF.search(around) if e.modifier == "until" else None
    if brief and e.tense != "past":
        detail = f"{brief[0]} still to last until {e.text}, and such things last days, not weeks"
        clue = _clue("end of a brief event", "published", article, e.span, detail, 0.95)
        yield Hint(clue, day, BRIEF_REACH, 0, BRIEF_FADE, weekday_there=e.weekday)
    elif e.tense == "future":
        clue = _clue("a day to come", "published", article, e.span, f"it looks ahead to {e.text}", 0.8)
        yield Hint(clue, day, REACH, 0, weekday_there=e.weekday)
    elif e.weekday is not None:
        clue = _clue("weekday of a date", "published", article, e.span, f"{e.text} is one of that weekday", 0.8)
        yield Hint(clue, day, REACH, REACH, weekday_there=e.weekday)


def _calendar_hints(reading: Reading, e: TimeExpression) -> Iterator[Hint]:
    """What is told as past was before publication, what lies ahead after it."""
    days = resolve(replace(e, modifier=None), Interval(None, None))
    weight = BACKGROUND[e.kind]
    if not days or e.tense is None:
        return
    if e.tense == "future":
        clue = _clue("a dated day to come", "published", reading.article, e.span, f"it looks ahead to {e.text}", weight)
        yield Hint(replace(clue, last=days.last))
    else:
        clue = _clue("dated background", "published", reading.article, e.span, f"it tells of {e.text} as past", weight)
        yield Hint(replace(clue, first=days.first))


def _clue(rule: str, about: str, article: Article, span: Span, detail: str, weight: float) -> Clue:
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
