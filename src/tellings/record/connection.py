"""Connections to the file of a SQLite record."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from tellings.record import schema
from tellings.record.faults import check_version, missing, refuse_foreign

#: Seconds to wait for another writer before saying so.
PATIENCE = 5.0
#: KiB of a record's pages that are held at most: with SQLite's own 2,000, ids in no order read and write pages anew.
CACHE = 128_000
#: Pages in the log that are carried over into the file at once: those of indexes change many times before.
LOGGED = 10_000
#: Bytes of the log that stay once it is carried over: the transaction that compares many articles makes it large.
LOG_LEFT = 64_000_000


def opened(path: Path, *, create: bool, write: bool) -> sqlite3.Connection:
    """Open a record's file; see `open_store`."""
    if not path.exists():
        if not create:
            raise missing(path)
        path.parent.mkdir(parents=True, exist_ok=True)
    connection = _connect(path, "rwc" if create else "rw" if write else "ro")
    try:
        if create and _is_empty(connection):
            _make(connection)
        _check(path, connection)
    except BaseException:
        connection.close()
        raise
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOGGED}")
    connection.execute(f"PRAGMA journal_size_limit = {LOG_LEFT}")
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    if mode != "ro":
        return connection
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        # A WAL file in a folder that cannot be written opens only when declared to stay as it is.
        connection.close()
        return sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None)
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,))


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    marks = f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = {schema.VERSION};"
    connection.executescript(f"BEGIN IMMEDIATE; {schema.schema_sql()} {marks} COMMIT;")


def _check(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise refuse_foreign(path)
    check_version(path, connection.execute("PRAGMA user_version").fetchone()[0])
