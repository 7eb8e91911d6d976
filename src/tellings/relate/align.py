"""Passages that two articles share word for word, with their exact places in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tellings.model.relations import Aligned
from tellings.model.spans import Span
from tellings.relate.words import SHINGLE, Word

#: A run of words that stands in an article more often than this leads to its first places only.
MOST_PLACES = 8

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordRun:
    """`length` words from `start` in one article that stand from `other_start` in the other."""

    start: int
    other_start: int
    length: int


def shared_runs(one: Sequence[Word], other: Sequence[Word]) -> tuple[WordRun, ...]:
    """Give the longest runs of `SHINGLE` words and more that both articles hold, in `other`'s order.

    Runs do not overlap in `other`. Time grows with the words: an index of shingles finds where a
    run can start, and it is then extended word by word.
    """
    return common_runs([word.folded for word in one], [word.folded for word in other])


def common_runs(left: Sequence[str], right: Sequence[str]) -> tuple[WordRun, ...]:
    """Give the runs of two texts' folded words; see `shared_runs`."""
    places = _places(left)
    runs: list[WordRun] = []
    at = 0
    while at + SHINGLE <= len(right):
        run = _longest(left, right, at, places)
        if run:
            runs.append(run)
        at += run.length if run else 1
    return tuple(runs)


def passages(runs: Sequence[WordRun], one: Sequence[Word | Span], other: Sequence[Word | Span]) -> tuple[Aligned, ...]:
    """Give runs of words as spans of code points, in the first article's order."""
    spans = [
        Aligned(
            one[run.start].start,
            one[run.start + run.length - 1].end,
            other[run.other_start].start,
            other[run.other_start + run.length - 1].end,
        )
        for run in runs
    ]
    return tuple(sorted(spans, key=lambda s: (s.start, s.other_start)))


def _places(words: Sequence[str]) -> Mapping[Shingle, list[int]]:
    places: dict[Shingle, list[int]] = defaultdict(list)
    for i in range(len(words) - SHINGLE + 1):
        found = places[tuple(words[i : i + SHINGLE])]
        if len(found) < MOST_PLACES:
            found.append(i)
    return places


def _longest(left: Sequence[str], right: Sequence[str], at: int, places: Mapping[Shingle, list[int]]) -> WordRun | None:
    starts = places.get(tuple(right[at : at + SHINGLE]), ())
    runs = [WordRun(start, at, _length(left, right, start, at)) for start in starts]
    return max(runs, key=lambda run: run.length, default=None)


def _length(left: Sequence[str], right: Sequence[str], start: int, at: int) -> int:
    most = min(len(left) - start, len(right) - at)
    length = SHINGLE
    while length < most and left[start + length] == right[at + length]:
        length += 1
    return length
