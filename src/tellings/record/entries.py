"""What a record answers with: frozen dataclasses whose fields are the export's fields, name for name."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model.rows import Party


@dataclass(frozen=True, slots=True)
class RejectedValue:
    """A publication date that was considered and not taken, with the reason."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article with its day, its story and its family."""

    page: str
    article_id: str
    url: str | None
    title: str | None
    subtitle: str | None
    byline: tuple[str, ...]
    outlet: str | None
    agency: str | None
    source_credit: str | None
    dateline_place: str | None
    dateline_date: str | None
    captions: tuple[str, ...]
    photo_credits: tuple[str, ...]
    published: str | None
    updated: str | None
    published_basis: str | None
    published_confidence: float | None
    published_rejected: tuple[RejectedValue, ...] | None
    language: str
    translated: bool
    repairs: tuple[str, ...]
    text: str
    story_id: str | None
    family_id: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the words said."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class QuoteEvidence:
    """The words that a quote's speaker, cue, addressee or relay rests on."""

    role: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker."""

    quote_id: str
    page: str
    article_id: str
    kind: str
    text: str
    start: int
    end: int
    parts: tuple[Part, ...]
    evidence: tuple[QuoteEvidence, ...]
    speaker_text: str | None
    speaker_name: str | None
    speaker_id: str | None
    addressee_name: str | None
    cue: str | None
    relayed_by: str | None
    said_on: str | None
    said_on_basis: str | None
    utterance_id: str | None
    confidence: float
    detail: str
    story_id: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of an article that an event rests on, the part they play, and the sentence around them."""

    page: str
    article_id: str
    coding_id: str
    role: str
    start: int
    end: int
    text: str
    sentence: str
    actor_id: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, over all tellings. Spans of `title_evidence` count in the articles' titles."""

    event_id: str
    type: str
    mode: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: int
    score: float
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
    status: str
    reported_by: str | None
    summary: str
    story_id: str
    n_tellings: int
    n_independent: int
    confidence: float
    detail: str
    evidence: tuple[Evidence, ...]
    title_evidence: tuple[Evidence, ...] = ()
    place_basis: str | None = None


@dataclass(frozen=True, slots=True)
class FamilyEntry:
    """Pages that descend from one text."""

    family_id: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two tellings share: its span in each."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class TellingEntry:
    """How two tellings of a story are related. `direction` is the page that the other descends from."""

    page: str
    other_page: str
    relation: str
    direction: str | None
    score: float
    detail: str
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """All pages that report one occurrence, and how they hang together."""

    story_id: str
    title: str | None
    date: str | None
    pages: tuple[str, ...]
    n_tellings: int
    n_independent: int
    families: tuple[FamilyEntry, ...]
    tellings: tuple[TellingEntry, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Told:
    """Words of an article's text that give one of the values about which tellings disagree."""

    value: str
    page: str
    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field for which the tellings of a story give different values."""

    disagreement_id: str
    story_id: str
    pages: tuple[str, ...]
    field: str
    values: tuple[str, ...]
    detail: str
    evidence: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office, state, organisation or group, with how often the record names and quotes it."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    office: str | None
    detail: str
    n_mentions: int
    n_quotes: int
    n_events: int


@dataclass(frozen=True, slots=True)
class Acts:
    """Events of one day, month or year and of one score: how many, and how many independent texts tell them."""

    date: str
    date_precision: str | None
    quad: int
    score: float
    events: int
    sources: int


@dataclass(frozen=True, slots=True)
class Dyad:
    """One directed pair in one period: what `source` did towards `target`.

    Events count once in `events`, the quads and `mean_score`; in `sources` and `mean_score_by_source` each counts
    as often as independent texts tell it.
    """

    source: str
    target: str
    period: str
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    mean_score: float
    sources: int = 0
    mean_score_by_source: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words searched for, with some of the text around them."""

    page: str
    article_id: str
    title: str | None
    published: str | None
    snippet: str
    story_id: str | None
