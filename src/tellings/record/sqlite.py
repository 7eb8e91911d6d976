"""The record as one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Self
from urllib.parse import quote

from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows
from tellings.record import rows as to
from tellings.record import runs, schema
from tellings.record.faults import check_version, explained, missing, refuse_foreign
from tellings.record.fullest import FullestActors
from tellings.record.store import Judgement, Row, Summary, Value

#: Seconds to wait for another writer before saying so.
PATIENCE = 5.0


class SqliteStore:
    """A record in one file: WAL, foreign keys on, full-text search. See `Store` for what each method promises."""

    def __init__(self, path: Path, *, create: bool, write: bool) -> None:
        """Open the file; see `open_store`."""
        self.path = path
        self._run: str | None = None
        with explained(path):
            self._connection = _open(path, create, write)

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """Answer a query."""
        with explained(self.path):
            # not `yield from`, which would close the cursor of a connection that is closed already
            for row in self._connection.execute(sql, tuple(parameters)):  # noqa: UP028
                yield row

    def search(self, words: str, limit: int) -> Iterator[Row]:
        """Articles that hold all the words, by BM25; the title counts four times."""
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        return self.rows(_SEARCH, (quoted, limit)) if quoted else iter(())

    def page_ids(self) -> set[str]:
        """The ids of the pages that are in already."""
        return {str(row[0]) for row in self.rows("SELECT page_id FROM pages")}

    def add(self, page: Page, reading: Reading) -> None:
        """Add one page in whole: a failure in the midst of it leaves nothing of it."""
        with self._changing(), self._savepoint():
            self._connection.execute("DELETE FROM rejects WHERE name = ?", (page.name,))
            if next(self.rows("SELECT 1 FROM pages WHERE page_id = ?", (page.page_id,)), None):
                return
            for table, row in to.page_rows(page, reading):
                self._insert(table, row)

    def reject(self, reject: Reject) -> None:
        """Keep why a page could not be read."""
        with self._changing():
            self._insert("rejects", to.named(reject), or_what="OR REPLACE")

    def commit(self) -> None:
        """Make everything since the last commit part of the record."""
        with explained(self.path):
            self._connection.commit()

    def readings(self, article_ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The stored readings, in the order of their article ids."""
        if article_ids is None:
            chosen = self.rows("SELECT reading FROM articles ORDER BY article_id")
        else:
            chosen = self._chosen(sorted(set(article_ids)))
        return (to.read_reading(row[0]) for row in chosen)

    def _chosen(self, article_ids: Sequence[str]) -> Iterator[Row]:
        for article_id in article_ids:
            yield from self.rows("SELECT reading FROM articles WHERE article_id = ?", (article_id,))

    def replace_stories(self, rows: Iterable[StoryRows], digest: str) -> None:
        """Replace all that follows from comparing articles, in one transaction."""
        with self._whole():
            for table in schema.STORY_TABLES:
                self._connection.execute(f"DELETE FROM {table}")
            self._insert_stories(rows)
            self._connection.execute(_UPDATE_ARTICLES)
            self._connection.execute(_FORGET_OTHERS)
            self._connection.execute("DELETE FROM rejects WHERE stage = ?", (runs.STORIES,))
            run = self._run or self.start_run({})
            # one run alone holds it: another build may have derived, from fewer pages, after this one began
            self._connection.execute("UPDATE runs SET derived = iif(run_id = ?, ?, NULL)", (run, digest))

    def _insert_stories(self, rows: Iterable[StoryRows]) -> None:
        self._connection.execute("DROP TABLE IF EXISTS temp.dated")
        self._connection.execute(f"CREATE TEMP TABLE dated (article_id PRIMARY KEY, {', '.join(schema.DATED_COLUMNS)})")
        actors = FullestActors()
        for story in rows:
            actors.add(story.actors)
            for table, row in to.story_rows(story):
                self._insert(table, row)
            for row in to.dated_rows(story):
                self._connection.execute(_INSERT_DATED, row)
        for actor in actors:
            self._insert("actors", to.named(actor))

    def derived_from(self) -> str | None:
        """Digest of the readings from which the stories were derived."""
        return runs.derived_from(self)

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        return runs.counts(self)

    def start_run(self, settings: Mapping[str, object]) -> str:
        """Open a row of `runs`."""
        with self._changing():
            row = runs.opened(self, settings)  # inside, so that two builds at once take two numbers
            self._insert("runs", row)
        self._run = str(row["run_id"])
        return self._run

    def finish_run(self, run_id: str, summary: Summary) -> None:
        """Close a row of `runs`, and commit."""
        with self._whole():
            self._connection.execute(
                "UPDATE runs SET finished = :finished, counts = :counts, rejects = :rejects WHERE run_id = :run_id",
                runs.closed(run_id, summary),
            )

    def judge(self, judgement: Judgement) -> None:
        """Add a human's judgement, and commit."""
        with self._whole():
            self._insert("judgements", to.named(judgement))

    def replace(self, readings: Iterable[Reading]) -> None:
        """Put readings in place of those of the same pages, and commit."""
        with self._whole():
            for reading in readings:
                self._take_out(runs.removal_of_articles(self, [reading.article.page_id]))
                for table, row in to.article_rows(reading):
                    self._insert(table, row)

    def remove(self, page_id: str) -> None:
        """Take a page out with all that rests on it, and commit."""
        with self._whole():
            self._take_out((*runs.removal_of_articles(self, [page_id]), runs.removal_of_page(page_id)))

    def _take_out(self, removals: Iterable[runs.Removal]) -> None:
        for removal in removals:
            self._connection.execute(removal.delete, removal.parameters)
        self._connection.execute("UPDATE runs SET derived = NULL")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Use the store in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _insert(self, table: str, row: to.NamedRow, or_what: str = "") -> None:
        names = _written(table, frozenset(row))
        values = [to.pack(str(row[name])) if packed else row[name] for name, packed in names]
        self._connection.execute(_insert_sql(table, names, or_what), values)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Be in a transaction, which `commit` ends."""
        with explained(self.path):
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
            yield

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        self._connection.execute("SAVEPOINT page")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO page")
            raise
        finally:
            if self._connection.in_transaction:
                self._connection.execute("RELEASE page")

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """One transaction of its own: committed at the end, given up on any failure."""
        self.commit()
        with self._changing():
            try:
                yield
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise


@cache
def _written(table: str, given: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    """The table's columns that are given, each with whether it is packed."""
    return tuple((column.name, column.type == "BLOB") for column in schema.columns(table) if column.name in given)


@cache
def _insert_sql(table: str, names: tuple[tuple[str, bool], ...], or_what: str) -> str:
    listed = ", ".join(f'"{name}"' for name, _ in names)
    return f"INSERT {or_what} INTO {table} ({listed}) VALUES ({', '.join('?' * len(names))})"


_SEARCH = (
    "SELECT a.page, a.article_id, a.title, a.published,"
    " snippet(articles_words, 1, '[', ']', ' … ', 24), a.story_id"
    " FROM articles_words JOIN articles a ON a.number = articles_words.rowid WHERE articles_words MATCH ?"
    " ORDER BY bm25(articles_words, 4.0, 1.0), a.article_id LIMIT ?"
)
_INSERT_DATED = "INSERT INTO dated VALUES (:article_id, {})".format(", ".join(f":{c}" for c in schema.DATED_COLUMNS))
#: Only what differs is written: an article's row holds its whole text and reading.
_UPDATE_ARTICLES = (
    f"UPDATE articles SET {', '.join(f'{c} = d.{c}' for c in schema.DATED_COLUMNS)} FROM dated d"
    " WHERE d.article_id = articles.article_id"
    " AND (articles.dating, articles.story_id, articles.family_id) IS NOT (d.dating, d.story_id, d.family_id)"
)
#: An article that no story holds keeps nothing of an older one.
_FORGET_OTHERS = (
    f"UPDATE articles SET {', '.join(f'{c} = NULL' for c in schema.DATED_COLUMNS)}"
    " WHERE article_id NOT IN (SELECT article_id FROM dated) AND story_id IS NOT NULL"
)


def _open(path: Path, create: bool, write: bool) -> sqlite3.Connection:
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
