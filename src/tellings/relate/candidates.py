"""Which pairs of articles are worth a look, found by what they share without comparing all with all.

An article stands under keys: its weightiest words, these words in its stretch of days, and its runs of words.
Each key is looked up by itself, so that an index can be kept in parts, one a range of keys.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tellings.model.times import Interval
from tellings.relate.sketch import Sketch
from tellings.relate.vectors import weightiest

#: An article is compared with so many of those that share most of its keys.
NEIGHBOURS = 40
#: A word that more articles stand under leads to none of them.
MOST_POSTINGS = 200
#: A run of words of more articles leads to so many of them: the thousandth copy still finds its family.
COPIES = 30
#: How much a shared run of words counts for a look, where a word counts its weight squared.
RUN_WEIGHT = 0.05
#: Days that stand under one key. Two grids, half a stretch apart: news of up to 4 days' distance meets in one.
STRETCH = 8
#: An article whose days are less sure is found by its words alone.
SURE_DAYS = 16

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Keys:
    """The 64-bit keys that an article stands under and is looked up by; `weights` is what meeting at a word counts."""

    words: NDArray[np.uint64]
    weights: NDArray[np.float64]
    runs: NDArray[np.uint64]


def keys_of(sketch: Sketch) -> Keys:
    """Give an article's keys."""
    cells = (None, *_cells(sketch.day or sketch.window))
    words = {_key(word, cell): sketch.vector[word] ** 2 for word in weightiest(sketch.vector) for cell in cells}
    return Keys(_array(words), np.fromiter(words.values(), np.float64, len(words)), _array(sketch.told))


def _array(keys: Collection[int]) -> NDArray[np.uint64]:
    return np.fromiter(keys, np.uint64, len(keys))


def _cells(days: Interval) -> Iterator[tuple[int, int]]:
    """The stretches of both grids that the days lie in."""
    if days.first and days.last and (days.last - days.first).days <= SURE_DAYS:
        for grid in (0, 1):
            first, last = _stretch(days.first, grid), _stretch(days.last, grid)
            yield from ((grid, stretch) for stretch in range(first, last + 1))


def _stretch(day: date, grid: int) -> int:
    return (day.toordinal() + grid * STRETCH // 2) // STRETCH


@lru_cache(maxsize=1_000_000)
def _key(word: str, cell: tuple[int, int] | None) -> int:
    digest = hashlib.blake2b(f"{word} {cell}".encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


class Postings:
    """Every key with the articles that stand under it, as sorted arrays: 12 bytes an entry."""

    def __init__(self, keys: Sequence[Keys]) -> None:
        """Index the articles by their places in `keys`."""
        self._keys = keys
        self._words = _sorted([k.words for k in keys])
        self._runs = _sorted([k.runs for k in keys])

    def pairs(self) -> set[Pair]:
        """Give each article with the `NEIGHBOURS` others that share most of its keys."""
        found: set[Pair] = set()
        for i in range(len(self._keys)):
            found.update((min(i, j), max(i, j)) for j in self.met(i))
        return found

    def met(self, i: int) -> list[int]:
        """Give the others that share most of an article's keys, the most first."""
        others, weights = zip(*self._meetings(i), strict=True)
        members, where = np.unique(np.concatenate(others), return_inverse=True)
        sums = np.bincount(where, np.concatenate(weights), len(members))
        sums[members == i] = 0.0
        best = np.lexsort((members, -sums))[:NEIGHBOURS]
        return [int(members[k]) for k in best if sums[k] > 0]

    def _meetings(self, i: int) -> Iterator[tuple[NDArray[np.int32], NDArray[np.float64]]]:
        """Those who stand under each of an article's keys, with what a meeting there counts; itself first."""
        yield np.array([i], np.int32), np.zeros(1)
        keys = self._keys[i]
        for members, weight in zip(self._words.under(keys.words), keys.weights, strict=True):
            if len(members) <= MOST_POSTINGS:
                yield members, np.full(len(members), weight)
        for members in self._runs.under(keys.runs):
            first = members[:COPIES] if len(members) > MOST_POSTINGS else members
            yield first, np.full(len(first), RUN_WEIGHT)


@dataclass(frozen=True, slots=True)
class _Sorted:
    keys: NDArray[np.uint64]
    members: NDArray[np.int32]

    def under(self, keys: NDArray[np.uint64]) -> Iterator[NDArray[np.int32]]:
        starts, ends = (np.searchsorted(self.keys, keys, side) for side in ("left", "right"))
        return (self.members[start:end] for start, end in zip(starts, ends, strict=True))


def _sorted(keys: Sequence[NDArray[np.uint64]]) -> _Sorted:
    flat = np.concatenate([np.empty(0, np.uint64), *keys])
    members = np.repeat(np.arange(len(keys), dtype=np.int32), [len(k) for k in keys])
    order = np.argsort(flat, kind="stable")
    return _Sorted(flat[order], members[order])
