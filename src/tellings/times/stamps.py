"""Dates that a page states for itself, each weighed against what its text says."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tellings.model.article import Article, StatedDate
from tellings.model.reading import Reading
from tellings.model.times import Clue, Rejected
from tellings.times.hint import Hint
from tellings.times.hints import day_of, lead_weekday

#: A stamp is believed at even odds or better.
BELIEVED = 0.5
CEILING = 0.99
#: What is left of the confidence in an update's stamp as the day of publication. With its time it is a news page's, and
#: changed within the day (right in 8 of 9 on AEB, WCXB and the dates' sets); without one often years late (1 of 13).
TIMED, UNTIMED = 0.9, 0.4
#: How far the odds of a stamp rise where the dateline's day lies just before it, and where another stamp agrees.
AGREES = 4.0
#: Days by which a text is likely older than the stamp of its re-post.
STAMPED_AGAIN = 365.0
TENSED = frozenset({"a day to come", "end of a brief event", "dated background", "a dated day to come"})
#: A page that brings an old text again stamps it everywhere: its stamps' agreement says nothing against such a clue.
REFUTES = 0.7
#: What a clue of another telling weighs, against one of the article's own.
OTHERS = 0.8
#: How the odds move with the days between the lead's weekday and the stamp: news is printed the same day or the next,
#: and a stamp of another text fits either no oftener than any other day.
LAG_ODDS = (2.0, 1.5, 0.8, 0.6, 0.5, 0.4, 0.4)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stated day with the confidence that is left after the text was heard."""

    stated: StatedDate
    day: date
    confidence: float
    against: tuple[Clue, ...] = ()

    @property
    def reason(self) -> str:
        """Why it was refused, in a sentence."""
        said = "; ".join(dict.fromkeys(clue.detail for clue in self.against))
        return f"contradicted by the text: {said}" if said else f"less sure than others: {self.stated.detail}"

    @property
    def rejected(self) -> Rejected:
        """The stamp as a value that was considered and not taken."""
        return Rejected(self.stated.value, self.reason)


def stamps_of(reading: Reading, own: Sequence[Hint], others: Sequence[Hint]) -> tuple[Stamp, ...]:
    """The stated days of an article, surest first, of one day the most precise.

    `own` are the hints of its text, `others` those of the other tellings, which weigh half.
    """
    found = [_stamp(reading, stated, day, own, others) for stated, day in _stated(reading.article)]
    return surest(found)


def surest(stamps: Iterable[Stamp]) -> tuple[Stamp, ...]:
    """Stamps in the order of their confidence, of equals the more precise first."""
    return tuple(sorted(stamps, key=lambda s: (-s.confidence, -len(s.stated.value), s.stated.value, s.stated.source)))


def updated(article: Article, published: str | None) -> str | None:
    """The last stated change after publication."""
    values = sorted(s.value for s in article.stated if s.updated and not s.refused and day_of(s.value))
    return next((v for v in reversed(values) if not published or v > published), None)


def never(article: Article) -> tuple[Rejected, ...]:
    """What looks like a date of the page and can be none: templates, literals, days that count back, bare years."""
    return tuple(dict.fromkeys(Rejected(s.value, f"{s.refused}: {s.detail}") for s in article.stated if s.refused))


def _stated(article: Article) -> list[tuple[StatedDate, date]]:
    """The dates that may be the article's own; an update's stands in where no other is believed."""
    days = [(stated, day_of(stated.value)) for stated in article.stated if not stated.refused]
    found = [(stated, day) for stated, day in days if day and not stated.updated]
    if any(stated.confidence >= BELIEVED for stated, _ in found):
        return found
    late = [(replace(s, confidence=s.confidence * _kept(s)), day) for s, day in days if day and s.updated]
    return found + late


def _kept(update: StatedDate) -> float:
    return TIMED if "T" in update.value else UNTIMED


def _stamp(reading: Reading, stated: StatedDate, day: date, own: Sequence[Hint], others: Sequence[Hint]) -> Stamp:
    against = _against(own, day, 1.0) + _against(others, day, OTHERS)
    sure = min(stated.confidence, CEILING)
    odds = sure / (1 - sure) * math.prod(1 - clue.weight for clue in against)
    if not any(clue.weight >= REFUTES for clue in against):
        odds *= AGREES ** _agreeing(reading.article, stated, day, own)
    weekday = lead_weekday(reading)
    if weekday and weekday.weekday is not None:
        odds *= LAG_ODDS[(day.weekday() - weekday.weekday) % 7]
    return Stamp(stated, day, min(odds / (1 + odds), CEILING), against)


def _against(hints: Sequence[Hint], day: date, share: float) -> tuple[Clue, ...]:
    """The clues that a day of publication breaks, with what each weighs against it.

    Of the clues that the tense of verbs gave the heaviest alone counts: they err together.
    """
    broken = [h for h in hints if h.clue.about == "published" and not h.allows(day)]
    clues = [replace(h.settled(day), weight=share * h.weight_against(day)) for h in broken]
    tensed = sorted((c for c in clues if c.rule in TENSED), key=lambda c: (-c.weight, c.start))
    return (*(c for c in clues if c.rule not in TENSED), *tensed[:1])


def refused(article: Article, stamps: Sequence[Stamp]) -> tuple[Hint, ...]:
    """What stamps that are not believed still tell: a text is stamped again late, never early."""
    return tuple(
        Hint(
            Clue(
                rule="stamped later",
                about="published",
                article_id=article.article_id,
                start=0,
                end=0,
                text=stamp.stated.text,
                detail=f"the page bore the date {stamp.stated.value}, which no earlier text would",
                last=stamp.day,
                weight=0.9,
            ),
            fade=STAMPED_AGAIN,
        )
        for stamp in stamps
    )


def _agreeing(article: Article, stated: StatedDate, day: date, hints: Sequence[Hint]) -> int:
    """How many other witnesses bear the day out: the dateline, and a stamp of another source within a day."""
    dateline = any(h.clue.rule == "dateline" and h.clue.about == "published" and h.allows(day) for h in hints)
    others = {
        other.source
        for other in article.stated
        if other.source != stated.source and (near := day_of(other.value)) and abs(near - day) <= timedelta(1)
    }
    return dateline + len(others)
