"""Rows of the record's cross-article tables: what merging a story gives. Dates are ISO 8601 text."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model.actors import Actor
from tellings.model.relations import Story
from tellings.model.spans import Field, Role, Span
from tellings.model.times import Dating


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention and the actor that it was resolved to."""

    article_id: str
    start: int
    end: int
    text: str
    kind: str
    actor_id: str


@dataclass(frozen=True, slots=True)
class QuoteEvidence:
    """The words that a quote's speaker, cue, addressee or relay rests on."""

    role: Role
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with its speaker resolved on the day it was said."""

    quote_id: str
    article_id: str
    kind: str
    text: str
    start: int
    end: int
    parts: tuple[Span, ...]
    evidence: tuple[QuoteEvidence, ...]
    speaker_text: str | None
    speaker_name: str | None
    speaker_id: str | None
    addressee_name: str | None
    cue: str | None
    relayed_by: str | None
    said_on: str | None
    said_on_basis: str | None
    confidence: float
    detail: str
    utterance_id: str | None = None


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """The one thing said that several quotes render."""

    utterance_id: str
    story_id: str
    text: str
    speaker_name: str | None
    quote_ids: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event, as of its day. `text` is how the telling that is shown names it."""

    actor_id: str
    name: str
    text: str
    country: str | None
    sector: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Words of an article that an event rests on, the part they play, and the sentence around them.

    `field` says which of the article's texts `start` and `end` count in: its text, or its title.
    """

    event_id: str
    coding_id: str
    article_id: str
    role: Role
    start: int
    end: int
    text: str
    sentence: str
    actor_id: str | None = None
    country: str | None = None
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event over all its tellings. `n_independent` counts families, not copies."""

    event_id: str
    story_id: str
    type: str
    mode: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: int
    score: float
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: str | None
    date_end: str | None
    date_precision: str | None
    date_basis: str | None
    place: str | None
    place_country: str | None
    place_geonames_id: int | None
    place_lat: float | None
    place_lon: float | None
    reported_by: str | None
    summary: str
    n_tellings: int
    n_independent: int
    confidence: float
    detail: str
    place_basis: str | None = None


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Words of an article's text that give one of the values about which tellings disagree."""

    value: str
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One field for which the tellings of a story give different values, and the words that give them."""

    disagreement_id: str
    story_id: str
    article_ids: tuple[str, ...]
    field: str
    values: tuple[str, ...]
    detail: str
    evidence: tuple[ToldRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRows:
    """Everything that one story puts into the record."""

    story: Story
    title: str | None
    date: str | None
    datings: tuple[Dating, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[MentionRow, ...]
    quotes: tuple[QuoteRow, ...]
    utterances: tuple[UtteranceRow, ...]
    events: tuple[EventRow, ...]
    evidence: tuple[EvidenceRow, ...]
    disagreements: tuple[DisagreementRow, ...]
