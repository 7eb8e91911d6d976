"""How telling a word is: its spread over news in general, and over the articles at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: The general table counts as this many articles: few pages are judged by it, many by their own counts.
GENERAL_TEXTS = 300
#: In so many of 1,000 texts stands a word that the table does not hold.
UNLISTED = 1.0


@cache
def general_spread() -> Mapping[str, float]:
    """Give, for each stem of the table, in how many of 1,000 texts it stands."""
    lines = (files("tellings.vocab") / "word_spread.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)
    return {word: float(share) for word, share in rows}


@dataclass(frozen=True, slots=True)
class Spread:
    """Counts of articles, and of the articles that hold each stem, beside the general table's."""

    texts: int
    holding: Mapping[str, int]

    def rarity(self, word: str) -> float:
        """Give the word's inverse document frequency in nats: 0 for a word of every text."""
        general = general_spread().get(word, UNLISTED) * GENERAL_TEXTS / 1000
        return math.log((self.texts + GENERAL_TEXTS + 1) / (self.holding.get(word, 0) + general + 0.5))


def spread_of(word_sets: Iterable[Iterable[str]]) -> Spread:
    """Count in how many of the given texts each word stands; each word is given once a text."""
    holding: Counter[str] = Counter()
    texts = 0
    for words in word_sets:
        holding.update(words)
        texts += 1
    return Spread(texts, holding)


GENERAL = Spread(0, {})
