"""How near two quotes are in meaning, by vectors of the Universal Sentence Encoder: of whole quotes and of their words.

Only a story that holds words of one speaker in two articles, alike and not the same, needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from tellings.quotes.wording import Said
from tellings.text.encoder import Vectors, encode

#: Nearness from which a word is a counterpart of another (water, hospital: .4; captives, hostages: .75).
COUNTERPART = 0.62


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two quotes are: `whole`, the cosine of both, and `words`, the weighed share of each one's weighty words
    that the other has a counterpart for, the lesser of both directions; each up to 1. `own`, the weighed share of each
    one's words that the other has none for, again the lesser: a shortened rendering leaves out, another thing said
    puts something in the place of what it leaves out.
    """

    whole: float
    words: float
    own: float


@dataclass(frozen=True, slots=True)
class Meanings:
    """The vectors of one story's quotes, each made once."""

    _known: dict[str, Vectors] = field(default_factory=dict)

    def nearness(self, here: Said, there: Said) -> Nearness:
        """How near two quotes are as wholes and word by word."""
        self._read((here.row.text, there.row.text, *here.words.values(), *there.words.values()))
        whole = float(self._known[here.row.text] @ self._known[there.row.text])
        one, other = self._counterparts(here, there), self._counterparts(there, here)
        words = min(_share(here, one), _share(there, other))
        return Nearness(whole, words, min(_share(here, _missing(one)), _share(there, _missing(other))))

    def _read(self, texts: Iterable[str]) -> None:
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        if new:
            self._known.update(zip(new, encode(new), strict=True))

    def _counterparts(self, here: Said, there: Said) -> dict[str, float]:
        """How near the nearest of the other's words is to each of one quote's."""
        if not there.stems:
            return dict.fromkeys(here.stems, 0.0)
        others = np.stack([self._known[word] for word in there.words.values()])
        return {stem: self._nearest(stem, here.words, there.stems, others) for stem in here.stems}

    def _nearest(self, stem: str, words: Mapping[str, str], stems: Mapping[str, float], others: Vectors) -> float:
        return 1.0 if stem in stems else float((others @ self._known[words[stem]]).max())


def _share(quote: Said, values: Mapping[str, float]) -> float:
    """The mean over a quote's words, by their weights."""
    return sum(weight * values[stem] for stem, weight in quote.stems.items()) / quote.weight if quote.stems else 0.0


def _missing(counterparts: Mapping[str, float]) -> dict[str, float]:
    """By how much each word falls short of having a counterpart."""
    return {stem: max(0.0, COUNTERPART - near) for stem, near in counterparts.items()}
