"""Readings to stories: relate, date, resolve, attribute, merge. A pure function of the set of readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import tellings.actors as actors
import tellings.events as events
import tellings.quotes as quotes
import tellings.relate as relate
import tellings.times as times
from tellings.model.actors import Actor
from tellings.model.reading import Reading
from tellings.model.rows import MentionRow, StoryRows
from tellings.model.times import Dating

Fetch = Callable[[Iterable[str] | None], Iterator[Reading]]


def stories(fetch: Fetch) -> Iterator[StoryRows]:
    """Give each story's rows, ordered by story id.

    `fetch(None)` streams every reading, `fetch(ids)` those named; one story's readings are held at a time.
    """
    sketches = (relate.sketch(reading, times.date_articles([reading])[0]) for reading in fetch(None))
    for group in sorted(relate.group(sketches), key=min):
        yield story_rows(tuple(fetch(group)))


def story_rows(readings: Sequence[Reading]) -> StoryRows:
    """Put one story together from the readings of its tellings."""
    readings = sorted(readings, key=lambda reading: reading.article.article_id)
    datings = times.date_articles(readings)
    story = relate.tell(readings, datings)
    cast = {r.article.article_id: _actors(r, d, readings) for r, d in zip(readings, datings, strict=True)}
    said = [
        row
        for reading, dating in zip(readings, datings, strict=True)
        for row in quotes.attribute(reading, dating, cast[reading.article.article_id])
    ]
    rows, utterances = quotes.join(story.story_id, said)
    coded, evidence = events.merge(story, readings, datings, cast)
    return StoryRows(
        story=story,
        title=_title(readings),
        date=_date(datings),
        datings=tuple(datings),
        actors=_distinct(chain.from_iterable(cast.values())),
        mentions=tuple(row for r in readings for row in _mentions(r, cast[r.article.article_id])),
        quotes=rows,
        utterances=utterances,
        events=coded,
        evidence=evidence,
        disagreements=events.disagreements(story, readings, datings, rows, utterances, coded),
    )


def _actors(reading: Reading, dating: Dating, tellings: Sequence[Reading]) -> tuple[Actor, ...]:
    claims = [claim for telling in tellings for claim in telling.cast.claims]
    return actors.resolve(reading.cast, dating.window, claims)


def _distinct(found: Iterable[Actor]) -> tuple[Actor, ...]:
    """One row an actor; where two tellings describe it differently, the fuller and then the first by text stands."""
    best: dict[str, Actor] = {}
    for actor in found:
        best[actor.actor_id] = min(actor, best.get(actor.actor_id, actor), key=_fullness)
    return tuple(best[key] for key in sorted(best))


def _fullness(actor: Actor) -> tuple[bool, bool, int, str]:
    return actor.country is None, actor.office is None, -len(actor.name), f"{actor.name} {actor.detail}"


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
