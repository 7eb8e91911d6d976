"""What the SQLite store keeps of comparing articles, so that new pages are compared with their like alone.

Sketches, the keys that they stand under, and the pairs that say something. `sketches.together` names the articles
that hung together when stories were last derived, by the least of them; where it is null the article is new: its
sketch, made when its page was read, stands under no keys yet. A sketch whose article has gone is marked so; an article
without a sketch is new too, and has no story. What is to be done follows from the tables alone, without going
through all of either, and is done in the transaction that forgets the stories which change, so that it can be stopped
at any moment.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache
from itertools import chain

import msgspec

import tellings
from tellings.model.reading import Reading
from tellings.model.times import Interval
from tellings.record.meetings import meetings
from tellings.record.shelves import Crowd, Moved, Shelves, Standing, rows_of
from tellings.relate.candidates import WORTH, keys_of
from tellings.relate.pairing import OPENED, Batch, Matched, Matcher, Met, Paired, batches
from tellings.relate.regions import Group, Match, Regions, touched
from tellings.relate.sketch import Sketch

#: Articles whose pairs are held in memory, some 2 kB each.
HELD_PAIRS = 100_000

Changed = tuple[str, str, Match]


class Index:
    """The sketches, keys and pairs of one open record, for one derivation."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work in the connection's open transaction."""
        self._connection = connection
        self._shelves = Shelves(connection)
        self._packed = lru_cache(maxsize=OPENED)(self._kept)
        self._matcher = Matcher()
        self.partners = lru_cache(maxsize=HELD_PAIRS)(self._partners)
        self._days: dict[str, date] = {}

    def stale(self) -> bool:
        """Whether stories were told of no sketches, or of another version's; then all articles are new."""
        first, last, unshelved = self._connection.execute(_VERSIONS).fetchone()
        return unshelved or (first is not None and not first == last == tellings.__version__)

    def clear(self) -> None:
        """Forget all of it."""
        for table in ("sketches", "sketch_keys", "crowded", "pairs"):
            self._connection.execute(f"DELETE FROM {table}")

    def regroup(
        self,
        readings: Callable[[Iterable[str]], Iterator[Reading]],
        sketched: Callable[[Iterable[Reading]], Iterable[Sketch]],
        matched: Matched | None = None,
    ) -> list[Group]:
        """Bring the index up to the record's articles; give the stories, changed or not, where anything can have."""
        for sketch in sketched(readings(self._ids(_UNSKETCHED))):
            kept = (sketch.article_id, msgspec.msgpack.encode(sketch), tellings.__version__)
            self._connection.execute("INSERT INTO sketches (article_id, sketch, version) VALUES (?, ?, ?)", kept)
        new, gone = self._ids(_NEW), self._ids(_GONE)
        left = self._together(gone)
        moved = self._shelve(new, gone)
        changed = [*self._part(gone), *self._crowd(moved.crowds)]
        changed += self._pair(set(new), moved.again, matched or self.match)
        self.partners.cache_clear()
        regions, storyless = Regions(self), self._ids(_STORYLESS)
        seeds = touched(regions, {*storyless, *new}, changed, gone)
        return list(self._stories(regions, (left | seeds | self._together(seeds)).difference(gone)))

    def _ids(self, asked: str) -> list[str]:
        return [row[0] for row in self._connection.execute(asked)]

    def _together(self, ids: Iterable[str]) -> set[str]:
        """All that hung together with these when stories were last derived."""
        names = {self._connection.execute(_NAME, (i,)).fetchone()[0] for i in ids} - {None}
        return {row[0] for name in names for row in self._connection.execute(_MEMBERS, (name,))}

    def _stories(self, regions: Regions, ids: Collection[str]) -> Iterator[Group]:
        left = set(ids)
        for article_id in sorted(ids):
            if article_id in left:
                together = regions.together(article_id)
                left.difference_update(together)
                self._connection.executemany(_HOLD_TOGETHER, ((together[0], i, together[0]) for i in together))
                yield from regions.stories(together)

    def _shelve(self, new: Iterable[str], gone: Sequence[str]) -> Moved:
        """Put new sketches under their keys and take others out; give what that changes for the other articles."""
        return self._shelves.put(chain(self._taken_out(gone), self._put_in(new)))

    def _taken_out(self, gone: Sequence[str]) -> Iterator[Standing]:
        for article_id in gone:
            for run, key, _, _ in rows_of(article_id, keys_of(self.sketch(article_id))):
                yield run, key, article_id, None
            self._connection.execute("DELETE FROM sketches WHERE article_id = ?", (article_id,))
        self._connection.execute("UPDATE sketches SET gone = NULL WHERE gone")

    def _put_in(self, new: Iterable[str]) -> Iterator[Standing]:
        for article_id in new:
            sketch = self.sketch(article_id)
            self._days[article_id] = sketch.since
            yield from rows_of(article_id, keys_of(sketch))

    def sketch(self, article_id: str) -> Sketch:
        """An article's sketch: see `Graph`."""
        return self._matcher.opened(self._packed(article_id))

    def _kept(self, article_id: str) -> bytes:
        found: tuple[bytes] = self._connection.execute(_SKETCH, (article_id,)).fetchone()
        return found[0]

    def match(self, batches: Iterable[Batch]) -> Iterator[Sequence[Paired]]:
        """Set articles side by side here."""
        return map(self._matcher.matched, batches)

    def day(self, article_id: str) -> Interval | None:
        """When an article's news happened: see `Graph`."""
        return self.sketch(article_id).day

    def _since(self, article_id: str) -> tuple[date, str]:
        return self._days.get(article_id) or self.sketch(article_id).since, article_id

    def _partners(self, article_id: str) -> Mapping[str, Match]:
        """The articles that one is paired with: see `Graph`."""
        found = self._connection.execute(_PARTNERS, (article_id,))
        return {other: (score, bool(same)) for other, score, same in found}

    def _part(self, gone: Iterable[str]) -> Iterator[Changed]:
        """Forget the pairs of articles that have gone, and give them."""
        for article_id in gone:
            for other, found in self._partners(article_id).items():
                self._unpair(article_id, other)
                yield article_id, other, found

    def _crowd(self, crowds: Iterable[Crowd]) -> Iterator[Changed]:
        """Let pairs go that met under keys which lead nowhere now; give them.

        To look up anew all whom such a key led to would be three times the new articles of 1,000 beside 10,000.
        """
        lost: dict[tuple[str, str], int] = defaultdict(int)
        for crowd in crowds:
            for one in crowd.standing:
                for other in self.partners(one):
                    if one < other and other in crowd.standing:
                        lost[one, other] += crowd.lost(one, other)
        for (one, other), loss in sorted(lost.items()):
            if self._meeting(one, other) - loss >= WORTH:
                self._remeet(one, other, self._meeting(one, other) - loss)
            else:
                self._unpair(one, other)
                yield one, other, self.partners(one)[other]

    def _meeting(self, one: str, other: str) -> int:
        found: tuple[int] = self._connection.execute(_MEETING, (one, other)).fetchone()
        return found[0]

    def _remeet(self, one: str, other: str, meeting: int) -> None:
        self._connection.executemany(_REMEET, ((meeting, one, other), (meeting, other, one)))

    def _pair(self, new: Set[str], again: Collection[str], matched: Matched) -> Iterator[Changed]:
        """Pair new articles, and those to look up anew; give the pairs that come or go and are not of two new ones."""
        come, parted = self._connection.cursor(), list[Changed]()
        come.execute("DROP TABLE IF EXISTS temp.come")
        come.execute("CREATE TEMP TABLE come (article_id, other_id, score, one_text, meeting)")
        for found in matched(batches(self._met(new, again, parted), self._packed)):
            both = (row for one, other, *rest in found for row in ((one, other, *rest), (other, one, *rest)))
            come.executemany("INSERT INTO temp.come VALUES (?, ?, ?, ?, ?)", both)
            yield from ((one, other, (score, same)) for one, other, score, same, _ in found if not {one, other} <= new)
        yield from parted
        # sorted at once: put one by one, in no order, into a large table they read and write most of its pages anew
        come.execute("INSERT INTO pairs SELECT * FROM temp.come ORDER BY article_id, other_id")
        come.execute("DROP TABLE temp.come")

    def _met(self, new: Set[str], again: Collection[str], parted: list[Changed]) -> Iterator[Met]:
        """Give each of these with those that it meets and was not set side by side with; note the pairs that go."""
        done = set[str]()
        # by day, since what is paired is mostly news of near days: their sketches are still open
        by_day = sorted({*new, *again}, key=self._since)
        for article_id, met in meetings(self._shelves, ((one, keys_of(self.sketch(one))) for one in by_day)):
            done.add(article_id)
            held = {} if article_id in new else self._partners(article_id)
            for other in held.keys() - met.keys() - done:
                self._unpair(article_id, other)
                parted.append((article_id, other, held[other]))
            for other in (met.keys() & held.keys()) - done:
                self._remeet(article_id, other, met[other])
            if fresh := met.keys() - held.keys() - done:
                yield article_id, {other: met[other] for other in fresh}

    def _unpair(self, one: str, other: str) -> None:
        both = ((one, other), (other, one))
        self._connection.executemany("DELETE FROM pairs WHERE article_id = ? AND other_id = ?", both)


_SKETCH = "SELECT sketch FROM sketches WHERE article_id = ?"
_VERSIONS = (
    "SELECT (SELECT min(version) FROM sketches), (SELECT max(version) FROM sketches),"
    " EXISTS (SELECT 1 FROM stories) AND NOT EXISTS (SELECT 1 FROM sketches WHERE together IS NOT NULL)"
)
_UNSKETCHED = (
    "SELECT article_id FROM articles a WHERE story_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM sketches s WHERE s.article_id = a.article_id) ORDER BY 1"
)
_NEW = "SELECT article_id FROM sketches WHERE together IS NULL ORDER BY 1"
_GONE = (
    "SELECT article_id FROM sketches s WHERE gone"
    " AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.article_id = s.article_id) ORDER BY 1"
)
_STORYLESS = "SELECT article_id FROM articles WHERE story_id IS NULL"
_NAME = "SELECT together FROM sketches WHERE article_id = ?"
_MEMBERS = "SELECT article_id FROM sketches WHERE together = ?"
_HOLD_TOGETHER = "UPDATE sketches SET together = ? WHERE article_id = ? AND together IS NOT ?"
_MEETING = "SELECT meeting FROM pairs WHERE article_id = ? AND other_id = ?"
_REMEET = "UPDATE pairs SET meeting = ? WHERE article_id = ? AND other_id = ?"
_PARTNERS = "SELECT other_id, score, one_text FROM pairs WHERE article_id = ?"
