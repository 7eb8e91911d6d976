"""Tab-separated values, one file a table."""

from __future__ import annotations

from pathlib import Path

from tellings.exports.delimited import write_tables
from tellings.record.store import Store


def write(store: Store, to: Path) -> tuple[Path, ...]:
    """Write `articles.tsv`, `quotes.tsv` and so on."""
    return write_tables(store, to, "tsv", "\t")
