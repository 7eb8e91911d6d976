"""One article of a download, as its header gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tellings.pages.archives.text import Block, Document


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's fields as printed, and its paragraphs; `loaded` is the day on which the database took it in."""

    title: str | None
    outlet: str | None
    published: str | None
    paragraphs: tuple[str, ...]
    byline: tuple[str, ...] = ()
    language: str | None = None
    loaded: str | None = None
    url: str | None = None


class Database(NamedTuple):
    """How a database's downloads are told and read.

    `split` gives the blocks of each article, nothing where the document is no download of this database.
    """

    name: str
    split: Callable[[Document], Sequence[Sequence[Block]]]
    read: Callable[[Sequence[Block], bool], Entry]
