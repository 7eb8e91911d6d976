"""Sentences of two articles set side by side, in order: what a rewording leaves in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.model.reading import Reading
from tellings.relate.spread import rarity
from tellings.relate.words import Word, stem

#: A sentence with less weight than this outside quotation marks ("he said") tells nothing.
LEAST_WEIGHT = 8.0
#: From this overlap on, two sentences say one thing in other words.
MATCH = 0.35
#: Later sentences of very long articles are left out: the comparison takes their product in time.
MOST_SENTENCES = 80
BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence's words outside quotation marks, stemmed, each with its rarity, and their sum."""

    weights: Mapping[str, float]
    total: float


@dataclass(frozen=True, slots=True)
class SentencePairs:
    """Sentences matched in order. `one` and `other` are the matched shares of each article's weight."""

    pairs: tuple[tuple[int, int], ...]
    one: float
    other: float


def sentences_of(reading: Reading, words: Sequence[Word]) -> tuple[Said, ...]:
    """Give an article's sentences that report something in the reporter's own words."""
    ends = [span.end for span in reading.sentences] or [m.end() for m in BREAK.finditer(reading.article.text)]
    found = (_said(run) for run in _split(words, ends))
    return tuple(said for said in found if said.total >= LEAST_WEIGHT)[:MOST_SENTENCES]


def match(one: Sequence[Said], other: Sequence[Said]) -> SentencePairs:
    """Match sentences so that their order is kept and the overlap is greatest (Needleman and Wunsch 1970)."""
    gains = [[_gain(a, b) for b in other] for a in one]
    pairs = tuple(_walk(gains, _best(gains, len(other))))
    return SentencePairs(pairs, _share(one, {i for i, _ in pairs}), _share(other, {j for _, j in pairs}))


def overlap(one: Said, other: Said) -> float:
    """Give the shared weight over the mean of both weights (Dice's coefficient, weighted by rarity)."""
    shared = sum(weight for word, weight in one.weights.items() if word in other.weights)
    return 2 * shared / (one.total + other.total) if shared else 0.0


def _split(words: Sequence[Word], ends: Sequence[int]) -> Iterator[list[Word]]:
    run: list[Word] = []
    at = 0
    for word in words:
        while at < len(ends) and word.start >= ends[at]:
            at += 1
            if run:
                yield run
            run = []
        run.append(word)
    if run:
        yield run


def _said(words: Sequence[Word]) -> Said:
    weights = {stem(word.folded): rarity(stem(word.folded)) for word in words if not word.quoted}
    return Said(weights, sum(weights.values()))


def _gain(one: Said, other: Said) -> float:
    found = overlap(one, other)
    return found if found >= MATCH else 0.0


def _best(gains: Sequence[Sequence[float]], width: int) -> list[list[float]]:
    """The greatest sum of gains over what is left from each pair of positions on."""
    best = [[0.0] * (width + 1) for _ in range(len(gains) + 1)]
    for i in range(len(gains) - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gains[i][j])
    return best


def _walk(gains: Sequence[Sequence[float]], best: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(gains) and j < len(best[0]) - 1:
        if gains[i][j] and best[i][j] == best[i + 1][j + 1] + gains[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _share(sentences: Sequence[Said], matched: set[int]) -> float:
    total = sum(said.total for said in sentences)
    return sum(sentences[i].total for i in matched) / total if total else 0.0
