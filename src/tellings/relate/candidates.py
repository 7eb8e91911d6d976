"""Which pairs of articles are worth a look, found by what they share without comparing all with all.

An article stands under keys: its weightiest words, these words in its stretch of days, and its runs of words.
Each key is looked up by itself, so that an index can be kept in parts, one a range of keys.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tellings.model.times import Interval
from tellings.relate.sketch import Sketch
from tellings.relate.vectors import weightiest

#: Two articles are compared where the key words that they share make up so much of their likeness (a partial cosine),
#: twice that where they are of far days or undated.
WORTH = 0.06
#: A word that more articles stand under leads to none of them.
MOST_POSTINGS = 200
#: A run of words of more articles leads to so many of them: the thousandth copy still finds its family.
COPIES = 30
#: How much a shared run of words counts for a look: two of them are enough.
RUN_WEIGHT = 0.05
#: Days that stand under one key. Two grids, half a stretch apart: news of up to 4 days' distance meets in one.
STRETCH = 8
#: Meeting in a stretch counts half as much as meeting anywhere, and those of one day meet there twice.
IN_A_STRETCH = math.sqrt(0.5)
#: An article whose days are less sure is found by its words alone.
SURE_DAYS = 16

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Keys:
    """The 64-bit keys that an article stands under and is looked up by; a meeting counts the product of weights."""

    words: NDArray[np.uint64]
    weights: NDArray[np.float32]
    runs: NDArray[np.uint64]


def keys_of(sketch: Sketch) -> Keys:
    """Give an article's keys."""
    cells = [(None, 1.0), *((cell, IN_A_STRETCH) for cell in _cells(sketch.day or sketch.window))]
    words = {
        _key(word, cell): sketch.vector[word] * share for word in weightiest(sketch.vector) for cell, share in cells
    }
    return Keys(_array(words), np.fromiter(words.values(), np.float32, len(words)), _array(sketch.told))


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
    """Every key with the articles that stand under it, as sorted arrays: 16 bytes an entry."""

    def __init__(self, keys: Sequence[Keys]) -> None:
        """Index the articles by their places in `keys`."""
        self._keys = keys
        self._words = _Sorted([k.words for k in keys], [k.weights for k in keys])
        self._runs = _Sorted([k.runs for k in keys], [np.full(len(k.runs), RUN_WEIGHT, np.float32) for k in keys])

    def met(self, i: int) -> list[int]:
        """Give the articles before the `i`-th that share enough of its keys to be compared with it, in order."""
        keys = self._keys[i]
        words = self._words.under(keys.words, keys.weights, MOST_POSTINGS, 0)
        runs = self._runs.under(keys.runs, np.ones(len(keys.runs), np.float32), MOST_POSTINGS, COPIES)
        members, weights = (np.concatenate(parts) for parts in zip(words, runs, strict=True))
        others, where = np.unique(members, return_inverse=True)
        sums = np.bincount(where, weights, len(others))
        found: list[int] = others[(others < i) & (sums >= WORTH)].tolist()
        return found


class _Sorted:
    """Keys in order, and the articles that stand under each, in their order."""

    def __init__(self, keys: Sequence[NDArray[np.uint64]], weights: Sequence[NDArray[np.float32]]) -> None:
        flat = np.concatenate([np.empty(0, np.uint64), *keys])
        order = np.argsort(flat, kind="stable")
        self._keys = flat[order]
        self._members = np.repeat(np.arange(len(keys), dtype=np.int32), [len(k) for k in keys])[order]
        self._weights = np.concatenate([np.empty(0, np.float32), *weights])[order]

    def under(
        self, keys: NDArray[np.uint64], weights: NDArray[np.float32], most: int, first: int
    ) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Those who stand under the keys, times the weights; of keys with more than `most` the `first` ones."""
        starts, ends = (np.searchsorted(self._keys, keys, side) for side in ("left", "right"))
        counts = ends - starts
        counts = np.where(counts > most, first, counts)
        places = np.arange(counts.sum()) + np.repeat(starts - np.cumsum(counts) + counts, counts)
        return self._members[places], self._weights[places] * np.repeat(weights, counts)
