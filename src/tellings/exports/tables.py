"""The tables of an export, and how a file of one is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TextIO

from tellings.record import answers, entries
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
    Table("articles", entries.Article, answers.articles),
    Table("quotes", entries.Quote, answers.quotes),
    Table("events", entries.Event, answers.events),
    Table("stories", entries.Story, answers.stories),
    Table("disagreements", entries.Disagreement, answers.disagreements),
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
