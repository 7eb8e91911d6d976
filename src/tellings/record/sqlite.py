"""The record as one SQLite file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import tellings
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows
from tellings.record import rows as to
from tellings.record import runs, schema
from tellings.record.connection import opened
from tellings.record.faults import explained
from tellings.record.queries import NAMED
from tellings.record.ready import Form, ReadyPage, ready_page, ready_story
from tellings.record.store import Judgement, Row, Sketched, Summary, Told, Value
from tellings.record.tables import Tables

if TYPE_CHECKING:
    from tellings.clean.repeats import Repeated
    from tellings.model.article import Trace
    from tellings.record.derivation import Derivation
    from tellings.record.paragraphs import Paragraphs
    from tellings.relate.pairing import Matched


class SqliteStore:
    """A record in one file: WAL, foreign keys on, full-text search. See `Store` for what each method promises."""

    form = Form(packed=True, sketched=True)

    def __init__(self, path: Path, *, create: bool, write: bool) -> None:
        """Open the file; see `open_store`."""
        self.path = path
        self._run: str | None = None
        with explained(path):
            self._connection = opened(path, create=create, write=write)
        self._tables = Tables(self._connection)

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

    def named(self, part: str) -> Iterator[Row]:
        """The ids of actors whose names hold these letters."""
        if len(part) < GRAM:
            return self.rows(NAMED, (part,))
        return self.rows(_NAMED, ('"' + part.replace('"', '""') + '"',))

    def page_ids(self) -> set[str]:
        """The ids of the pages that are in already."""
        return {str(row[0]) for row in self.rows("SELECT page_id FROM pages")}

    def holds(self, page_id: str) -> bool:
        """Whether a page is in already."""
        return next(self.rows("SELECT 1 FROM pages WHERE page_id = ?", (page_id,)), None) is not None

    def add(self, page: Page, reading: Reading) -> None:
        """Add one page in whole."""
        self.put(ready_page(self.form, page, reading))

    def put(self, page: ReadyPage) -> None:
        """Add one page in whole: a failure in the midst of it leaves nothing of it."""
        with self._changing(), self._savepoint():
            self._connection.execute("DELETE FROM rejects WHERE name = ?", (page.name,))
            if self.holds(page.page_id):
                return
            self._touch([page.page_id])
            self._put(page)

    def _put(self, page: ReadyPage) -> None:
        self._tables.put(page.rows)
        if page.sketch is not None:
            self._connection.execute(_SKETCHED, (page.article_id, page.sketch, tellings.__version__))

    def reject(self, reject: Reject) -> None:
        """Keep why a page could not be read."""
        with self._changing():
            self._tables.insert("rejects", to.named(reject), or_what="OR REPLACE")

    def commit(self) -> None:
        """Make everything since the last commit part of the record."""
        with explained(self.path):
            self._connection.commit()

    def readings(self, article_ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The stored readings, in the order of their article ids."""
        return map(to.read_reading, self.stored(article_ids))

    def stored(self, article_ids: Iterable[str] | None = None) -> Iterator[Value]:
        """The readings as they are stored, in that order."""
        if article_ids is None:
            chosen = self.rows("SELECT reading FROM articles ORDER BY article_id")
        else:
            chosen = self._chosen(sorted(set(article_ids)))
        return (row[0] for row in chosen)

    def _chosen(self, article_ids: Sequence[str]) -> Iterator[Row]:
        for article_id in article_ids:
            yield from self.rows("SELECT reading FROM articles WHERE article_id = ?", (article_id,))

    def derive(self, sketched: Sketched, told: Told, matched: Matched | None = None) -> None:
        """Derive the stories that new or removed articles change: many in several transactions."""
        self._derivation().derive(self.readings, sketched, told, matched)

    def replace_stories(self, rows: Iterable[StoryRows]) -> None:
        """Replace all that follows from comparing articles, in one transaction."""
        derivation = self._derivation()
        with self._whole():
            derivation.replace(ready_story(self.form, told) for told in rows)

    def _derivation(self) -> Derivation:
        from tellings.record.derivation import Derivation  # what compares articles is loaded only where it is needed

        run = self._run or self.start_run({})
        return Derivation(self.path, self._connection, self._tables, self._whole, run)

    def repeats(self) -> Repeated:
        """What each site repeats: see `Paragraphs`."""
        with self._whole():
            self._paragraphs.settle()
        return self._paragraphs.repeated()

    def unsettled(self) -> Iterator[tuple[str, Trace]]:
        """Articles that may have other paragraphs than `repeats` leaves them."""
        return self._paragraphs.unsettled()

    def settled(self, but: Collection[str]) -> None:
        """Those articles have the paragraphs that they should have, but for the pages given."""
        with self._whole():
            self._paragraphs.settled(but)

    @cached_property
    def _paragraphs(self) -> Paragraphs:
        from tellings.record.paragraphs import Paragraphs  # who only reads a record loads nothing that cleans pages

        return Paragraphs(self._connection)

    def _touch(self, page_ids: Iterable[str]) -> None:
        """Note that articles of these pages come or go, so that what follows from them all is to be derived."""
        for page_id in page_ids:
            self._paragraphs.touch(page_id)
        self._connection.execute("UPDATE runs SET derived = NULL WHERE derived IS NOT NULL")

    def _ids(self, asked: str, parameters: Sequence[Value] = ()) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in self._connection.execute(asked, parameters))

    def is_derived(self) -> bool:
        """Whether the stories follow from all the articles."""
        return runs.is_derived(self)

    def counts(self, tables: Sequence[str] = schema.TABLES) -> dict[str, int]:
        """How many rows tables hold; those that each run counts are counted as they change."""
        kept = {str(name): int(count or 0) for name, count in self.rows('SELECT name, "count" FROM counts')}
        found = kept | runs.counts(self, [table for table in tables if table not in kept])
        return {table: found[table] for table in tables}

    def start_run(self, settings: Mapping[str, object]) -> str:
        """Open a row of `runs`."""
        with self._changing():
            row = runs.opened(self, settings)  # inside, so that two builds at once take two numbers
            self._tables.insert("runs", row)
        self._run = str(row["run_id"])
        return self._run

    def keep_run(self, run: to.NamedRow) -> None:
        """Keep a run of another record, and commit."""
        with self._whole():
            self._tables.insert("runs", run | {"run_id": runs.next_id(self), "derived": None})

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
            self._tables.insert("judgements", to.named(judgement))

    def replace(self, articles: Iterable[ReadyPage]) -> None:
        """Put articles in place of those of the same pages, and commit."""
        with self._whole():
            for article in articles:
                self._take_out(article.page_id, moved=not self._compared_by(article))
                self._put(article)

    def remove(self, page_id: str) -> None:
        """Take a page out with all that rests on it, and commit."""
        with self._whole():
            self._take_out(page_id)
            self._tables.take([runs.removal_of_page(page_id)])

    def _compared_by(self, article: ReadyPage) -> bool:
        """Whether a page's article that is held is compared with others of its site by the same as this one."""
        asked = "SELECT site, paragraphs FROM articles WHERE page_id = ?"
        return next(self.rows(asked, (article.page_id,)), None) == article.compared

    def _take_out(self, page_id: str, *, moved: bool = True) -> None:
        self._touch([page_id] if moved else [])
        self._tables.forget(
            self._ids("SELECT story_id FROM articles WHERE page_id = ? AND story_id IS NOT NULL", (page_id,))
        )
        self._connection.execute(_SKETCH_UNUSED, (page_id,))
        self._connection.execute(_SKETCH_GONE, (page_id,))
        self._tables.take(runs.removal_of_articles(self, [page_id]))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Use the store in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

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


#: The best are found by the index of words alone; those of one rank stand in the order of their ids.
_SEARCH = (
    "SELECT a.page, a.article_id, a.title, a.published, w.shown, a.story_id FROM"
    " (SELECT rowid, rank, snippet(articles_words, 1, '[', ']', ' … ', 24) AS shown FROM articles_words"
    " WHERE articles_words MATCH ? AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT ?) w"
    " JOIN articles a ON a.number = w.rowid ORDER BY w.rank, a.article_id"
)
_NAMED = "SELECT r.actor_id FROM actors_names n JOIN actors r ON r.rowid = n.rowid WHERE actors_names MATCH ?"
#: Letters that the index of names is made of.
GRAM = 3
_SKETCHED = "INSERT OR IGNORE INTO sketches (article_id, sketch, version) VALUES (?, ?, ?)"
_SKETCH_UNUSED = (
    "DELETE FROM sketches WHERE together IS NULL AND article_id = (SELECT article_id FROM articles WHERE page_id = ?)"
)
_SKETCH_GONE = "UPDATE sketches SET gone = 1 WHERE article_id = (SELECT article_id FROM articles WHERE page_id = ?)"
