"""How articles hang together: families of one text, stories of one occurrence, and the pairs in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RelationKind = Literal["copy", "excerpt", "rewritten", "translated", "independent"]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage that two articles share: its span in each."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A relation between two articles of a story.

    `direction` is the article_id of the one that the other descends from, None where nothing tells.
    `score` is 0 to 1 (how sure the relation is); `detail` explains it in a sentence.
    """

    article_id: str
    other_id: str
    relation: RelationKind
    direction: str | None
    score: float
    detail: str
    shared: tuple[Aligned, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that descend from one text."""

    family_id: str
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report one occurrence, with the families and tellings among them."""

    story_id: str
    article_ids: tuple[str, ...]
    families: tuple[Family, ...]
    tellings: tuple[Telling, ...]
    detail: str = ""
