"""Parquet, one file a table: numbers and truth values typed, lists as JSON text."""

from __future__ import annotations

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
    columns = {field.name: TYPES.get(str(field.type).split(" ")[0], "VARCHAR") for field in fields(table.kind)}
    rows = ([cell(getattr(entry, name)) for name in columns] for entry in table.entries(store))
    write_parquet(path, columns, rows)
    return path
