"""Whom articles meet under their keys in a SQLite record: those who share enough of them to be compared.

Many articles are looked up together. News of near days stand under the same keys, so that who stands there is read
once for all of them, and sums are made of arrays: 1,300 rows an article, read and added up one by one for each, took
2 ms of the 17 that a page of 6,000 costs beside its reading.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.record.load import batched
from tellings.record.shelves import RUNS, WORDS, Shelves
from tellings.relate.candidates import RUN_WEIGHT, WORTH, Keys

#: Articles looked up together, and rows that are held as such at once.
TOGETHER = 500
ROWS = 10_000

Ints = NDArray[np.int64]
#: An article that is looked up, and those that it meets with how much they share.
Met = tuple[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands under keys: rows of key, member and share, in the order of the keys."""

    keys: Ints
    members: Ints
    shares: Ints

    def under(self, keys: Ints, weights: Ints) -> tuple[Ints, Ints]:
        """Those who stand under these keys, and what each counts there beside the keys' weights."""
        starts = np.searchsorted(self.keys, keys, "left")
        counts = np.searchsorted(self.keys, keys, "right") - starts
        places = np.arange(counts.sum()) + np.repeat(starts - np.cumsum(counts) + counts, counts)
        return self.members[places], self.shares[places] * np.repeat(weights, counts)


def meetings(shelves: Shelves, asked: Iterable[tuple[str, Keys]]) -> Iterator[Met]:
    """Give each article with those that share enough of its keys to be compared with it, in order."""
    for some in batched(asked, TOGETHER):
        yield from _met(shelves, some)


def _met(shelves: Shelves, asked: Sequence[tuple[str, Keys]]) -> Iterator[Met]:
    numbers: dict[str, int] = {}
    runs_keys = [keys.signed_runs for _, keys in asked]
    words = _standing(shelves, WORDS, [keys.signed_words for _, keys in asked], numbers)
    runs = _standing(shelves, RUNS, runs_keys, numbers)
    crowds = _crowds(shelves, runs_keys, {article_id for article_id, _ in asked}, numbers)
    names = list(numbers)
    for article_id, keys in asked:
        parts = [words.under(keys.signed_words, keys.weights), runs.under(keys.signed_runs, _run_weights(keys))]
        led_to = [n for key in crowds.keys() & keys.signed_runs.tolist() for n in crowds[key].leads(article_id)]
        parts.append((np.array(led_to, np.int64), np.full(len(led_to), RUN_WEIGHT)))
        yield article_id, _enough(article_id, names, parts)


def _enough(article_id: str, names: Sequence[str], parts: Sequence[tuple[Ints, Ints]]) -> dict[str, int]:
    # whole numbers below 2 ** 53, of which floats make exact sums in any order
    sums = np.bincount(np.concatenate([who for who, _ in parts]), np.concatenate([count for _, count in parts]))
    met = np.flatnonzero(sums >= WORTH)
    found = zip(met.tolist(), sums[met].tolist(), strict=True)
    return {names[n]: int(total) for n, total in found if names[n] != article_id}


def _run_weights(keys: Keys) -> Ints:
    return np.full(len(keys.runs), RUN_WEIGHT, np.int64)


def _standing(shelves: Shelves, run: int, keys: Sequence[Ints], numbers: dict[str, int]) -> Standing:
    read = array("q"), array("q"), array("q")
    for rows in batched(shelves.under(run, np.unique(np.concatenate(keys)).tolist()), ROWS):
        under, ids, shares = zip(*rows, strict=True)
        read[0].extend(under)
        read[1].extend([numbers.setdefault(article_id, len(numbers)) for article_id in ids])
        read[2].extend(shares)
    return Standing(*(np.frombuffer(column, np.int64) for column in read))


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Who stands under a run of too many articles. Its first ones by their ids are paired with all."""

    first: frozenset[str]
    first_numbers: tuple[int, ...]
    numbers: tuple[int, ...]

    def leads(self, article_id: str) -> tuple[int, ...]:
        """Whom it leads one of them to."""
        return self.numbers if article_id in self.first else self.first_numbers


def _crowds(shelves: Shelves, keys: Sequence[Ints], asked: set[str], numbers: dict[str, int]) -> dict[int, _Crowd]:
    """Those of the runs that are crowded."""

    def crowd(key: int) -> _Crowd:
        first = frozenset(shelves.first(key))
        everyone = shelves.everyone(key) if first & asked else first
        numbered = {one: numbers.setdefault(one, len(numbers)) for one in everyone}
        return _Crowd(first, tuple(numbered[one] for one in first), tuple(numbered.values()))

    return {key: crowd(key) for key in shelves.crowded(np.unique(np.concatenate(keys)).tolist())}
