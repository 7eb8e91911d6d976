"""Which pairs of articles are worth a look, found by what they share without comparing all with all.

An article stands under keys: its weightiest words, these words in its stretch of days, and its runs of words.
Each key is looked up by itself, so that an index can be kept in parts, one a range of keys.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tellings.model.times import Interval
from tellings.relate.sketch import Sketch
from tellings.relate.vectors import weightiest
from tellings.relate.words import word_hash

#: Weights are whole numbers, so many to 1: their sums are the same in whatever order they are added.
SCALE = 10_000
#: Two articles are compared where the key words that they share make up so much of their likeness (a partial cosine),
#: twice that where they are of far days or undated.
WORTH = round(0.06 * SCALE**2)
#: A word that more articles stand under leads to none of them.
MOST_POSTINGS = 200
#: A run of words of more articles leads to so many of them: the thousandth copy still finds its family.
COPIES = 30
#: How much a shared run of words counts for a look: two of them are enough.
RUN_WEIGHT = round(0.05 * SCALE**2)
#: Days that stand under one key. Two grids, half a stretch apart: news of up to 4 days' distance meets in one.
STRETCH = 8
#: Meeting in a stretch counts half as much as meeting anywhere, and those of one day meet there twice.
IN_A_STRETCH = math.sqrt(0.5)
#: Bits of a key that tell the word; those above them count stretches since the year 1, 0 where any days meet.
WORD_BITS = 44
#: An article whose days are less sure is found by its words alone.
SURE_DAYS = 16


@dataclass(frozen=True, slots=True)
class Keys:
    """The 64-bit keys that an article stands under and is looked up by; a meeting counts the product of weights."""

    words: NDArray[np.uint64]
    weights: NDArray[np.int64]
    runs: NDArray[np.uint64]

    @property
    def signed_words(self) -> NDArray[np.int64]:
        """The words' keys as a database holds them."""
        return self.words.view(np.int64)

    @property
    def signed_runs(self) -> NDArray[np.int64]:
        """The runs' keys as a database holds them."""
        return self.runs.view(np.int64)


def keys_of(sketch: Sketch) -> Keys:
    """Give an article's keys."""
    # the stretch before the word: who is looked up day by day finds keys near those found last
    cells = [(0, 1.0), *((cell << WORD_BITS, IN_A_STRETCH) for cell in _cells(sketch.day or sketch.window))]
    hashed = [(word_hash(word) >> 64 - WORD_BITS, sketch.vector[word]) for word in weightiest(sketch.vector)]
    words = {cell | word: round(weight * share * SCALE) for word, weight in hashed for cell, share in cells}
    return Keys(_array(words), np.fromiter(words.values(), np.int64, len(words)), _array(sketch.told))


def _array(keys: Collection[int]) -> NDArray[np.uint64]:
    return np.fromiter(keys, np.uint64, len(keys))


def _cells(days: Interval) -> Iterator[int]:
    """The stretches of both grids that the days lie in, numbered from 1."""
    if days.first and days.last and (days.last - days.first).days <= SURE_DAYS:
        for grid in (0, 1):
            first, last = _stretch(days.first, grid), _stretch(days.last, grid)
            yield from (1 + 2 * stretch + grid for stretch in range(first, last + 1))


def _stretch(day: date, grid: int) -> int:
    return (day.toordinal() + grid * STRETCH // 2) // STRETCH


class Postings:
    """Every key with the articles that stand under it, as sorted arrays: some 24 bytes an entry."""

    def __init__(self, keys: Sequence[Keys]) -> None:
        """Index the articles by their places in `keys`."""
        self._words = _Sorted([k.words for k in keys], [k.weights for k in keys])
        self._runs = _Sorted([k.runs for k in keys], [np.ones(len(k.runs), np.int64) for k in keys])

    def met(self, i: int) -> list[int]:
        """Give the articles before the `i`-th that share enough of its keys to be compared with it, in order."""
        words, weights = self._words.before(i, MOST_POSTINGS, 0)
        runs, times = self._runs.before(i, MOST_POSTINGS, COPIES)
        others, where = np.unique(np.concatenate([words, runs]), return_inverse=True)
        sums = np.bincount(where, np.concatenate([weights, RUN_WEIGHT * times]), len(others))
        found: list[int] = others[sums >= WORTH].tolist()
        return found


class _Sorted:
    """Keys in order, and the articles that stand under each, in their order.

    An article's own entries know their places there, so that nothing is searched for: a search in arrays that no cache
    holds took .2 ms an article of 30,000 and more of a longer archive.
    """

    def __init__(self, keys: Sequence[NDArray[np.uint64]], weights: Sequence[NDArray[np.int64]]) -> None:
        flat = np.concatenate([np.empty(0, np.uint64), *keys])
        lengths = [len(k) for k in keys]
        self._offsets = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        self._weights = np.concatenate([np.empty(0, np.int64), *weights]).astype(np.int32)
        order = np.argsort(flat, kind="stable")
        self._members = np.repeat(np.arange(len(keys), dtype=np.int32), lengths)[order]
        self._shares = self._weights[order]
        flat = flat[order]
        fresh = np.concatenate([np.ones(min(1, len(flat)), bool), flat[1:] != flat[:-1]])
        self._bounds = np.append(np.flatnonzero(fresh), len(flat))
        place = np.int32 if len(flat) < 2**31 else np.int64
        self._places, self._key = np.empty(len(flat), place), np.empty(len(flat), place)
        self._places[order] = np.arange(len(flat), dtype=place)
        self._key[order] = np.cumsum(fresh, dtype=place) - 1

    def before(self, i: int, most: int, first: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Those before the `i`-th under its keys, times its weights; of keys with more than `most` the `first` ones."""
        own = slice(self._offsets[i], self._offsets[i + 1])
        starts, ends = self._bounds[self._key[own]], self._bounds[self._key[own] + 1]
        counts = self._places[own] - starts
        counts = np.where(ends - starts > most, np.minimum(first, counts), counts)
        places = np.arange(counts.sum()) + np.repeat(starts - np.cumsum(counts) + counts, counts)
        return self._members[places], self._shares[places] * np.repeat(self._weights[own].astype(np.int64), counts)
