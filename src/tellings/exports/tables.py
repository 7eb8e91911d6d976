"""The tables of an export, and how a file of one is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TextIO

from tellings.record import entries, queries
from tellings.record.store import Store


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the export: its name, the entries' class, and the query that gives them."""

    name: str
    kind: type
    entries: Callable[[Store], Iterator[object]]

    @property
    def columns(self) -> Sequence[str]:
        """The names of the fields, in order."""
        return [field.name for field in fields(self.kind)]


TABLES = (
    Table("articles", entries.Article, queries.articles),
    Table("quotes", entries.Quote, queries.quotes),
    Table("events", entries.Event, queries.events),
    Table("stories", entries.Story, queries.stories),
    Table("disagreements", entries.Disagreement, queries.disagreements),
)


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """Write a text file that takes its name only when it is whole."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
