"""JSON Lines: one object a line, every field, missing values null."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tellings.exports.tables import TABLES, Table, written
from tellings.record.store import Store


def write(store: Store, to: Path) -> tuple[Path, ...]:
    """Write `articles.jsonl`, `quotes.jsonl`, `events.jsonl`, `stories.jsonl` and `disagreements.jsonl`."""
    return tuple(_write_table(store, table, to / f"{table.name}.jsonl") for table in TABLES)


def _write_table(store: Store, table: Table, path: Path) -> Path:
    with written(path) as file:
        for entry in table.entries(store):
            file.write(msgspec.json.encode(entry).decode() + "\n")
    return path
