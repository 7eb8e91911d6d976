"""Stories of one open SQLite record brought up to its articles, a piece at a time.

An article without a story is one to be told, so that what is left to do stands in the tables whenever a build is
stopped. First, in one transaction, articles are compared and the stories that change are forgotten; then stories are
told, some hundred in a transaction. Few are told in the first: readers then see all of them as before or as after.
In one transaction with all of 100,000 pages' stories each page of the file was looked for in a log of gigabytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import tellings
from tellings.model.reading import Reading
from tellings.record import runs
from tellings.record.faults import CHANGED, fault
from tellings.record.index import Index
from tellings.record.load import batched
from tellings.record.ready import ReadyStory
from tellings.record.reported import reopened
from tellings.record.store import Sketched, Told
from tellings.record.tables import Tables
from tellings.relate import Group
from tellings.relate.pairing import Matched

Fetch = Callable[[Iterable[str]], Iterator[Reading]]

#: Stories of one transaction, some 900 pages: what they change fits into what is held of the file (`CACHE`).
PIECE = 500
#: Stories written while the next are told, where all of them are told in the first transaction.
WRITTEN = 50
#: What `runs.derived` says of a run that tells stories. A page that comes or goes takes it away.
BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class Derivation:
    """One derivation by one run. `whole` gives a transaction."""

    path: Path
    connection: sqlite3.Connection
    tables: Tables
    whole: Callable[[], AbstractContextManager[None]]
    run: str

    def derive(self, readings: Fetch, sketched: Sketched, told: Told, matched: Matched | None = None) -> None:
        """Tell the stories that new or removed articles change.

        Raises:
            TellingsError: where another process has changed the record before the last is told.
        """
        self._forget_stale()
        with self.whole():
            groups = self._regroup(readings, sketched, matched)
            self._begin()
            if len(groups) <= PIECE:
                self.tables.index()
                for some in batched(told(groups), WRITTEN):
                    self.tables.tell(some)
                self._end()
                return
        self._in_pieces(groups, told)

    def replace(self, stories: Iterable[ReadyStory]) -> None:
        """Put these in place of all stories, in the transaction that is open."""
        self.tables.forget(self._ids(_STORIES))
        reopened(self.connection)
        self.tables.unindex()
        self.tables.tell(list(stories))
        self.tables.index()
        self._end()

    def _in_pieces(self, groups: Sequence[Group], told: Told) -> None:
        if self._are_most(groups):
            with self._still_begun():
                self.tables.unindex()
        for piece in batched(told(groups), PIECE):
            with self._still_begun():
                self.tables.tell(piece)
        while self.tables.unindexed():
            with self._still_begun():
                self.tables.index(1)
        with self._still_begun():
            self._end()

    def _end(self) -> None:
        """Say that the stories follow from all articles; one run alone says so, the last."""
        self.connection.execute("DELETE FROM rejects WHERE stage = ?", (runs.STORIES,))
        self._say(tellings.__version__)

    def _begin(self) -> None:
        self._say(BEGUN)

    def _say(self, derived: str) -> None:
        self.connection.execute("UPDATE runs SET derived = NULL WHERE derived IS NOT NULL")
        self.connection.execute("UPDATE runs SET derived = ? WHERE run_id = ?", (derived, self.run))

    @contextmanager
    def _still_begun(self) -> Iterator[None]:
        """A transaction in which the stories to be told are still those that were found to be."""
        with self.whole():
            if self.connection.execute(_DERIVED, (self.run,)).fetchone() != (BEGUN,):
                raise fault(CHANGED, self.path)
            yield

    def _forget_stale(self) -> None:
        """Forget the stories of another version, but for a last few, by which they are known to be of another."""
        if Index(self.connection).stale():
            for some in batched(self._ids(_STORIES)[PIECE:], PIECE):
                with self.whole():
                    self.tables.forget(some)

    def _regroup(self, readings: Fetch, sketched: Sketched, matched: Matched | None) -> list[tuple[str, ...]]:
        """Compare new articles; give the stories to be told, and forget those in whose place they come."""
        index = Index(self.connection)
        if index.stale():
            index.clear()
            self.tables.forget(self._ids(_STORIES))
        found = [group for group in index.regroup(readings, sketched, matched) if group != self._held(group[0])]
        groups = sorted({*found, *self._reopened(found)})
        self.tables.forget({story for group in groups for story in self._stories_of(group)})
        return groups

    def _are_most(self, groups: Iterable[Group]) -> bool:
        """Whether the articles to be told are more than those told already."""
        [articles] = self.connection.execute(_ARTICLES).fetchone()
        return bool(2 * sum(map(len, groups)) > articles)

    def _reopened(self, groups: Iterable[Group]) -> Iterator[tuple[str, ...]]:
        """The stories, told before and not among these, of whose people other articles now say something else."""
        left = reopened(self.connection).difference(*groups)
        while left:
            group = self._held(min(left))
            left.difference_update(group, [min(left)])
            if group:
                yield group

    def _ids(self, asked: str, *parameters: str) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in self.connection.execute(asked, parameters))

    def _held(self, article_id: str) -> tuple[str, ...]:
        """The articles of this one's story, sorted."""
        return self._ids(_TOLD_WITH, article_id)

    def _stories_of(self, article_ids: Collection[str]) -> Iterator[str]:
        for article_id in article_ids:
            yield from self._ids(_STORY_OF, article_id)


_STORIES = "SELECT story_id FROM stories ORDER BY 1"
_ARTICLES = "SELECT \"count\" FROM counts WHERE name = 'articles'"
_DERIVED = "SELECT derived FROM runs WHERE run_id = ?"
_STORY_OF = "SELECT story_id FROM articles WHERE article_id = ? AND story_id IS NOT NULL"
_TOLD_WITH = f"SELECT article_id FROM articles WHERE story_id IN ({_STORY_OF}) ORDER BY article_id"
