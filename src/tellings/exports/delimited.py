"""Tables of delimited text: UTF-8, a header, lists as JSON, an empty cell for what is missing."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec

from tellings.exports.tables import TABLES, Table, written
from tellings.record.store import Store


def write_tables(store: Store, to: Path, suffix: str, delimiter: str) -> tuple[Path, ...]:
    """Write one file a table."""
    return tuple(_write_table(store, table, to / f"{table.name}.{suffix}", delimiter) for table in TABLES)


def _write_table(store: Store, table: Table, path: Path, delimiter: str) -> Path:
    with written(path) as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(table.columns)
        for entry in table.entries(store):
            writer.writerow([cell(getattr(entry, name)) for name in table.columns])
    return path


def cell(value: object) -> str | int | float | None:
    """A value as one cell: true and false in words, lists and objects as JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, (str, int, float)):
        return value
    return msgspec.json.encode(value).decode()
