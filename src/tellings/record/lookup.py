"""Readings by article id and actors by theirs, for a folder of Parquet, which has no index."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from tellings.model.actors import Actor
from tellings.record.load import batched
from tellings.record.rows import pack
from tellings.record.runs import Asked
from tellings.record.store import Row, Value

#: Times that readings are asked for by their ids before they are put where that is quick.
FEW_ASKED = 16


class Scratch:
    """A scratch file of one table, gone when it is closed."""

    def __init__(self, table: str) -> None:
        """Make it; `table` is its declaration in SQL."""
        self._folder = tempfile.TemporaryDirectory(prefix="tellings-")
        self._connection = sqlite3.connect(Path(self._folder.name) / "scratch.sqlite", isolation_level=None)
        self._connection.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE {table}; BEGIN;"
        )

    def close(self) -> None:
        """Delete the file."""
        self._connection.close()
        self._folder.cleanup()


class Lookup(Scratch):
    """Readings.

    Asking 4,000 Parquet rows for the five readings of each story took 45 CPU seconds, growing with
    the square of the pages; filling and asking this file takes two.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        """Copy rows of (article_id, reading)."""
        super().__init__("readings (article_id TEXT PRIMARY KEY, reading BLOB NOT NULL)")
        packed = ((article_id, pack(str(reading))) for article_id, reading in rows)
        self._connection.executemany("INSERT INTO readings VALUES (?, ?)", packed)
        self._connection.execute("COMMIT")

    def chosen(self, article_ids: Sequence[str]) -> Iterator[Row]:
        """The stored readings of these articles, in their order."""
        for article_id in article_ids:
            yield from self._connection.execute("SELECT reading FROM readings WHERE article_id = ?", (article_id,))


class Casts(Scratch):
    """Actors of stories, of each the one of whom the most is said."""

    def __init__(self) -> None:
        """Start with none."""
        super().__init__("casts (actor_id TEXT PRIMARY KEY, emptiness INTEGER, actor TEXT) WITHOUT ROWID")

    def add(self, cast: Iterable[tuple[str, int, str]]) -> None:
        """Take actors in, as a story that is ready has them."""
        self._connection.executemany(_ADD, cast)

    def __iter__(self) -> Iterator[Actor]:
        """The actors by id."""
        for (actor,) in self._connection.execute("SELECT actor FROM casts ORDER BY actor_id"):
            yield msgspec.json.decode(actor, type=Actor)


_ADD = (
    "INSERT INTO casts VALUES (?, ?, ?) ON CONFLICT (actor_id) DO UPDATE"
    " SET emptiness = excluded.emptiness, actor = excluded.actor"
    " WHERE (excluded.emptiness, excluded.actor) < (casts.emptiness, casts.actor)"
)


class Stored:
    """The readings that a folder of Parquet holds, as they are stored."""

    def __init__(self, store: Asked) -> None:
        """Ask this store."""
        self._store = store
        self._lookup: Lookup | None = None
        self._asked = 0

    def all(self) -> Iterator[Value]:
        """Every reading, in the order of the article ids."""
        return (row[0] for row in self._store.rows("SELECT reading FROM articles ORDER BY article_id"))

    def of(self, article_ids: Iterable[str]) -> Iterator[Value]:
        """Those of these articles, in that order."""
        return (row[0] for some in batched(sorted(set(article_ids))) for row in self._chosen(some))

    def forget(self) -> None:
        """Look again: articles have changed."""
        if self._lookup:
            self._lookup.close()
        self._lookup, self._asked = None, 0

    def _chosen(self, article_ids: Sequence[str]) -> Iterator[Row]:
        self._asked += 1
        if self._asked > FEW_ASKED:
            self._lookup = self._lookup or Lookup(self._store.rows("SELECT article_id, reading FROM articles"))
            return self._lookup.chosen(article_ids)
        held = ", ".join("?" * len(article_ids))
        asked = f"SELECT reading FROM articles WHERE article_id IN ({held}) ORDER BY article_id"
        return self._store.rows(asked, article_ids)
