"""What an article says of its own day, each saying a hint: an interval, a weekday, or a day of every year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tellings.model.article import Article
from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.model.times import Interval, TimeExpression, TimeKind
from tellings.times.hint import MAX_LAG, Hint, clue_of
from tellings.times.resolving import resolve
from tellings.times.tagger import tags
from tellings.times.tenures import TermsOf, tenure_hints
from tellings.times.words import any_of, number, words

#: A dateline may stand over a text that is brought again within the month.
DATELINE_NEAR = 21
#: Days after the dateline's within which most print it.
DATELINE_AFTER = 3
#: What a dated event in the text weighs, by how it is dated: years stand in forecasts and names, too.
BACKGROUND: dict[TimeKind, float] = {"date": 0.9, "month": 0.8, "year": 0.3}
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
#: "The second anniversary of", "one year since", "near the end of its first year": how many years have passed.
TURN = re.compile(
    rf"\b(?:(?:(?P<before>{any_of('number')}|\d+)\s+days?\s+(?:before|ahead of|short of)\s[^.;,]{{0,30}}?)?"
    rf"(?P<n>{any_of('number')}|\d+)(?:\s+years?\s+(?:since|after|on\s+from|ago)|-year\s+(?:mark|anniversary))"
    rf"|(?P<nth>{any_of('ordinal')}|\d+(?:st|nd|rd|th))\s+anniversary"
    rf"|end\s+of\s+(?:its|the|their)\s+(?P<mth>{any_of('ordinal')})\s+year\b)",
    re.IGNORECASE,
)
#: Days around an anniversary in which it is written of, and around one whose distance is counted in days.
AROUND, COUNTED = 45, 3
#: What lasts days: a visit, talks, somebody's being in a place ("is in Seoul until Wednesday").
BRIEF = re.compile(rf"(?i:\b(?:{any_of('brief_event')})s?\b)|\b(?:is|are|stays?|remains?) in (?=[A-Z])\w+")


def hints_of(reading: Reading, terms_of: TermsOf) -> tuple[Hint, ...]:
    """Every hint that one article gives, its page's own date stamps left aside."""
    return (
        *tenure_hints(reading, terms_of),
        *_seen_hints(reading.article),
        *_dateline_hints(reading.article),
        *_weekday_hints(reading),
        *_lead_day_hints(reading),
        *(hint for e in reading.times for hint in _expression_hints(reading, e)),
    )


def _seen_hints(article: Article) -> Iterator[Hint]:
    day = day_of(article.seen or "")
    if day:
        clue = clue_of("seen by then", "published", article, Span(0, 0), f"the page was in hand on {day}", 0.99)
        yield Hint(replace(clue, last=day), fade=SEEN_FADE)
    for carried in (day_of(s.value) for s in article.stated if s.source == "carrier"):
        if carried:
            said = f"the carrier gave it on {carried}"
            clue = clue_of("carried by then", "published", article, Span(0, 0), said, 0.9)
            yield Hint(replace(clue, last=carried + timedelta(1)), fade=SEEN_FADE)


def day_of(value: str) -> date | None:
    """The day of an ISO 8601 value, None where it names none or one in no news page's time."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if day.year in NEWS_YEARS else None


def dateline_expression(article: Article) -> TimeExpression | None:
    """The dateline's day as an expression."""
    found = next((tag for tag in tags(article.dateline_date or "") if tag.says.month and tag.says.day), None)
    span = article.dateline or Span(0, 0)
    if not found:
        return None
    says = found.says
    return TimeExpression(
        start=span.start,
        end=span.end,
        text=found.text,
        kind="date" if says.year else "month_day",
        year=says.year,
        month=says.month,
        day=says.day,
    )


def _dateline_hints(article: Article) -> Iterator[Hint]:
    """The event lies in the week up to the dateline's day, publication within three days of it."""
    e = dateline_expression(article)
    if not e or not e.month or not e.day:
        return
    detail = f"the dateline is of {e.text}"
    clue = replace(clue_of("dateline", "event", article, e.span, detail, 0.95), text=e.text)
    days = resolve(e, Interval(None, None))
    if days:  # a dateline with its year
        first, last = days.first - timedelta(MAX_LAG), days.last + timedelta(DATELINE_AFTER)
        yield Hint(replace(clue, first=first, last=days.last), fade=DATELINE_FADE)
        yield Hint(replace(clue, about="published", first=days.first, last=last), near=DATELINE_NEAR)
        return
    day = (e.month, e.day)
    yield Hint(clue, day, MAX_LAG, 0, DATELINE_FADE)
    yield Hint(replace(clue, about="published"), day, 0, DATELINE_AFTER, near=DATELINE_NEAR)


def lead_weekday(reading: Reading) -> TimeExpression | None:
    """The first bare weekday in the lead that does not lie ahead, in its sentence the main act's first."""
    lead = [e for e in reading.times if e.sentence < LEAD and e.kind == "weekday" and e.amount is None]
    return min(
        (e for e in lead if e.tense != "future" and not e.modifier), key=lambda e: (e.sentence, e.aside), default=None
    )


def _weekday_hints(reading: Reading) -> Iterator[Hint]:
    e = lead_weekday(reading)
    if e:
        clue = clue_of("weekday in the lead", "event", reading.article, e.span, f"it happened on a {e.text}", 0.98)
        yield Hint(replace(clue, weekday=e.weekday))


def _lead_day_hints(reading: Reading) -> Iterator[Hint]:
    """A day of the year in the lead, its weekday printed with it, is the main event's ("met on Tuesday, May 6")."""
    lead = [e for e in reading.times if e.sentence < LEAD and e.kind == "month_day"]
    for e, named in ((e, _weekday_of(reading, e)) for e in lead):
        if e.month and e.day and named and named.tense != "future" and not (named.modifier or named.aside):
            clue = clue_of("day in the lead", "event", reading.article, e.span, f"it happened on {e.text}", 0.9)
            yield Hint(clue, (e.month, e.day), weekday_there=named.weekday)
            return


def _weekday_of(reading: Reading, e: TimeExpression) -> TimeExpression | None:
    """What bears the weekday of a day: itself, or the expression right before it ("Tuesday (May 6)")."""
    if e.weekday is not None:
        return e
    text = reading.article.text
    beside = [t for t in reading.times if t.kind == "weekday" and t.amount is None and t.sentence == e.sentence]
    return next((t for t in beside if t.end < e.start and text[t.end : e.start].strip() in {"(", ","}), None)


def _expression_hints(reading: Reading, e: TimeExpression) -> Iterator[Hint]:
    if e.kind == "month_day" and e.month and e.day:
        yield from _month_day_hints(reading, e, (e.month, e.day))
    elif e.year and e.kind in BACKGROUND and e.modifier not in {"less than", "more than"}:
        yield from _calendar_hints(reading, e)
        yield from _anniversary_hints(reading, e)


def _anniversary_hints(reading: Reading, e: TimeExpression) -> Iterator[Hint]:
    """A day with its year, so many years after which the article is written."""
    around = reading.sentences[e.sentence].of(reading.article.text)
    turned = "year" in around.lower() or "anniversary" in around.lower()  # a tenth of the time of looking for a turn
    turn, days = TURN.search(around) if turned else None, resolve(replace(e, modifier=None), Interval(None, None))
    years = _years(turn) if turn else None
    if turn and years and days and days.precision in {"day", "month"}:
        ahead = number(turn["before"]) if turn["before"] else None
        near = timedelta(AROUND if ahead is None else COUNTED)
        first, last = (_years_on(d, years) - timedelta(ahead or 0) for d in (days.first, days.last))
        clue = clue_of("anniversary", "published", reading.article, e.span, f"“{turn[0]}”, counted from {e.text}", 0.85)
        yield Hint(replace(clue, first=first - near, last=last + near))


def _years(turn: re.Match[str]) -> int | None:
    if turn["n"]:
        return number(turn["n"])
    nth = (turn["nth"] or turn["mth"]).lower()
    return int(nth[:-2]) if nth[0].isdigit() else int(words("ordinal")[nth])


def _years_on(day: date, years: int) -> date:
    """The same day so many years later, the 29th of February as the 28th."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _month_day_hints(reading: Reading, e: TimeExpression, day: tuple[int, int]) -> Iterator[Hint]:
    """A day without its year tells something where it lies ahead, or where its weekday is printed with it."""
    article = reading.article
    around = reading.sentences[e.sentence].of(article.text)
    brief = BRIEF.search(around) if e.modifier == "until" else None
    named = _weekday_of(reading, e)
    weekday = named.weekday if named else None
    if brief and e.tense != "past":
        detail = f"{brief[0]} still to last until {e.text}, and such things last days, not weeks"
        clue = clue_of("end of a brief event", "published", article, e.span, detail, 0.95)
        yield Hint(clue, day, BRIEF_REACH, 0, BRIEF_FADE, weekday_there=weekday)
    elif e.tense == "future":
        clue = clue_of("a day to come", "published", article, e.span, f"it looks ahead to {e.text}", 0.8)
        yield Hint(clue, day, REACH, 0, weekday_there=weekday)
    elif weekday is not None:
        clue = clue_of("weekday of a date", "published", article, e.span, f"{e.text} is one of that weekday", 0.8)
        yield Hint(clue, day, REACH, REACH, weekday_there=weekday)


def _calendar_hints(reading: Reading, e: TimeExpression) -> Iterator[Hint]:
    """What is told as past was before publication, what lies ahead after it."""
    days = resolve(replace(e, modifier=None), Interval(None, None))
    weight = BACKGROUND[e.kind]
    if not days or e.tense is None:
        return
    if e.tense == "future":
        clue = clue_of(
            "a dated day to come", "published", reading.article, e.span, f"it looks ahead to {e.text}", weight
        )
        yield Hint(replace(clue, last=days.last))
    else:
        clue = clue_of(
            "dated background", "published", reading.article, e.span, f"it tells of {e.text} as past", weight
        )
        yield Hint(replace(clue, first=days.first))
