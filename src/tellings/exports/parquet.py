"""Parquet, one file a table: numbers and truth values typed, lists as JSON text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from tellings.exports.delimited import cell
from tellings.exports.tables import TABLES, Table
from tellings.record.duck import write_parquet
from tellings.record.store import Store

#: Types of the fields that stay numbers; all else is text.
TYPES = {"int": "BIGINT", "float": "DOUBLE", "bool": "BOOLEAN"}


def write(store: Store, to: Path) -> tuple[Path, ...]:
    """Write `articles.parquet`, `quotes.parquet` and so on."""
    return tuple(_write_table(store, table, to / f"{table.name}.parquet") for table in TABLES)


def _write_table(store: Store, table: Table, path: Path) -> Path:
    write_entries(path, table.kind, table.entries(store))
    return path


def write_entries(path: Path, kind: type, found: Iterable[object]) -> None:
    """Write entries of one kind to a Parquet file."""
    columns = {field.name: TYPES.get(str(field.type).split(" ")[0], "VARCHAR") for field in fields(kind)}
    rows = ([_text_or_number(cell(getattr(entry, name)), columns[name]) for name in columns] for entry in found)
    write_parquet(path, columns, rows)


def _text_or_number(value: str | int | float | None, declared: str) -> str | int | float | bool | None:
    return value == "true" if declared == "BOOLEAN" else value
