"""Who stands under which key, in a SQLite record.

A key is crowded where more than `candidates.MOST_POSTINGS` stand under it. It is named in `crowded`, so that the
others are read without counting, many by one statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.record.load import batched
from tellings.relate import candidates
from tellings.relate.candidates import Keys

#: Keys asked for by one statement; the last is said again where they are fewer, so that it is prepared once.
ASKED = 100
WORDS, RUNS = 0, 1

#: A key as a row, and a key with an article's id and weight there, None where it leaves.
Key = tuple[int, int]
Standing = tuple[int, int, str, int | None]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who stood under a key that is crowded now and was not, with their weights; `first` it leads to still."""

    run: int
    standing: Mapping[str, int]
    first: frozenset[str]

    def lost(self, one: str, other: str) -> int:
        """How much less two of them meet than before."""
        if one in self.first or other in self.first:
            return 0
        return candidates.RUN_WEIGHT if self.run else self.standing[one] * self.standing[other]


@dataclass(frozen=True, slots=True)
class Moved:
    """The articles, not put themselves, that a key leads to only now, or no more; and new crowds, for whom pairs go."""

    again: set[str]
    crowds: Sequence[Crowd]


class Shelves:
    """The table `sketch_keys` of one open record."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work in the connection's open transaction."""
        self._connection = connection

    def under(self, run: int, keys: Sequence[int]) -> Iterator[tuple[int, str, int]]:
        """Who stands under those of these sorted keys that are not crowded: key, article, weight, key by key."""
        return self._under(run, self._without(run, keys))

    def crowded(self, keys: Sequence[int]) -> set[int]:
        """Those of these runs' keys that are crowded."""
        return self._crowded(RUNS, keys)

    def first(self, key: int) -> Sequence[str]:
        """The first `COPIES` by their ids who stand under a run's key."""
        return self._first(RUNS, key, candidates.COPIES)

    def everyone(self, key: int) -> Sequence[str]:
        """All who stand under a run's key."""
        return [row[0] for row in self._connection.execute(_EVERYONE, (key,))]

    def put(self, standing: Iterable[Standing]) -> Moved:
        """Bring articles under keys, or away from them; give what that changes for the others."""
        self._shelved(standing)
        close = self._connection.execute(_CLOSE, (candidates.MOST_POSTINGS + 1, candidates.MOST_POSTINGS)).fetchall()
        before = {key: (bool(self._crowded(key[0], [key[1]])), self._led_to(*key)) for key in close}
        self._connection.execute(_TAKE_OUT)
        self._connection.execute(_PUT_IN)
        again, crowds = set[str](), list[Crowd]()
        for (run, key), (was_crowded, led_to) in before.items():
            crowded = len(self._first(run, key, candidates.MOST_POSTINGS + 1)) > candidates.MOST_POSTINGS
            self._connection.execute(_CROWDED if crowded else _NOT_CROWDED, (run, key))
            leads_to = self._led_to(run, key).keys()
            if crowded and not was_crowded:
                crowds.append(Crowd(run, led_to, frozenset(leads_to)))
            else:
                again |= led_to.keys() ^ leads_to
        return Moved(again.difference(row[0] for row in self._connection.execute(_MOVED)), crowds)

    def _shelved(self, standing: Iterable[Standing]) -> None:
        """Note in order what is put: sorted at once, since rows put one by one into a large table in order thrash."""
        for table in ("given", "shelved"):
            self._connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        self._connection.execute('CREATE TEMP TABLE given (run, "key", article_id, weight)')
        self._connection.executemany("INSERT INTO temp.given VALUES (?, ?, ?, ?)", standing)
        self._connection.execute(_SHELVED)
        self._connection.execute(_IN_ORDER)
        self._connection.execute("DROP TABLE temp.given")

    def _led_to(self, run: int, key: int) -> dict[str, int]:
        """Whom a key leads to, with their weights there."""
        if not self._crowded(run, [key]):
            return {article_id: weight for _, article_id, weight in self._under(run, [key])}
        return dict.fromkeys(self._first(run, key, candidates.COPIES), 1) if run else {}

    def _first(self, run: int, key: int, count: int) -> list[str]:
        return [row[0] for row in self._connection.execute(_FIRST, (run, key, count))]

    def _without(self, run: int, keys: Sequence[int]) -> list[int]:
        crowded = self._crowded(run, keys)
        return [key for key in keys if key not in crowded]

    def _crowded(self, run: int, keys: Sequence[int]) -> set[int]:
        return {row[0] for some in _filled(keys) for row in self._connection.execute(_OF_CROWDED, (run, *some))}

    def _under(self, run: int, keys: Sequence[int]) -> Iterator[tuple[int, str, int]]:
        return (row for some in _filled(keys) for row in self._connection.execute(_UNDER, (run, *some)))


def rows_of(article_id: str, keys: Keys) -> Iterator[Standing]:
    """An article under its keys as rows."""
    for key, weight in zip(keys.signed_words.tolist(), keys.weights.tolist(), strict=True):
        yield WORDS, key, article_id, weight
    for key in keys.signed_runs.tolist():
        yield RUNS, key, article_id, 1


def _filled(keys: Sequence[int]) -> Iterator[list[int]]:
    for some in batched(keys, ASKED):
        yield some + some[-1:] * (ASKED - len(some))


_SOME = ", ".join("?" * ASKED)
_SHELVED = """
CREATE TEMP TABLE shelved (run, "key", article_id, weight, PRIMARY KEY (run, "key", article_id)) WITHOUT ROWID
"""
_IN_ORDER = 'INSERT INTO temp.shelved SELECT * FROM temp.given ORDER BY run, "key", article_id'
#: Keys that are crowded, or may be now.
_CLOSE = """
SELECT run, "key" FROM (SELECT run, "key", count(*) AS moved FROM temp.shelved GROUP BY run, "key") s WHERE moved +
  (SELECT count(*) FROM (SELECT 1 FROM sketch_keys k WHERE k.run = s.run AND k."key" = s."key" LIMIT ?)) > ?
"""
_TAKE_OUT = """
DELETE FROM sketch_keys WHERE (run, "key", article_id) IN
  (SELECT run, "key", article_id FROM temp.shelved WHERE weight IS NULL)
"""
_PUT_IN = "INSERT INTO sketch_keys SELECT * FROM temp.shelved WHERE weight IS NOT NULL"
_MOVED = "SELECT DISTINCT article_id FROM temp.shelved"
_CROWDED = "INSERT OR IGNORE INTO crowded VALUES (?, ?)"
_NOT_CROWDED = 'DELETE FROM crowded WHERE run = ? AND "key" = ?'
_OF_CROWDED = f'SELECT "key" FROM crowded WHERE run = ? AND "key" IN ({_SOME})'
_UNDER = f'SELECT "key", article_id, weight FROM sketch_keys WHERE run = ? AND "key" IN ({_SOME})'
_FIRST = 'SELECT article_id FROM sketch_keys WHERE run = ? AND "key" = ? ORDER BY article_id LIMIT ?'
_EVERYONE = 'SELECT article_id FROM sketch_keys WHERE run = 1 AND "key" = ?'
