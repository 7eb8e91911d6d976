"""The schema as both stores read it: `schema.sql` is the one place where it is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: Raised whenever a record of the older form could no longer be read. Records of another version are refused.
VERSION = 9
#: "Tlng" in ASCII: how a SQLite file says that it is a record.
APPLICATION_ID = 0x546C6E67

#: What each article brings by itself.
PAGE_TABLES = ("pages", "articles", "dropped", "claims", "sought")
#: Those of them that an article brings besides its own row. They go with it.
ARTICLE_TABLES = ("dropped", "claims", "sought")
#: What follows from comparing articles. Children stand before their parents.
STORY_TABLES = (
    "evidence",
    "event_dyads",
    "events",
    "quotes",
    "utterances",
    "disagreements",
    "mentions",
    "actors",
    "tellings",
    "families",
    "stories",
)
#: What people and runs leave, never rebuilt.
KEPT_TABLES = ("judgements", "rejects", "runs")
TABLES = (*PAGE_TABLES, *STORY_TABLES, *KEPT_TABLES)

#: Columns of `articles` that are known only once its story is.
DATED_COLUMNS = (
    "published",
    "updated",
    "published_basis",
    "published_confidence",
    "published_rejected",
    "story_id",
    "family_id",
    "dating",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column as declared: its name, SQLite type, and the table and column it refers to."""

    name: str
    type: str
    references: tuple[str, str] | None = None


@cache
def schema_sql() -> str:
    """The schema's text."""
    return files("tellings.record").joinpath("schema.sql").read_text("utf-8")


def columns(table: str) -> tuple[Column, ...]:
    """A table's columns in order, without the row number that only SQLite keeps."""
    return _columns()[table]


@cache
def _columns() -> dict[str, tuple[Column, ...]]:
    """Those of all tables: making an empty record to ask takes some milliseconds."""
    with closing(_empty()) as empty:
        return {table: tuple(_declared(empty, table)) for table in TABLES}


def _declared(empty: sqlite3.Connection, table: str) -> Iterator[Column]:
    keys = {row[3]: (str(row[2]), str(row[4])) for row in empty.execute(f"PRAGMA foreign_key_list({table})")}
    for row in empty.execute(f"PRAGMA table_info({table})"):
        if row[1] != "number":
            yield Column(row[1], row[2], keys.get(row[1]))


@cache
def indexes(tables: tuple[str, ...]) -> dict[str, str]:
    """By name, the statements that make these tables' indexes."""
    with closing(_empty()) as empty:
        made = empty.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        return {name: sql for name, sql, table in made if table in tables}


@cache
def views() -> tuple[str, ...]:
    """The statements that make the named views, in order."""
    with closing(_empty()) as empty:
        made = empty.execute("SELECT sql FROM sqlite_master WHERE type = 'view' ORDER BY rowid")
        return tuple(row[0] for row in made)


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema_sql())
    return connection
