"""The record as a folder of Parquet tables: `articles/*.parquet` and so on, for DuckDB, pandas and R."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

import tellings
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows
from tellings.record import duck, runs, schema
from tellings.record import manifest as manifests
from tellings.record import rows as to
from tellings.record.faults import READ_ONLY, explained, fault
from tellings.record.load import batched
from tellings.record.lookup import Casts, Stored
from tellings.record.parts import DATED, DATED_ARTICLES, Parts, view_sql
from tellings.record.queries import NAMED
from tellings.record.ready import Form, ReadyPage, ReadyStory, Rows, ready_page, ready_story
from tellings.record.snippets import scan
from tellings.record.store import Judgement, Row, Sketched, Summary, Told, Value
from tellings.relate import group
from tellings.relate.pairing import Matched

if TYPE_CHECKING:
    from tellings.clean.repeats import Repeated
    from tellings.model.article import Trace

#: Pages between two commits of its own, and rows in one file of a table that is replaced.
COMMIT_EVERY = 500
ROWS_A_FILE = 50_000
#: More files than this in a table are made one when its stories are derived.
MOST_FILES = 16


class ParquetStore:
    """A record in a folder: files are added and replaced, never changed. See `Store` for what methods promise."""

    form = Form()

    def __init__(self, path: Path, *, create: bool, write: bool) -> None:
        """Open the folder; see `open_store`."""
        self.path = path
        self._run: str | None = None
        self._pending: Rows = {}
        self._read = set[str]()
        self._refused: list[to.NamedRow] = []
        self._connection = duck.connect()
        self._changed = set(schema.TABLES)
        self._rejects: list[to.NamedRow] | None = None
        self._stored = Stored(self)
        self._known: set[str] | None = None
        self._stands_derived = True
        self._lock: IO[bytes] | None = None
        try:
            self._open(create, write)
        except BaseException:
            self.close()
            raise

    def _open(self, create: bool, write: bool) -> None:
        with explained(self.path):
            if create:
                self.path.mkdir(parents=True, exist_ok=True)
            if write and self.path.exists():
                self._lock = manifests.lock(self.path)
            self._manifest = manifests.read(self.path, create=create)
            if write:
                manifests.clean(self.path, self._manifest)
        self._show()
        for view in schema.views():
            self._connection.execute(view)

    def _show(self) -> None:
        """Let the views of changed tables show their files. Not at each commit: it opens every one of them."""
        with duck.explained(self.path):
            for table in self._changed:
                self._connection.execute(view_sql(self.path, table, self._manifest.files(table)))
        self._changed = set()

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """Answer a query; what is pending is committed first."""
        self.commit()
        self._show()
        with duck.explained(self.path):
            cursor = self._connection.cursor().execute(sql, list(parameters))
            while batch := cursor.fetchmany(1000):
                yield from batch

    def search(self, words: str, limit: int) -> Iterator[Row]:
        """Articles that hold, for every word, one that begins like it; those with most of them first."""
        return scan(self, words, limit)

    def named(self, part: str) -> Iterator[Row]:
        """The ids of actors whose names hold these letters."""
        return self.rows(NAMED, (part,))

    def page_ids(self) -> set[str]:
        """The ids of the pages that are in already."""
        return {str(row[0]) for row in self.rows("SELECT page_id FROM pages")}

    def holds(self, page_id: str) -> bool:
        """Whether a page is in already."""
        return page_id in self._ids

    @property
    def _ids(self) -> set[str]:
        if self._known is None:
            self._known = self.page_ids()
        return self._known

    def add(self, page: Page, reading: Reading) -> None:
        """Add one page."""
        self.put(ready_page(self.form, page, reading))

    def put(self, page: ReadyPage) -> None:
        """Add one page: its rows are written together, by one manifest."""
        if self.holds(page.page_id):
            return
        self._ids.add(page.page_id)
        self._read.add(page.name)
        for table, rows in page.rows.items():
            self._pending.setdefault(table, []).extend(rows)
        if len(self._pending["pages"]) >= COMMIT_EVERY:
            self.commit()

    def reject(self, reject: Reject) -> None:
        """Keep why a page could not be read."""
        self._refused.append(to.named(reject))

    def commit(self) -> None:
        """Write what is pending to new files, and name them in a new manifest."""
        pending, read, refused = self._pending, self._read, self._refused
        self._pending, self._read, self._refused = {}, set(), []
        if not (pending or refused):
            return
        with self._changing() as parts:
            self._replace_rejects(parts, refused, read)
            for table in schema.PAGE_TABLES:
                parts.put(table, pending.get(table, []))
            if "pages" in pending and self._stands_derived:
                parts.replace("runs", self._derived_by(None))
                self._stands_derived = False

    def _replace_rejects(self, parts: Parts, refused: Iterable[to.NamedRow], read: Collection[str]) -> None:
        """Keep each reject once, and none of a page that has since been read."""
        if self._rejects is None:
            self._rejects = self._all("rejects")
        found = {tuple(row.values()): row for row in (*self._rejects, *refused)}
        kept = [row for row in found.values() if row["name"] not in read]
        if kept != self._rejects:
            parts.replace("rejects", kept)
            self._rejects = kept

    def _all(self, table: str) -> list[to.NamedRow]:
        """All rows of a small table."""
        self._show()
        names = [column.name for column in schema.columns(table)]
        found = self._connection.cursor().execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        return [dict(zip(names, row, strict=True)) for row in found]

    def readings(self, article_ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The stored readings, in the order of their article ids."""
        return map(to.read_reading, self.stored(article_ids))

    def stored(self, article_ids: Iterable[str] | None = None) -> Iterator[Value]:
        """The readings as they are stored, in that order."""
        self.commit()
        return self._stored.all() if article_ids is None else self._stored.of(article_ids)

    def repeats(self) -> Repeated:
        """What each site repeats, gathered from all articles."""
        from tellings.record.paragraphs import repeated_by_site  # who only reads a record loads nothing that cleans

        return repeated_by_site(self)

    def unsettled(self) -> Iterator[tuple[str, Trace]]:
        """All articles: what was known of each is not kept."""
        from tellings.record.paragraphs import traces

        return traces(self)

    def settled(self, but: Collection[str]) -> None:
        """Nothing is kept."""

    def derive(self, sketched: Sketched, told: Told, matched: Matched | None = None) -> None:
        """Derive anew all that follows from comparing articles."""
        self._replace_stories(told(group(sketched(self.readings()), matched)))

    def replace_stories(self, rows: Iterable[StoryRows]) -> None:
        """Replace all that follows from comparing articles."""
        self._replace_stories(ready_story(self.form, told) for told in rows)

    def _replace_stories(self, stories: Iterable[ReadyStory]) -> None:
        """The same of stories that are ready, by one manifest."""
        self._run = self._run or self.start_run({})
        self.commit()
        self._show()
        with self._changing() as parts:
            for table in schema.STORY_TABLES:
                parts.clear(table)
            self._append_stories(parts, stories)
            parts.rewrite("articles", DATED_ARTICLES)
            for table in ("pages", *schema.ARTICLE_TABLES):
                if len(parts.files(table)) > MOST_FILES:
                    parts.rewrite(table, f"SELECT * FROM {table}")
            parts.replace("rejects", [row for row in self._all("rejects") if row["stage"] != runs.STORIES])
            self._rejects = None
            parts.replace("runs", self._derived_by(self._run))
        self._stands_derived = True

    def files(self, table: str) -> list[Path]:
        """The files of a table."""
        return [self.path / name for name in self._manifest.files(table)]

    def adopt(self, tables: Mapping[str, Sequence[Path]], pages: Sequence[Path]) -> None:
        """Put files that an engine has written in place of tables, and pages beside those that are in; by one manifest.

        The files are moved.
        """
        self.commit()
        with self._changing() as parts:
            for table, files in tables.items():
                parts.clear(table)
                parts.take(table, files)
            parts.take("pages", pages)
            parts.replace("runs", self._derived_by(self._run))
        self._known, self._stands_derived = None, True
        names = {str(row[0]) for row in self.rows("SELECT name FROM pages WHERE name IN (SELECT name FROM rejects)")}
        with self._changing() as parts:
            kept = [row for row in self._all("rejects") if row["stage"] != runs.STORIES and row["name"] not in names]
            parts.replace("rejects", kept)
        self._rejects = None

    def _derived_by(self, run: str | None) -> list[to.NamedRow]:
        """All runs; this one alone has derived what follows from comparing articles."""
        return [row | {"derived": tellings.__version__ if row["run_id"] == run else None} for row in self._all("runs")]

    def _append_stories(self, parts: Parts, stories: Iterable[ReadyStory]) -> None:
        declared = ", ".join(f"{name} {type_}" for name, type_ in DATED.items())
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE dated ({declared})")
        waiting = defaultdict[str, list[Row]](list)
        with closing(Casts()) as casts:
            for some in batched(stories):
                casts.add(actor for story in some for actor in story.cast)
                dated = ([row[name] for name in DATED] for story in some for row in story.dated)
                duck.insert(self._connection, "dated", DATED, dated)
                for table, rows in chain.from_iterable(story.rows.items() for story in some):
                    waiting[table] += rows
                    if len(waiting[table]) >= ROWS_A_FILE:
                        parts.put(table, waiting.pop(table))
            for table, left in waiting.items():
                parts.put(table, left)
            for actors in batched(casts, ROWS_A_FILE):
                parts.append("actors", map(to.named, actors))

    def is_derived(self) -> bool:
        """Whether the stories follow from all the articles."""
        return runs.is_derived(self)

    def counts(self, tables: Sequence[str] = schema.TABLES) -> dict[str, int]:
        """How many rows tables hold."""
        return runs.counts(self, tables)

    def start_run(self, settings: Mapping[str, object]) -> str:
        """Open a row of `runs`."""
        row = runs.opened(self, settings)
        with self._changing() as parts:
            parts.replace("runs", [*self._all("runs"), row])
        self._run = str(row["run_id"])
        return self._run

    def keep_run(self, run: to.NamedRow) -> None:
        """Keep a run of another record, and commit."""
        kept = run | {"run_id": runs.next_id(self), "derived": None}
        with self._changing() as parts:
            parts.replace("runs", [*self._all("runs"), kept])

    def finish_run(self, run_id: str, summary: Summary) -> None:
        """Close a row of `runs`, and commit."""
        self.commit()
        closed = runs.closed(run_id, summary)
        with self._changing() as parts:
            parts.replace("runs", [row | (closed if row["run_id"] == run_id else {}) for row in self._all("runs")])

    def judge(self, judgement: Judgement) -> None:
        """Add a human's judgement, and commit."""
        self.commit()
        with self._changing() as parts:
            parts.append("judgements", [to.named(judgement)])

    def replace(self, articles: Iterable[ReadyPage]) -> None:
        """Put articles in place of those of the same pages, by one manifest."""
        articles, rows = list(articles), defaultdict[str, list[Row]](list)
        for table, added in chain.from_iterable(article.rows.items() for article in articles):
            rows[table] += added
        with self._taking_out(runs.removal_of_articles(self, [one.page_id for one in articles])) as parts:
            for table, some in rows.items():
                parts.put(table, some)

    def remove(self, page_id: str) -> None:
        """Take a page out with all that rests on it, and commit."""
        removals = (*runs.removal_of_articles(self, [page_id]), runs.removal_of_page(page_id))
        self._known = None
        with self._taking_out(removals):
            pass

    @contextmanager
    def _taking_out(self, removals: Iterable[runs.Removal]) -> Iterator[Parts]:
        with self._changing() as parts:
            for removal in removals:
                parts.rewrite(removal.table, removal.kept)
            parts.replace("runs", self._derived_by(None))
            yield parts

    def close(self) -> None:
        """Let go of the folder."""
        self._stored.forget()
        self._connection.close()
        if self._lock:
            self._lock.close()

    def __enter__(self) -> Self:
        """Use the store in a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @contextmanager
    def _changing(self) -> Iterator[Parts]:
        """One commit: done at the end, undone on any failure."""
        if not self._lock:
            raise fault(READ_ONLY, self.path)
        parts = Parts(self.path, self._connection, self._manifest)
        try:
            yield parts
            self._manifest = parts.done()
        except BaseException:
            parts.undo()
            raise
        self._changed |= parts.tables
        if "articles" in parts.tables:
            self._stored.forget()
