"""The diction of a translation: how much of another language's way of putting things stands in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tellings.model.article import Article
from tellings.vocab.tables import rows

#: From this weight of signs on a text reads like a translation: 1 of 982 texts of ECB+ and none of 475 pages of WCXB
#: and article-extraction-benchmark, all written in English, come to it. What a page says of itself is enough.
READS_FOREIGN = 1.4
#: A long text has a sign or two by chance: from so many words on, what is found counts for less.
USUAL_WORDS = 250
#: A sign found more often than this says no more.
MOST = 2
#: Only the first characters are read, so that time stays bounded.
READ = 20_000
BLANKS = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Sign:
    """A turn that another language leaves in English, and what each one found weighs."""

    name: str
    weight: float
    pattern: re.Pattern[str]


@cache
def signs() -> tuple[Sign, ...]:
    """The table `translation_diction.tsv`."""
    return tuple(
        Sign(row["name"], float(row["weight"]), re.compile(row["pattern"])) for row in rows("translation_diction.tsv")
    )


def foreign(article: Article) -> float:
    """Give the weight of the signs in an article: `READS_FOREIGN` and more reads like a translation."""
    text = article.text[:READ]
    found = sum(sign.weight * min(MOST, len(sign.pattern.findall(text))) for sign in signs())
    length = max(1.0, len(BLANKS.findall(text)) / USUAL_WORDS)
    return found / length + (READS_FOREIGN if article.translated else 0.0)
