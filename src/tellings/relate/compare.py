"""What two articles of a story share, in figures: the grounds on which their relation is decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.model.article import Article
from tellings.model.reading import Reading
from tellings.model.relations import Aligned
from tellings.relate.align import WordRun, passages, shared_runs
from tellings.relate.sentences import Said, SentencePairs, match, sentences_of
from tellings.relate.words import Word, words_of


@dataclass(frozen=True, slots=True)
class Text:
    """An article made ready to be compared."""

    article: Article
    words: tuple[Word, ...]
    sentences: tuple[Said, ...]

    @property
    def told(self) -> int:
        """How many words stand outside quotation marks."""
        return sum(not word.quoted for word in self.words)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side.

    `one_kept` and `other_kept` are the shares of each article's reporting words (those outside
    quotation marks) that lie in shared runs; `sentences` pairs the sentences that say one thing.
    """

    one: Text
    other: Text
    shared: tuple[Aligned, ...]
    one_kept: float
    other_kept: float
    sentences: SentencePairs

    @property
    def kept(self) -> float:
        """The larger of the two kept shares: that of the article which is all the other's."""
        return max(self.one_kept, self.other_kept)

    @property
    def kept_both(self) -> float:
        """The smaller of the two kept shares."""
        return min(self.one_kept, self.other_kept)

    @property
    def retold(self) -> float:
        """The larger share of sentences, by weight, that has its like in the other article."""
        return max(self.sentences.one, self.sentences.other)


def text_of(reading: Reading) -> Text:
    """Make an article ready to be compared."""
    words = words_of(reading)
    return Text(reading.article, words, sentences_of(reading, words))


def compare(one: Text, other: Text) -> Comparison:
    """Set two articles side by side."""
    runs = shared_runs(one.words, other.words)
    return Comparison(
        one,
        other,
        passages(runs, one.words, other.words),
        _kept(one.words, [(run.start, run) for run in runs]),
        _kept(other.words, [(run.other_start, run) for run in runs]),
        match(one.sentences, other.sentences),
    )


def _kept(words: Sequence[Word], runs: Sequence[tuple[int, WordRun]]) -> float:
    inside = {i for start, run in runs for i in range(start, start + run.length)}
    told = [i for i, word in enumerate(words) if not word.quoted]
    return sum(i in inside for i in told) / len(told) if told else 0.0
