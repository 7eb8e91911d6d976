"""DuckDB, for Parquet files alone: a connection in memory, files written, faults explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from tellings.record.faults import DAMAGED, FULL, READ_ONLY, fault
from tellings.record.load import batched
from tellings.record.store import Value

#: Rows turned into DuckDB's own at once.
STAGED_ROWS = 5000
#: Words of the operating system in DuckDB's messages, which carry no error number.
FAULTS = {
    "No space left": FULL,
    "File too large": FULL,
    "Disk quota": FULL,
    "Read-only file system": READ_ONLY,
    "Permission denied": READ_ONLY,
    "No magic bytes": DAMAGED,
    "No files found": DAMAGED,
}


def connect() -> duckdb.DuckDBPyConnection:
    """A connection in memory that fetches nothing from anywhere."""
    connection = duckdb.connect(":memory:")
    for switch in ("autoinstall_known_extensions", "autoload_known_extensions", "enable_progress_bar"):
        connection.execute(f"SET {switch} = false")
    return connection


def quoted(path: Path) -> str:
    """A path as an SQL text."""
    return "'" + str(path).replace("'", "''") + "'"


def write_parquet(path: Path, columns: Mapping[str, str], rows: Iterable[Sequence[Value]]) -> None:
    """Write rows to a Parquet file that takes its name only when it is whole. `columns` gives DuckDB's types."""
    with connect() as connection:
        write_with(connection, path, columns, rows)


def write_with(
    connection: duckdb.DuckDBPyConnection, path: Path, columns: Mapping[str, str], rows: Iterable[Sequence[Value]]
) -> None:
    """Write rows to a Parquet file over a connection at hand: opening one takes as long as writing 500 rows."""
    declared = ", ".join(f'"{name}" {type_}' for name, type_ in columns.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE staged ({declared})")
    insert(connection, "staged", columns, rows)
    copy(connection, "staged", path)
    connection.execute("DROP TABLE staged")


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[Value]]
) -> None:
    """Insert rows by columns: 5,000 rows at a time are a hundred times faster than one by one."""
    lists = ", ".join(f"unnest(?::{type_}[])" for type_ in columns.values())
    for batch in batched(rows, STAGED_ROWS):
        connection.execute(f"INSERT INTO {table} SELECT {lists}", [list(one) for one in zip(*batch, strict=True)])


def copy(connection: duckdb.DuckDBPyConnection, what: str, path: Path) -> None:
    """Write a table or a query in brackets to a Parquet file, whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        with explained(path):
            connection.execute(f"COPY {what} TO {quoted(part)} (FORMAT parquet, COMPRESSION zstd)")
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn a failure of the files at `path` into a TellingsError with its remedy."""
    try:
        yield
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        words = next((fault for sign, fault in FAULTS.items() if sign in str(error)), None)
        if words is None:
            raise
        raise fault(words, path) from error
