"""Groups that are a region's and no one state's: "West African leaders", "the presidents of the Baltic states"."""

from __future__ import annotations

import re
from functools import cache

from tellings.model.actors import Mention
from tellings.model.text import Sentence
from tellings.vocab.tables import rows

#: Sides of the world that are called so beside the regions of `continents.tsv`, and lands that such groups are of.
ALSO = ("western", "sahelian", "scandinavian")
LANDS = r"(?:Africa|Asia|Europe|America|Caribbean|Gulf|Balkans|Sahel|Pacific|Maghreb|Levant|Baltic|Nordic|region|West)"
AFTER = re.compile(rf"\s+(?:of|from|in|across) (?:the )?(?:[A-Z]\w+ )?{LANDS}\b")


def is_regional(sentence: Sentence, mention: Mention) -> bool:
    """Whether several are named by the region that they are of: by a word of the naming, or right after it."""
    if sentence.tokens[mention.head].tag not in {"NNS", "NNPS"}:
        return False
    end = mention.end - sentence.start
    return _adjectives().search(mention.text) is not None or AFTER.match(sentence.text, end) is not None


@cache
def _adjectives() -> re.Pattern[str]:
    names = [*(row["adjective"] for row in rows("continents.tsv")), *ALSO]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
