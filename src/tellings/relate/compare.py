"""What two articles of a story share, in figures: the grounds on which their relation is decided."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, islice
from statistics import fmean as mean

import numpy as np
from numpy.typing import NDArray

from tellings.model.article import Article
from tellings.model.reading import Reading
from tellings.model.relations import Aligned
from tellings.model.spans import Span
from tellings.relate.align import passages, shared_runs
from tellings.relate.diction import foreign
from tellings.relate.meanings import meaning, name_key
from tellings.relate.sentences import MATCH, Matched, Said, match, sentences_of
from tellings.relate.words import Word, text_words, words_of
from tellings.text.encoder import Vectors, encode

#: Fewer weight of names and numbers than this is no ground for a share of them.
LEAST_FACTS = 9.0
#: Later quotations of a page are left out: each is compared with each of the other article's.
MOST_QUOTATIONS = 40


@dataclass(frozen=True)
class Text:
    """An article made ready to be compared. Not slotted, since its vectors are made when they are asked for.

    `keys` are those that the words of its text and title have as names or numbers, `quotations` the words of each of
    its first quotations. `meant` are the vectors of sentences, which texts that are compared share: what stands in both
    is asked once.
    """

    article: Article
    words: tuple[Word, ...]
    sentences: tuple[Said, ...]
    keys: frozenset[str]
    quotations: tuple[tuple[str, ...], ...]
    meant: dict[str, Vectors] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def foreign(self) -> float:
        """How much of a translation's diction it has."""
        return foreign(self.article)

    @property
    def length(self) -> int:
        """How many words its sentences have outside quotation marks."""
        return sum(len(said.words) for said in self.sentences)

    @cached_property
    def vectors(self) -> Vectors:
        """What each sentence means, a row for each."""
        told = [self.article.text[said.span.start : said.span.end] for said in self.sentences]
        new = list(dict.fromkeys(text for text in told if text not in self.meant))
        if new:
            self.meant.update(zip(new, encode(new), strict=True))
        return np.stack([self.meant[text] for text in told])

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """How much each sentence tells."""
        return np.array([sum(said.weights.values()) for said in self.sentences])


@dataclass(frozen=True)
class Comparison:
    """Two articles side by side: runs of words that they share, and sentences that are each other's nearest.

    `across` tells that they are in two languages: then names and numbers alone are compared. Not slotted, since its
    figures are worked out once, when they are asked for.
    """

    one: Text
    other: Text
    shared: tuple[Aligned, ...]
    matched: tuple[Matched, ...]
    across: bool = False

    @cached_property
    def alike(self) -> tuple[Matched, ...]:
        """The matched sentences that say one thing."""
        return tuple(pair for pair in self.matched if pair.likeness >= MATCH)

    @cached_property
    def one_covered(self) -> float:
        """The share of the first article's reporting words in sentences that have their like in the other."""
        return _share(sum(len(self.one.sentences[pair.one].words) for pair in self.alike), self.one.length)

    @cached_property
    def other_covered(self) -> float:
        """The same of the other article."""
        return _share(sum(len(self.other.sentences[pair.other].words) for pair in self.alike), self.other.length)

    @cached_property
    def depth(self) -> float:
        """How far down the sentences alike stand on average, in the article where they stand higher; 0 with a lead."""
        if not self.alike or any(pair.one == 0 or pair.other == 0 for pair in self.alike):
            return 0.0
        one = mean(pair.one + 0.5 for pair in self.alike) / len(self.one.sentences)
        return min(one, mean(pair.other + 0.5 for pair in self.alike) / len(self.other.sentences))

    @property
    def most(self) -> float:
        """The larger of the two covered shares."""
        return max(self.one_covered, self.other_covered)

    @property
    def least(self) -> float:
        """The smaller of the two covered shares."""
        return min(self.one_covered, self.other_covered)

    @cached_property
    def verbatim(self) -> float:
        """The share of the words of sentences alike that stand in both in the same order."""
        sentences = [(self.one.sentences[p.one], self.other.sentences[p.other]) for p in self.alike]
        words = sum(len(a.words) + len(b.words) for a, b in sentences)
        return _share(2 * self.common, words)

    @cached_property
    def common(self) -> int:
        """How many words the sentences alike have in common, in order."""
        return sum(pair.common for pair in self.alike)

    @cached_property
    def meant(self) -> float:
        """How much of the shorter article's weight has its like in the other, each sentence as far as it is alike."""
        left, right = (
            [sum((said.facts if self.across else said.weights).values()) for said in side.sentences]
            for side in (self.one, self.other)
        )
        met = sum(pair.likeness * (left[pair.one] + right[pair.other]) for pair in self.matched)
        return _share(met, 2 * min(sum(left), sum(right)))

    @cached_property
    def facts(self) -> float:
        """The larger share of one article's names and numbers, by weight, that the other has anywhere.

        What one quotes another tells in its own words, or in its title.
        """
        return max(self._held)

    @property
    def both_facts(self) -> float:
        """The lesser of these two shares: independent reports agree on some names, and each has others of its own."""
        return min(self._held)

    @cached_property
    def _held(self) -> tuple[float, float]:
        one, other = (_facts(side.sentences) for side in (self.one, self.other))
        return _held(one, self.other.keys), _held(other, self.one.keys)

    @cached_property
    def near(self) -> float:
        """How much of the shorter article's weight has its like in the other, by what sentences mean.

        As `meant`, but sentences are each other's nearest by their vectors.
        """
        if not self.one.sentences or not self.other.sentences:
            return 0.0
        alike = self.one.vectors @ self.other.vectors.T
        there, back = alike.argmax(1), alike.argmax(0)
        mutual = [i for i, j in enumerate(there) if back[j] == i]
        both = self.one.weights[mutual] + self.other.weights[there[mutual]]
        least = min(self.one.weights.sum(), self.other.weights.sum())
        return _share(float(alike[mutual, there[mutual]] @ both), 2 * float(least))

    @cached_property
    def own_facts(self) -> tuple[int, float]:
        """Names and numbers in the sentences alike that the other article lacks: the lesser count and share."""
        one = _facts(self.one.sentences[pair.one] for pair in self.alike)
        other = _facts(self.other.sentences[pair.other] for pair in self.alike)
        own = len(one.keys() - self.other.keys), len(other.keys() - self.one.keys)
        return min(own), min(_share(own[0], len(one)), _share(own[1], len(other)))


def text_of(reading: Reading, meant: dict[str, Vectors] | None = None) -> Text:
    """Make an article ready to be compared; `meant` is what the vectors of others' sentences are kept in."""
    words = words_of(reading)
    folded = {*text_words(reading.article.title or ""), *(word.folded for word in words)}
    keys = frozenset(map(name_key, folded)) | frozenset(map(meaning, folded))
    sentences = sentences_of(reading, words)
    kept = {} if meant is None else meant
    return Text(reading.article, words, sentences, keys, _quotations(words), kept)


def _quotations(words: Iterable[Word]) -> tuple[tuple[str, ...], ...]:
    runs = groupby(words, key=lambda word: word.quoted)
    quoted = (tuple(word.folded for word in run) for inside, run in runs if inside)
    return tuple(islice(quoted, MOST_QUOTATIONS))


def compare(one: Text, other: Text) -> Comparison:
    """Set two articles side by side."""
    shared = passages(shared_runs(one.words, other.words), one.words, other.words)
    across = one.article.language != other.article.language
    return Comparison(one, other, shared, match(one.sentences, other.sentences, facts=across), across)


def aligned(pair: Comparison) -> tuple[Aligned, ...]:
    """Give the passages of both: runs of words that they share, and sentences alike in which no such run lies."""
    sentences = [(pair.one.sentences[p.one].span, pair.other.sentences[p.other].span) for p in pair.alike]
    reworded = [Aligned(a.start, a.end, b.start, b.end) for a, b in sentences if not _meets_run(a, b, pair.shared)]
    return tuple(sorted((*pair.shared, *reworded), key=lambda span: (span.start, span.other_start)))


def _meets_run(one: Span, other: Span, runs: Iterable[Aligned]) -> bool:
    return any(
        (run.start < one.end and one.start < run.end) or (run.other_start < other.end and other.start < run.other_end)
        for run in runs
    )


def _facts(sentences: Iterable[Said]) -> dict[str, float]:
    return {key: weight for said in sentences for key, weight in said.facts.items()}


def _held(one: dict[str, float], other: Container[str]) -> float:
    return _share(sum(weight for key, weight in one.items() if key in other), max(LEAST_FACTS, sum(one.values())))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
