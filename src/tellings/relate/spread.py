"""How telling a word is: its spread over news in general, the same for every record.

Counts of the articles at hand would tell a little more, but each page added would change what all others
have in common, and nothing could be added in proportion to what is new.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

#: The table's shares count as those of so many articles: a word that it does not hold is not infinitely rare.
TEXTS = 300
#: In so many of 1,000 texts stands a word that the table does not hold.
UNLISTED = 1.0


@cache
def general_spread() -> Mapping[str, float]:
    """Give, for each stem of the table, in how many of 1,000 texts it stands."""
    lines = (files("tellings.vocab") / "word_spread.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)
    return {word: float(share) for word, share in rows}


def rarity(word: str) -> float:
    """Give the stem's inverse document frequency in nats: 0 for a word of every text."""
    return _rarities().get(word, _RAREST)


def _rarity(per_thousand: float) -> float:
    return max(0.0, math.log((TEXTS + 1) / (per_thousand * TEXTS / 1000 + 0.5)))


@cache
def _rarities() -> Mapping[str, float]:
    return {word: _rarity(share) for word, share in general_spread().items()}


_RAREST = _rarity(UNLISTED)
