"""Who is named: mentions in an article, the chains that they form, and actors on a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tellings.model.spans import Span

EntityKind = Literal["person", "office", "state", "body", "organisation", "group"]
MentionKind = Literal["person", "office", "state", "body", "organisation", "group", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an entity. Mentions do not overlap; a title or demonym before a name is part of it.

    `head` is the index of its head token in sentence `sentence`; `entity` points into `Cast.entities`.
    `text` leaves a possessive ending out: "China" in "China's arms".
    """

    index: int
    sentence: int
    head: int
    start: int
    end: int
    text: str
    kind: MentionKind
    entity: int

    @property
    def span(self) -> Span:
        """The mention's span in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one actor in one article, with what the article itself says of it.

    `name` is the fullest name the article gives ("Vladimir Putin"; the state's usual English name;
    "foreign minister of China" for an office without a name). `members` are the entities that a plural
    naming stands for ("the two countries", "both", "they"); empty elsewhere. `office` is the office as the
    article words it, folded ("foreign minister"). `country` is ISO 3166 alpha-3 or PLOVER's code
    for who is no state. `sector` is PLOVER's, None for a state named alone. `detail` gives the
    rule that made the entity.
    """

    index: int
    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    detail: str = ""
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """An article's own words that a person holds an office: "China's defence minister, Gen. Li Shangfu".

    `name_key` is the name by its sounds, under which other spellings of it are found.
    """

    name: str
    office: str
    country: str
    start: int
    end: int
    text: str
    name_key: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom an article leaves open: a person named in full without an office, or an office of a country without a name.

    `name_key` is the name by its sounds, None where an office is sought; `country` and `office` are None else.
    """

    name_key: str | None = None
    country: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Reported:
    """What articles of one month say: that a person holds an office of a country."""

    name: str
    office: str
    country: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone whom an article names."""

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[OfficeClaim, ...] = ()

    def entity_of(self, mention: int) -> Entity:
        """The entity that a mention names."""
        return self.entities[self.mentions[mention].entity]


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity resolved on a date: what stands in the record."""

    actor_id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """Days in which a person named with an office held it; `last` None where the term has not ended.

    Several terms with one span are alternatives: the person held the office more than once. `checked`
    says whether a list outside the project agrees with the table's row.
    """

    first: date | None
    last: date | None
    start: int
    end: int
    text: str
    detail: str
    checked: bool = True
