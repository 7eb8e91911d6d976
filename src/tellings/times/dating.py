"""An article's own day: the stamp that its page bears where the text bears it out, else what the clues leave.

Reasoning over constraints. Every telling of a story gives clues, each an interval, a weekday or a
day of every year. A stamp that they contradict is refused. Without a stamp, the days that all
hard clues leave are candidates for the day of the main event; each is weighed by all clues, and the
best is taken where it stands out. An article is published on that day or within the week after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tellings.model.actors import Cast, Term
from tellings.model.reading import Reading
from tellings.model.times import Clue, Dated, Dating, Interval
from tellings.times.candidates import CEILING, Verdict, distinct, weigh
from tellings.times.hint import MAX_LAG, Hint
from tellings.times.hints import LEAD, dateline_expression, hints_of, lead_weekday
from tellings.times.resolving import resolve
from tellings.times.stamps import BELIEVED, Stamp, never, refused, stamps_of, surest, updated
from tellings.times.tenures import TermsOf

#: Tellings of one occurrence appear within days; a stamp further than this from another's is doubtful.
FAR = timedelta(30)
#: What is left of the odds of the later and of the earlier of two such stamps: a re-post is stamped late, never early.
FAR_ODDS = (0.01, 0.8)
#: A stamp of such confidence is a witness for and against others', though it may not be believed by itself.
WITNESS = 0.4
#: How far the odds of a stamp rise beside another telling's of the same days, where a third telling's lies far off.
NEAR_ODDS = 3.0
#: The basis of a main event's day that no words name.
UNNAMED = "the day of publication; the lead names no other"
#: Days after an event on which what follows it is told by the weekday alone; a weekday further on is one before it.
SOON = 2


def office_terms(cast: Cast) -> Sequence[Term]:
    """The terms of office that the actors' table knows for those whom an article names with an office."""
    from tellings import actors  # late: the two packages read each other's results

    return actors.terms(cast)


def date_articles(readings: Sequence[Reading], terms_of: TermsOf = office_terms) -> tuple[Dating, ...]:
    """Date all tellings of one story together, whatever their order.

    Args:
        readings: the tellings of one story, or a single one.
        terms_of: gives the spans in which those named held the offices that they are named with.

    Returns:
        one dating for each reading, in the order of `readings`.
    """
    hints = {r.article.article_id: hints_of(r, terms_of) for r in readings}
    said = distinct(h for own in hints.values() for h in own)
    stamps = _compared({r.article.article_id: _heard(r, hints, said) for r in readings})
    dated = {
        r.article.article_id: _stated(r, stamps[r.article.article_id], hints[r.article.article_id])
        for r in readings
        if _believed(stamps[r.article.article_id])
    }
    late = [h for r in readings for h in _late(r, stamps[r.article.article_id])]
    pool = distinct([*said, *late, *_sure_days(dated)])
    verdict = weigh(pool) if len(dated) < len(readings) else Verdict(Interval(None, None))
    return tuple(
        dated.get(r.article.article_id)
        or _inferred(r, verdict, hints[r.article.article_id], pool, stamps[r.article.article_id])
        for r in readings
    )


def _heard(reading: Reading, hints: Mapping[str, tuple[Hint, ...]], said: Sequence[Hint]) -> tuple[Stamp, ...]:
    """An article's stamps, weighed against its own text and what the other tellings say beyond it."""
    own = hints[reading.article.article_id]
    known = {h.key for h in own}
    return stamps_of(reading, own, [h for h in said if h.key not in known])


def _late(reading: Reading, stamps: Sequence[Stamp]) -> tuple[Hint, ...]:
    return () if _believed(stamps) else refused(reading.article, stamps)


def _believed(stamps: Sequence[Stamp]) -> bool:
    return bool(stamps) and stamps[0].confidence >= BELIEVED


def _compared(stamps: Mapping[str, tuple[Stamp, ...]]) -> dict[str, tuple[Stamp, ...]]:
    """Lower a stamp that lies far from other tellings'."""
    sure = {a: own[0].day for a, own in sorted(stamps.items()) if own and own[0].confidence >= WITNESS}
    return {
        article_id: surest(_beside(stamp, {a: day for a, day in sure.items() if a != article_id}) for stamp in own)
        for article_id, own in stamps.items()
    }


def _beside(stamp: Stamp, sure: Mapping[str, date]) -> Stamp:
    """A stamp beside those of the other tellings; two that are earlier and near one another count twice."""
    far = {article_id: day for article_id, day in sure.items() if abs(day - stamp.day) > FAR}
    if not far:
        return stamp
    first = min(far, key=lambda article_id: (far[article_id], article_id))
    day = far[first]
    agreeing = sum(abs(other - day) <= FAR for other in far.values())
    late = stamp.day > day
    odds = stamp.confidence / (1 - stamp.confidence) * (FAR_ODDS[0] ** min(agreeing, 2) if late else FAR_ODDS[1])
    if not late and len(far) < len(sure):
        odds *= NEAR_ODDS
    clue = Clue("another telling", "published", first, 0, 0, "", f"another telling is of {day}", day, day, None, 0.7)
    return replace(stamp, confidence=odds / (1 + odds), against=(*stamp.against, clue))


def _sure_days(dated: Mapping[str, Dating]) -> list[Hint]:
    """The main event's day as each dated telling has it, for those without a date."""
    return [
        Hint(
            Clue(
                rule="another telling",
                about="event",
                article_id=article_id,
                start=0,
                end=0,
                text=dating.published or "",
                detail=f"another telling, of {dating.published}, has {dating.news_day.first}",
                first=dating.news_day.first,
                last=dating.news_day.last,
                weight=min(dating.confidence, 0.95),
            )
        )
        for article_id, dating in dated.items()
        if dating.news_day
    ]


def _stated(reading: Reading, stamps: Sequence[Stamp], hints: Sequence[Hint]) -> Dating:
    """The dating of an article whose best stamp is believed."""
    stamp = stamps[0]
    window = Interval(stamp.day, stamp.day)
    return Dating(
        article_id=reading.article.article_id,
        published=stamp.stated.value,
        updated=updated(reading.article, stamp.stated.value),
        basis="url" if stamp.stated.source == "url" else "stated",
        confidence=round(stamp.confidence, 3),
        window=window,
        news_day=news_day(reading, window),
        rejected=(*(s.rejected for s in stamps[1:] if s.day != stamp.day), *never(reading.article)),
        clues=tuple(h.settled(stamp.day) for h in hints),
    )


def news_day(reading: Reading, published: Interval) -> Dated | None:
    """The day of the main event of an article whose day is known.

    The lead's weekday, else another day that the lead names within the week before, else the
    dateline's, else the day of publication.
    """
    named = lead_weekday(reading)
    lead = [e for e in reading.times if e.sentence < LEAD and e.tense != "future" and not e.modifier]
    lead = [e for e in [*([named] if named else []), *lead] if not e.aside]
    for expression in lead:
        days = resolve(expression, published)
        if days and days.precision == "day" and published.last and 0 <= (published.last - days.last).days <= MAX_LAG:
            return replace(days, basis=f"{days.basis}, in the lead")
    return _dateline_day(reading, published) or _published_day(published)


def _dateline_day(reading: Reading, published: Interval) -> Dated | None:
    expression = dateline_expression(reading.article)
    days = resolve(expression, published) if expression else None
    if days and published.last and abs(published.last - days.last).days <= MAX_LAG:
        return replace(days, basis=f"{days.basis}, in the dateline")
    return None


def _published_day(published: Interval) -> Dated | None:
    if not published.first or not published.last:
        return None
    return Dated(published.first, published.last, "day", UNNAMED)


def _inferred(
    reading: Reading, verdict: Verdict, own: Sequence[Hint], pool: Sequence[Hint], stamps: Sequence[Stamp]
) -> Dating:
    """The dating of an article without a stamp to be believed."""
    article = reading.article
    window = _published_window(reading, verdict, own)
    day = verdict.day
    return Dating(
        article_id=article.article_id,
        published=window.first.isoformat() if day and window.first else None,
        updated=None,
        basis="inferred" if day else "none",
        confidence=round(min(verdict.share, CEILING), 3) if day else 0.0,
        window=window,
        news_day=Dated(day, day, "day", _grounds(day, pool)) if day else None,
        rejected=(*(stamp.rejected for stamp in stamps), *verdict.rejected, *never(article)),
        clues=tuple(h.settled(day) if day else h.clue for h in pool),
    )


def _published_window(reading: Reading, verdict: Verdict, own: Sequence[Hint]) -> Interval:
    """The days on which the article can have been published: from the event's day, within the week."""
    if not verdict.day:
        last = verdict.window.last
        return Interval(verdict.window.first, last)
    about = [h for h in own if h.clue.about == "published"]
    days = [verdict.day + timedelta(lag) for lag in range(_told(reading, verdict.day), MAX_LAG + 1)]
    fitting = [d for d in days if all(h.allows(d) for h in about)] or days[:1]
    return Interval(fitting[0], fitting[-1])


def _told(reading: Reading, day: date) -> int:
    """Days from the event to the last weekday right after it that the article tells of as past."""
    past = {e.weekday for e in reading.times if e.kind == "weekday" and e.tense == "past" and not e.modifier}
    return max((lag for lag in range(SOON + 1) if (day + timedelta(lag)).weekday() in past), default=0)


def _grounds(day: date, pool: Sequence[Hint]) -> str:
    """The clues that single the day out: those that bound it on both sides, the closest of each rule."""
    bounding = [h for h in pool if h.clue.weekday is not None or h.month_day or (h.clue.first and h.clue.last)]
    held = {h.clue.rule: h.clue.text for h in sorted(bounding, key=_width, reverse=True)}
    return f"{day:%A} {day}, by " + ", ".join(f"{rule} ({text})" for rule, text in sorted(held.items()))


def _width(hint: Hint) -> tuple[int, str]:
    first, last = hint.clue.first, hint.clue.last
    return ((last - first).days if first and last else 0, hint.clue.article_id)
