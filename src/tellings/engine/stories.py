"""Readings to stories: relate, date, resolve, attribute, merge. A pure function of the set of readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

import tellings.actors as actors
import tellings.events as events
import tellings.quotes as quotes
import tellings.relate as relate
import tellings.times as times
from tellings.model.actors import Actor, Reported
from tellings.model.page import Reject
from tellings.model.reading import Reading
from tellings.model.rows import MentionRow, StoryRows
from tellings.model.times import Dating
from tellings.record.fullest import FullestActors
from tellings.record.runs import STORIES

REPORT = "please report this page; the other stories are not affected"
Fetch = Callable[[Iterable[str]], Iterator[Reading]]
Elsewhere = Mapping[str, Sequence[Reported]]
NOTHING: Elsewhere = MappingProxyType({})


def sketches(readings: Iterable[Reading]) -> Iterator[relate.Sketch]:
    """Give the facts of each article by which it is compared with others; one reading is held at a time."""
    return (relate.sketch(reading, times.date_articles([reading])[0]) for reading in readings)


def stories(
    fetch: Fetch, groups: Iterable[relate.Group], elsewhere: Elsewhere = NOTHING
) -> Iterator[StoryRows | Reject]:
    """Give each group's rows, ordered by its least article. One bad story never ends a run: its pages come as rejects.

    `fetch(ids)` gives the readings of these articles; one story's are held at a time. `elsewhere` is what other
    articles say of whom these leave open, by article.
    """
    for group in sorted(groups):
        readings = tuple(fetch(group))
        try:
            yield story_rows(readings, elsewhere)
        except OSError:  # a full disk is not the story's fault
            raise
        except Exception as error:
            reason = f"its story could not be put together: {type(error).__name__}: {error}"
            yield from (Reject(r.article.page, STORIES, reason, REPORT) for r in readings)


def story_rows(readings: Sequence[Reading], elsewhere: Elsewhere = NOTHING) -> StoryRows:
    """Put one story together from the readings of its tellings, and what articles of other stories tell of its cast."""
    readings = sorted(readings, key=lambda reading: reading.article.article_id)
    datings = times.date_articles(readings)
    story = relate.tell([_of_body(reading) for reading in readings], datings)
    cast = {r.article.article_id: _actors(r, d, readings, elsewhere) for r, d in zip(readings, datings, strict=True)}
    said = [
        row
        for reading, dating in zip(readings, datings, strict=True)
        for row in quotes.attribute(reading, dating, cast[reading.article.article_id])
    ]
    rows, utterances = quotes.join(story.story_id, said)
    told = events.gather(readings, datings, cast)
    coded, evidence = events.rows_of(story, told)
    return StoryRows(
        story=story,
        title=_title(readings),
        date=_date(datings),
        datings=tuple(datings),
        actors=tuple(FullestActors(chain.from_iterable(cast.values()))),
        mentions=tuple(row for r in readings for row in _mentions(r, cast[r.article.article_id])),
        quotes=rows,
        utterances=utterances,
        events=coded,
        evidence=evidence,
        disagreements=events.disagreements(story, readings, datings, rows, utterances, coded, told),
    )


def _of_body(reading: Reading) -> Reading:
    """What is compared with other tellings: of a title alone, nothing."""
    return replace(reading, sentences=()) if reading.article.is_title else reading


def _actors(reading: Reading, dating: Dating, tellings: Sequence[Reading], elsewhere: Elsewhere) -> tuple[Actor, ...]:
    claims = [claim for telling in tellings for claim in telling.cast.claims]
    return actors.resolve(reading.cast, dating.window, claims, elsewhere.get(reading.article.article_id, ()))


def _mentions(reading: Reading, cast: tuple[Actor, ...]) -> Iterator[MentionRow]:
    for m in reading.cast.mentions:
        yield MentionRow(reading.article.article_id, m.start, m.end, m.text, m.kind, cast[m.entity].actor_id)


def _title(readings: Sequence[Reading]) -> str | None:
    """The title of the longest telling: the others cut it or reword it."""
    titled = [r.article for r in readings if r.article.title]
    return max(titled, key=lambda a: (len(a.text), a.article_id)).title if titled else None


def _date(datings: Sequence[Dating]) -> str | None:
    days = [d.news_day.first.isoformat() for d in datings if d.news_day]
    return min(days) if days else None
