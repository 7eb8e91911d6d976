"""The language of a text."""

from __future__ import annotations

import re

import py3langid

#: Its time grows with the text: right on 491 of 500 pages with 1500 characters (2.2 ms), on 490 with 700 (.6 ms).
SAMPLE = 700
#: Words that only English has so often. Where they are more than PLAINLY of a sample of so many words, py3langid
#: (.8 ms) is not asked: so on 539 of 575 English pages, and on none of 104 others, of which they were .11 at most.
ENGLISH = frozenset(
    (
        *("the", "of", "and", "to", "that", "with", "from", "which", "their", "been", "they"),
        *("would", "this", "were", "are", "has", "have", "was", "its", "but", "not"),
        *("you", "your", "will", "can", "for", "when", "about", "what", "our", "these", "more", "how", "who", "there"),
    )
)
PLAINLY, WORDS = 0.15, 60
#: Scripts that one language alone is printed in, or nearly so; of its signs a text has this share at least.
SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3041-\u30fa]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e4e]")),
    ("el", re.compile("[\u03ac-\u03ce]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
)
ITS_OWN = 0.2


def language_of(text: str) -> str:
    """Give a text's language as ISO 639-1, by its longest lines: menus and links mislead."""
    lines = sorted(text.split("\n"), key=len, reverse=True)
    sample = "\n".join(lines[:40])[:SAMPLE]
    told = "en" if _is_plainly_english(sample) else _by_script(sample)
    return told or str(py3langid.classify(sample)[0])


def _by_script(text: str) -> str | None:
    """The language of a script of its own, where a share of the signs are of it; Chinese has no kana between its."""
    if text.isascii():
        return None
    shares = {language: len(signs.findall(text)) / len(text) for language, signs in SCRIPTS}
    own = next((language for language, share in shares.items() if share > ITS_OWN), None)
    return own if own != "zh" or shares["ja"] == 0 else None


def _is_plainly_english(text: str) -> bool:
    return len(text.split()) >= WORDS and english_share(text) > PLAINLY


def english_share(text: str) -> float:
    """The share of a text's words that only English has so often; 0 without words."""
    words = text.lower().split()
    return sum(map(ENGLISH.__contains__, words)) / len(words) if words else 0.0
