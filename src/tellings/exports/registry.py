"""The formats by name. To add one: a module with `write(store, to)`, and a line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from tellings.errors import TellingsError
from tellings.record.faults import explained
from tellings.record.store import Store


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, and what it is for."""

    name: str
    module: str
    about: str


class Writer(Protocol):
    """What the module of a format holds."""

    @staticmethod
    def write(store: Store, to: Path) -> tuple[Path, ...]:
        """Write the record into the folder `to`, and say which files were written."""


FORMATS = {
    made.name: made
    for made in (
        Format("jsonl", "tellings.exports.jsonl", "one JSON object a line, every field: for programs"),
        Format("csv", "tellings.exports.csv", "comma-separated with a header, lists as JSON: for spreadsheets and R"),
        Format("tsv", "tellings.exports.tsv", "tab-separated with a header, lists as JSON"),
        Format("parquet", "tellings.exports.parquet", "one Parquet file a table: for DuckDB, pandas and R"),
    )
}


def export(store: Store, name: str, to: Path) -> tuple[Path, ...]:
    """Write a record in the format called `name` into the folder `to`, and give the files written.

    Raises TellingsError for a format that does not exist and where the folder cannot be written.
    """
    if name not in FORMATS:
        raise TellingsError(f"there is no export format {name!r}", f"choose one of: {', '.join(FORMATS)}")
    writer: Writer = import_module(FORMATS[name].module)  # type: ignore[assignment]
    with explained(to):
        to.mkdir(parents=True, exist_ok=True)
        return writer.write(store, to)
