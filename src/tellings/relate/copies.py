"""Copies in an archive: every pair of texts of which one was made from the other's words, with the shared passages.

The way is that of a join, so that an engine can take it in parts: prints of each text by themselves; the texts
under one print, a range of prints at a time; the pairs that meet often enough, a range of pairs at a time; and
the pairs' texts set side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from tellings.model.relations import Aligned
from tellings.relate.align import WordRun, common_runs, passages
from tellings.relate.words import hashed_runs, text_hashes, text_spans, text_words

#: Words of a print. With 3 of 10 words exchanged a quarter of all runs of 4 words are left, a sixth of those of 5.
PRINT = 4
#: One print in so many is kept, by its hash alone: what two texts share, both keep or both leave.
KEPT = 3
#: Prints in common from which two texts are set side by side, and the least share of the shorter one's prints.
#: On 100,000 articles (evals/copies.py): 30 % edits meet in 17 of 70 on average, others of equal length in 1.
MEETINGS, MEETING_SHARE = 3, 0.1
#: Texts under one print are paired with so many of those before them: all pairs of few copies, a chain of many.
REACH = 4
#: One text was made from the other where it is nearly all the other's, where both are about half of one text, or
#: where many words were exchanged and what is left stands in several places. A paragraph of background that both
#: carry is none of these.
WHOLE, HALF, EDITED, PLACES = 0.65, 0.4, 0.23, 5
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Copied:
    """Two texts by their places in the input, the shares of their words that stand in the other, and where."""

    one: int
    other: int
    one_kept: float
    other_kept: float
    shared: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Prints:
    """The prints of texts: `keys[i]` stands in the text `texts[i]`; `counts` are how many each text has."""

    keys: NDArray[np.uint64]
    texts: NDArray[np.int32]
    counts: NDArray[np.int32]


def copies(texts: Iterable[str], fetch: Callable[[int], str]) -> Iterator[Copied]:
    """Give the pairs of texts of which one was made from the other's words, in the order of their places.

    `texts` are read once, one at a time; `fetch(i)` gives the i-th again. What is held is 12 bytes for each print,
    of which a text has a third as many as words.
    """
    prints = prints_of(texts)
    for one, other in meetings(prints):
        left, right = fetch(one), fetch(other)
        runs, kept = compared(left, right)
        if made_of(runs, *kept):
            yield Copied(one, other, *kept, passages(runs, text_spans(left), text_spans(right)))


def prints_of(texts: Iterable[str]) -> Prints:
    """Take the prints of texts, a batch of them at a time."""
    keys: list[NDArray[np.uint64]] = []
    counts: list[NDArray[np.int32]] = []
    stream = iter(texts)
    while batch := list(islice(stream, BATCH)):
        found, count = _batch(batch)
        keys.append(found)
        counts.append(count)
    joined = np.concatenate([np.empty(0, np.int32), *counts])
    owners = np.repeat(np.arange(len(joined), dtype=np.int32), joined)
    return Prints(np.concatenate([np.empty(0, np.uint64), *keys]), owners, joined)


def _batch(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """The kept prints of some texts, each once a text, and how many each has."""
    words = [text_hashes(text) for text in texts]
    hashes = hashed_runs(np.array([word for text in words for word in text], np.uint64), PRINT)
    owners = np.repeat(np.arange(len(words), dtype=np.int32), [len(text) for text in words])
    first, last = owners[: len(hashes)], owners[len(owners) - len(hashes) :]
    kept = (first == last) & (hashes % np.uint64(KEPT) == 0)
    order = np.lexsort((hashes[kept], first[kept]))
    keys, texts_of = hashes[kept][order], first[kept][order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (texts_of[1:] != texts_of[:-1])
    return keys[fresh], np.bincount(texts_of[fresh], minlength=len(texts)).astype(np.int32)


def meetings(prints: Prints) -> Iterator[tuple[int, int]]:
    """Give the pairs of texts that share enough prints to be set side by side, in order."""
    order = np.argsort(prints.keys, kind="stable")
    keys, texts = prints.keys[order], prints.texts[order].astype(np.int64)
    size = max(1, len(prints.counts))
    pairs: list[NDArray[np.int64]] = []
    for distance in range(1, REACH + 1):
        same = keys[distance:] == keys[:-distance]
        pairs.append(texts[:-distance][same] * size + texts[distance:][same])
    met, times = np.unique(np.concatenate(pairs), return_counts=True)
    met, times = met[times >= MEETINGS], times[times >= MEETINGS]
    one, other = met // size, met % size
    enough = times >= MEETING_SHARE * np.minimum(prints.counts[one], prints.counts[other])
    return zip(one[enough].tolist(), other[enough].tolist(), strict=True)


def compared(left: str, right: str) -> tuple[tuple[WordRun, ...], tuple[float, float]]:
    """Give the runs of words that two texts share, and the share of each one's words that stand in them."""
    one, other = text_words(left), text_words(right)
    runs = common_runs(one, other)
    return runs, (
        _kept(len(one), ((r.start, r.length) for r in runs)),
        sum(r.length for r in runs) / max(1, len(other)),
    )


def _kept(words: int, runs: Iterable[tuple[int, int]]) -> float:
    """The share of words in runs, which may overlap."""
    covered = end = 0
    for start, length in sorted(runs):
        covered += max(0, start + length - max(start, end))
        end = max(end, start + length)
    return covered / max(1, words)


def made_of(runs: Sequence[WordRun], one_kept: float, other_kept: float) -> bool:
    """Whether what two texts share says that one was made from the other."""
    most, least = max(one_kept, other_kept), min(one_kept, other_kept)
    return most >= WHOLE or least >= HALF or (most >= EDITED and len(runs) >= PLACES)
