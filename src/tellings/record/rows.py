"""From the model's dataclasses to rows of the record, and readings back."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Protocol

import msgspec

from tellings.model.page import Page
from tellings.model.reading import Reading
from tellings.model.rows import EvidenceRow, QuoteRow, StoryRows
from tellings.model.times import Dating
from tellings.record.store import Value

#: A row by column name. Names that a table does not have are passed over when it is written.
NamedRow = dict[str, Value]


def pack(text: str) -> bytes:
    """Compress a text. Level 4 keeps a page in a fifth of its bytes at 100 MB a CPU second; 6 in 5 % less at 58."""
    return zlib.compress(text.encode(), 4)


def unpack(stored: Value) -> str:
    """Give back a packed text; the Parquet tables, compressed as files, hold it plain."""
    return zlib.decompress(stored).decode() if isinstance(stored, bytes) else str(stored)


def to_json(value: object) -> str:
    """Compact JSON of anything in the model."""
    return msgspec.json.encode(value).decode()


def read_reading(stored: Value) -> Reading:
    """A reading as it was stored."""
    return msgspec.json.decode(unpack(stored), type=Reading)


def named(thing: object, **more: object) -> NamedRow:
    """A dataclass as a row: plain values as they are, lists and objects as JSON."""
    names = _names(type(thing))  # type: ignore[arg-type]  # mypy takes the hash of its instances for a class's own
    row = {name: _cell(getattr(thing, name)) for name in names if name not in more}
    return row | {name: _cell(value) for name, value in more.items()}


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """A dataclass's fields."""
    return tuple(field.name for field in fields(kind))


def _cell(value: object) -> Value:
    if value is None or isinstance(value, (str, float, bytes)):
        return value
    return int(value) if isinstance(value, int) else to_json(value)


def page_rows(page: Page, reading: Reading) -> Iterator[tuple[str, NamedRow]]:
    """Everything one page brings by itself, as (table, row)."""
    yield "pages", named(page)
    yield from article_rows(reading)


def article_rows(reading: Reading) -> Iterator[tuple[str, NamedRow]]:
    """Everything that is read of one page, as (table, row)."""
    article, trace = reading.article, reading.trace
    compared = {"site": trace and trace.site, "paragraphs": trace.paragraphs if trace else ()}
    yield "articles", named(article, reading=to_json(reading), **compared)
    for dropped in reading.dropped:
        yield "dropped", named(dropped, article_id=article.article_id)
    for claim in reading.cast.claims:
        yield "claims", named(claim, article_id=article.article_id, month=reading.month)
    for sought in reading.sought if reading.month else ():
        yield "sought", named(sought, article_id=article.article_id, month=reading.month)


def story_rows(rows: StoryRows) -> Iterator[tuple[str, NamedRow]]:
    """Everything one story brings but its actors, who may stand in several, as (table, row)."""
    story = rows.story
    yield "stories", named(story, title=rows.title, date=rows.date, **_counts(rows))
    for family in story.families:
        yield "families", named(family, story_id=story.story_id)
    for telling in story.tellings:
        yield "tellings", named(telling, story_id=story.story_id)
    for table, things in _plain(rows):
        for thing in things:
            yield table, named(thing)
    for quote in rows.quotes:
        yield from _quote_evidence(quote)
    for event in rows.events:
        for source, target in sorted(directions(event.actors, event.recipients)):
            yield "event_dyads", {"source": source, "target": target, "event_id": event.event_id}
    countries = {party.actor_id: party.country for event in rows.events for party in (*event.actors, *event.recipients)}
    for evidence in rows.evidence:
        yield "evidence", named(evidence, country=evidence.country or _country(evidence, countries))


class Sided(Protocol):
    """One side of an event."""

    @property
    def country(self) -> str | None:
        """Its country."""


def directions(actors: Iterable[Sided], recipients: Sequence[Sided]) -> set[tuple[str, str]]:
    """The pairs of countries of which the first acts towards the second; without recipients each towards each other."""
    sources = {party.country for party in actors if party.country}
    targets = {party.country for party in recipients if party.country} if recipients else sources
    return {(source, target) for source in sources for target in targets if source != target}


def _counts(rows: StoryRows) -> dict[str, int]:
    return {"n_tellings": len(rows.story.article_ids), "n_independent": len(rows.story.families)}


def _plain(rows: StoryRows) -> tuple[tuple[str, tuple[object, ...]], ...]:
    return (
        ("mentions", rows.mentions),
        ("utterances", rows.utterances),
        ("quotes", rows.quotes),
        ("events", rows.events),
        ("disagreements", rows.disagreements),
    )


def _quote_evidence(quote: QuoteRow) -> Iterator[tuple[str, NamedRow]]:
    speaker = {"speaker": quote.speaker_id}
    for evidence in quote.evidence:
        more = {"quote_id": quote.quote_id, "article_id": quote.article_id, "actor_id": speaker.get(evidence.role)}
        yield "evidence", named(evidence, field="text", **more)


def _country(evidence: EvidenceRow, countries: dict[str, str | None]) -> str | None:
    return countries.get(evidence.actor_id) if evidence.actor_id else None


def dated_rows(rows: StoryRows) -> Iterator[NamedRow]:
    """What a story tells of each of its articles: its day, its story, its family."""
    family = {article: family.family_id for family in rows.story.families for article in family.article_ids}
    for dating in rows.datings:
        yield _dated(dating, rows.story.story_id, family.get(dating.article_id))


def _dated(dating: Dating, story_id: str, family_id: str | None) -> NamedRow:
    return {
        "article_id": dating.article_id,
        "published": dating.published,
        "updated": dating.updated,
        "published_basis": dating.basis,
        "published_confidence": dating.confidence,
        "published_rejected": to_json(dating.rejected),
        "story_id": story_id,
        "family_id": family_id,
        "dating": to_json(dating),
    }
