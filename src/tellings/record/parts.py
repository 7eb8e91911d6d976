"""The files of one commit to a Parquet folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

import duckdb

from tellings.record import duck, manifest, schema
from tellings.record.faults import explained
from tellings.record.manifest import Manifest
from tellings.record.rows import NamedRow
from tellings.record.store import Row

#: DuckDB's types for those that the schema declares.
TYPES = {"TEXT": "VARCHAR", "INTEGER": "BIGINT", "REAL": "DOUBLE", "BLOB": "VARCHAR"}


def typed(table: str) -> dict[str, str]:
    """A table's columns with DuckDB's types."""
    return {column.name: TYPES[column.type] for column in schema.columns(table)}


#: What stories say of their articles, and the articles with it.
DATED = {"article_id": "VARCHAR"} | {name: typed("articles")[name] for name in schema.DATED_COLUMNS}
DATED_ARTICLES = "SELECT {} FROM articles a LEFT JOIN dated d ON d.article_id = a.article_id".format(
    ", ".join(f'{"d" if name in schema.DATED_COLUMNS else "a"}."{name}"' for name in typed("articles"))
)


def view_sql(folder: Path, table: str, files: Iterable[str]) -> str:
    """The statement that shows a table's files, or its columns alone where it has none."""
    names = ", ".join(duck.quoted(folder / name) for name in files)
    empty = ", ".join(f'NULL::{type_} AS "{name}"' for name, type_ in typed(table).items())
    chosen = f"SELECT * FROM read_parquet([{names}])" if names else f"SELECT {empty} WHERE false"
    return f"CREATE OR REPLACE VIEW {table} AS {chosen}"


class Parts:
    """What one commit writes. Nothing of it is in the record before `done`."""

    def __init__(self, folder: Path, connection: duckdb.DuckDBPyConnection, before: Manifest) -> None:
        """Start from the record as it is."""
        self._folder = folder
        self._connection = connection
        self._before = before
        self._next = before.next
        self._tables: dict[str, tuple[str, ...]] = {}

    def append(self, table: str, rows: Iterable[NamedRow]) -> None:
        """Add rows to a table, in a file of their own."""
        columns = typed(table)
        self.put(table, [tuple(map(row.get, columns)) for row in rows])

    def put(self, table: str, rows: Collection[Row]) -> None:
        """Add rows that are ready."""
        if rows:
            duck.write_with(self._connection, self._new(table), typed(table), rows)

    def take(self, table: str, files: Iterable[Path]) -> None:
        """Move Parquet files that another has written into a table, in their order."""
        for file in files:
            file.replace(self._new(table))

    def replace(self, table: str, rows: list[NamedRow]) -> None:
        """Put rows in place of all that a table holds."""
        self.clear(table)
        self.append(table, rows)

    def clear(self, table: str) -> None:
        """Leave nothing of a table."""
        self._tables[table] = ()

    def rewrite(self, table: str, query: str) -> None:
        """Put a query's answer in place of all that a table holds."""
        if self._before.files(table):
            self.clear(table)
            duck.copy(self._connection, f"({query})", self._new(table))

    @property
    def tables(self) -> set[str]:
        """The tables that this commit changes."""
        return set(self._tables)

    def files(self, table: str) -> tuple[str, ...]:
        """The files of a table as they will be."""
        return self._tables.get(table, self._before.files(table))

    def done(self) -> Manifest:
        """Commit: name the files in a new manifest, and delete those it no longer names."""
        after = self._before.changed(self._tables, self._next)
        with explained(self._folder):
            manifest.write(self._folder, after)
        for table in self._tables:
            for name in set(self._before.files(table)) - set(after.files(table)):
                with suppress(OSError):  # what is left is deleted when the record is next opened for writing
                    (self._folder / name).unlink()
        return after

    def undo(self) -> None:
        """Delete what was written."""
        for table, files in self._tables.items():
            for name in set(files) - set(self._before.files(table)):
                (self._folder / name).unlink(missing_ok=True)

    def _new(self, table: str) -> Path:
        name = f"{table}/{self._next:06d}.parquet"
        self._next += 1
        self._tables[table] = (*self.files(table), name)
        with explained(self._folder):
            (self._folder / table).mkdir(exist_ok=True)
        return self._folder / name
