"""Counts that several measures share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

TOKEN = re.compile(r"\w+")


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Every run of four words as a multiset; a shorter text gives one shingle of all its words."""
    words = TOKEN.findall(text)
    if not words:
        return Counter()
    if len(words) < size:
        return Counter([tuple(words)])
    return Counter(zip(*(words[i:] for i in range(size)), strict=False))


def harmonic(precision: float, recall: float) -> float:
    """F1 of a precision and a recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass
class ShingleScore:
    """Precision over pages with an answer, recall over all, and F1 of the two means (article-extraction-benchmark)."""

    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)

    def add(self, gold: str, answer: str) -> float:
        """Count a page; gives its own F1."""
        wanted, given = shingles(gold), shingles(answer)
        common = (wanted & given).total()
        precision = common / given.total() if given else float(not wanted)
        recall = common / wanted.total() if wanted else float(not given)
        if answer.strip():
            self.precisions.append(precision)
        self.recalls.append(recall)
        return harmonic(precision, recall)

    def result(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of the set."""
        precision, recall = mean(self.precisions), mean(self.recalls)
        return precision, recall, harmonic(precision, recall)


def mean(values: Sequence[float]) -> float:
    """The mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def normal(text: str) -> str:
    """Lower case, every run of other signs one blank: how titles and names are compared."""
    return re.sub(r"\W+", " ", text.lower()).strip()
