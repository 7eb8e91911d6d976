"""Readings by article id, for a folder of Parquet, which has no index."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tellings.record.rows import pack
from tellings.record.store import Row


class Lookup:
    """A scratch file of readings, gone when it is closed.

    Asking 4,000 Parquet rows for the five readings of each story took 45 CPU seconds, growing with
    the square of the pages; filling and asking this file takes two.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        """Copy rows of (article_id, reading)."""
        self._folder = tempfile.TemporaryDirectory(prefix="tellings-")
        self._connection = sqlite3.connect(Path(self._folder.name) / "readings.sqlite", isolation_level=None)
        self._connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE readings (article_id TEXT PRIMARY KEY, reading BLOB NOT NULL); BEGIN;"
        )
        packed = ((article_id, pack(str(reading))) for article_id, reading in rows)
        self._connection.executemany("INSERT INTO readings VALUES (?, ?)", packed)
        self._connection.execute("COMMIT")

    def chosen(self, article_ids: Sequence[str]) -> Iterator[Row]:
        """The stored readings of these articles, in their order."""
        for article_id in article_ids:
            yield from self._connection.execute("SELECT reading FROM readings WHERE article_id = ?", (article_id,))

    def close(self) -> None:
        """Delete the file."""
        self._connection.close()
        self._folder.cleanup()
