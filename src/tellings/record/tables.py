"""Rows into and out of a SQLite record's tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from operator import itemgetter

import msgspec

from tellings.model.actors import Actor
from tellings.record import rows as to
from tellings.record import runs, schema
from tellings.record.load import batched
from tellings.record.ready import ReadyStory, Rows, names_of
from tellings.record.store import Row, Value

#: The tables that stories fill.
TOLD = (*schema.STORY_TABLES, "casts")


class Tables:
    """The tables of one open record; all is done in the connection's open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work over this connection."""
        self._connection = connection

    def insert(self, table: str, row: to.NamedRow, or_what: str = "", then: str = "") -> int:
        """Insert a row: the columns that it gives, those packed that the table holds so. Gives how many went in."""
        names = _written(table, frozenset(row))
        values = [to.pack(str(row[name])) if packed else row[name] for name, packed in names]
        return self._connection.execute(_insert_sql(table, names, or_what) + then, values).rowcount

    def put(self, rows: Rows) -> None:
        """Insert rows that are ready."""
        for table, some in rows.items():
            self._connection.executemany(_ready_sql(table), some)

    def take(self, removals: Iterable[runs.Removal]) -> None:
        """Take rows out."""
        for removal in removals:
            self._connection.execute(removal.delete, removal.parameters)

    def forget(self, story_ids: Collection[str]) -> None:
        """Take stories out with all that they tell of their articles."""
        if story_ids:
            self.index()  # without them each table is read whole
        for some in batched(story_ids):
            held = f"story_id IN ({', '.join('?' * len(some))})"
            actors = self._ids(f"SELECT DISTINCT actor_id FROM casts WHERE {held}", some)
            self.take(runs.removal_of_told(some))
            self._connection.execute(f"UPDATE articles SET {_NOTHING_DATED} WHERE {held}", some)
            for table in ("casts", "families", "stories"):
                self._connection.execute(f"DELETE FROM {table} WHERE {held}", some)
            self._choose_actors(actors)

    def tell(self, stories: Sequence[ReadyStory]) -> None:
        """Put stories in with all that they tell of their articles, table by table, so that few pages are in use.

        What is referred to comes first: SQLite then looks for nothing that waits for it.
        """
        # in order, as rows put one by one in none into a large table read and write most of its pages anew
        casts = sorted((*actor, story.story_id) for story in stories for actor in story.cast)
        self._connection.executemany("INSERT INTO casts VALUES (?, ?, ?, ?)", casts)
        again = [actor_id for actor_id, row in _fullest(stories).items() if not self._is_new(row)]
        for table in reversed(schema.STORY_TABLES):
            rows = [row for story in stories for row in story.rows.get(table, ())]
            self._connection.executemany(_ready_sql(table), rows)
        self._connection.executemany(_DATE_ARTICLE, [dated for story in stories for dated in story.dated])
        self._choose_actors(again)

    def _is_new(self, actor: Row) -> bool:
        """Put an actor in whom no story before has told of; whether that is so."""
        return self._connection.execute(_ready_sql("actors", "OR IGNORE"), actor).rowcount > 0

    def unindex(self) -> None:
        """Put the indexes of what stories tell aside, before many rows come: `index` makes them of sorted rows.

        A row put into the indexes one by one took 1.5 times as long at 2,000 pages, and more the larger they are.
        """
        for name in schema.indexes(TOLD):
            self._connection.execute(f"DROP INDEX IF EXISTS {name}")

    def unindexed(self) -> list[str]:
        """The statements that make the indexes which are put aside, by this build or by one that was stopped."""
        found = set(self._ids("SELECT name FROM sqlite_master WHERE type = 'index'"))
        return [sql for name, sql in schema.indexes(TOLD).items() if name not in found]

    def index(self, most: int | None = None) -> None:
        """Make those indexes, at most so many."""
        for sql in self.unindexed()[:most]:
            self._connection.execute(sql)

    def _choose_actors(self, actor_ids: Iterable[str]) -> None:
        """Let each actor's row be the fullest over all stories.

        It is changed in place: to delete one, SQLite counts all that refers to it.
        """
        for actor_id in sorted(actor_ids):
            found = self._connection.execute(_FULLEST, (actor_id,)).fetchone()
            if found:
                self.insert("actors", to.named(msgspec.json.decode(found[0], type=Actor)), then=_instead())
            else:
                self._connection.execute("DELETE FROM actors WHERE actor_id = ?", (actor_id,))

    def _ids(self, asked: str, parameters: Sequence[Value] = ()) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in self._connection.execute(asked, parameters))


def _fullest(stories: Sequence[ReadyStory]) -> dict[str, Row]:
    """By id, the row of each of these stories' actors that says the most."""
    told = [pair for story in stories for pair in zip(story.cast, story.actors, strict=True)]
    return {cast[0]: row for cast, row in sorted(told, key=itemgetter(0), reverse=True)}


@cache
def _written(table: str, given: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    """The table's columns that are given, each with whether it is packed."""
    return tuple((column.name, column.type == "BLOB") for column in schema.columns(table) if column.name in given)


@cache
def _ready_sql(table: str, or_what: str = "") -> str:
    return _insert_sql(table, tuple((name, False) for name in names_of(table)), or_what)


@cache
def _insert_sql(table: str, names: tuple[tuple[str, bool], ...], or_what: str) -> str:
    listed = ", ".join(f'"{name}"' for name, _ in names)
    return f"INSERT {or_what} INTO {table} ({listed}) VALUES ({', '.join('?' * len(names))})"


@cache
def _instead() -> str:
    names = [column.name for column in schema.columns("actors") if column.name != "actor_id"]
    return f" ON CONFLICT (actor_id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names)}"


_DATE_ARTICLE = "UPDATE articles SET {} WHERE article_id = :article_id".format(
    ", ".join(f"{c} = :{c}" for c in schema.DATED_COLUMNS)
)
_NOTHING_DATED = ", ".join(f"{c} = NULL" for c in schema.DATED_COLUMNS)
_FULLEST = "SELECT actor FROM casts WHERE actor_id = ? ORDER BY emptiness, actor LIMIT 1"
