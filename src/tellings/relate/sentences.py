"""Sentences of two articles set side by side: what a rewording leaves, word for word or in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from tellings.model.reading import Reading
from tellings.model.spans import Span
from tellings.relate.meanings import meaning, name_key
from tellings.relate.spread import rarity
from tellings.relate.words import Word, stem

#: Fewer words than this outside quotation marks ("he said") tell nothing.
FEWEST_WORDS = 4
#: Of an article with a smaller share of words outside quotation marks, all words are compared.
LEAST_TOLD = 0.15
#: From this likeness on, two sentences say one thing in other words; below it, by chance.
MATCH, CHANCE = 0.3, 0.1
#: What a number weighs at least: two reports agree on few by chance.
NUMBER = 3.0
#: Small numbers stand everywhere.
COMMON_NUMBERS = frozenset({"1", "2"})
#: Later sentences of very long articles are left out: the comparison takes their product in time.
MOST_SENTENCES = 80
BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
#: Words of grammar say nothing, in whichever article they stand.
GRAMMAR = frozenset(
    (
        *("a", "an", "and", "as", "at", "be", "but", "by", "for", "from", "have", "he", "her", "his", "i", "in", "it"),
        *("its", "no", "not", "of", "on", "or", "say", "she", "that", "the", "their", "these", "they", "this", "those"),
        *("to", "we", "what", "when", "where", "which", "who", "will", "with", "would", "you", "your"),
    )
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence outside quotation marks: its place and words, what they mean with the weight of each.

    `facts` are the names and numbers among the meanings, under keys that other languages share.
    """

    span: Span
    words: tuple[str, ...]
    weights: Mapping[str, float]
    facts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Matched:
    """Two sentences, by number, that are each other's nearest; how alike in meaning, how many words in common."""

    one: int
    other: int
    likeness: float
    common: int


def sentences_of(reading: Reading, words: Sequence[Word], *, quoted: bool = False) -> tuple[Said, ...]:
    """Give an article's sentences that report something in the reporter's own words; with `quoted`, all.

    Of a speech or a statement, which is a quotation nearly whole, the quoted words count too.
    """
    ends = [span.end for span in reading.sentences] or [m.end() for m in BREAK.finditer(reading.article.text)]
    runs = list(_split(words, ends))
    names = _names(runs)
    whole = quoted or sum(not word.quoted for word in words) < LEAST_TOLD * len(words)
    told = ([word for word in run if whole or not word.quoted] for run in runs)
    return tuple(_said(run, names) for run in told if len(run) >= FEWEST_WORDS)[:MOST_SENTENCES]


def match(one: Sequence[Said], other: Sequence[Said], *, facts: bool = False) -> tuple[Matched, ...]:
    """Pair the sentences that are each other's nearest (Dice's coefficient, weighted by rarity), wherever they stand.

    With `facts` names and numbers alone count, as between two languages.
    """
    left, right = ([said.facts if facts else said.weights for said in side] for side in (one, other))
    likeness = _likeness(left, right)
    nearest = _nearest(likeness)
    back = _nearest({(j, i): found for (i, j), found in likeness.items()})
    return tuple(
        Matched(i, j, likeness[i, j], LCSseq.similarity(one[i].words, other[j].words))
        for i, j in sorted(nearest.items())
        if back[j] == i
    )


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


def _names(runs: Sequence[Sequence[Word]]) -> frozenset[str]:
    """Words with a capital inside a sentence at least once, and nowhere without one."""
    small = {word.folded for run in runs for word in run if not word.name}
    return frozenset({word.folded for run in runs for word in run[1:] if word.name} - small)


def _said(words: Sequence[Word], names: frozenset[str]) -> Said:
    weights: dict[str, float] = {}
    facts: dict[str, float] = {}
    for word in words:
        key, weight = meaning(word.folded), rarity(stem(word.folded))
        if key in GRAMMAR:
            continue
        if key.isdigit() and key not in COMMON_NUMBERS:
            weight = facts[key] = max(NUMBER, weight)
        elif word.folded in names:
            key = name_key(word.folded)
            facts[key] = weight
        weights[key] = weight
    return Said(Span(words[0].start, words[-1].end), tuple(word.folded for word in words), weights, facts)


def _likeness(one: Sequence[Mapping[str, float]], other: Sequence[Mapping[str, float]]) -> dict[tuple[int, int], float]:
    """Dice's coefficient of every two sentences that share anything, found by the words that they share."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, weights in enumerate(other):
        for key in weights:
            places[key].append(j)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for i, weights in enumerate(one):
        for key, weight in weights.items():
            for j in places.get(key, ()):
                shared[i, j] += weight + other[j][key]
    left, right = [sum(w.values()) for w in one], [sum(w.values()) for w in other]
    return {(i, j): found / (left[i] + right[j]) for (i, j), found in shared.items() if left[i] + right[j]}


def _nearest(likeness: Mapping[tuple[int, int], float]) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for (i, j), found in likeness.items():
        if found >= CHANCE and (-found, j) < best.get(i, (0.0, 0)):
            best[i] = (-found, j)
    return {i: j for i, (_, j) in best.items()}
