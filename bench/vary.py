"""Many pages from few: the example pages, varied by program with a fixed seed.

A varied page keeps the shape of its pattern (furniture, paragraphs, marks) while its common words change, so that
neither caches nor copy detection make it cheaper than a page that was never seen. Where rounds are renewed, each time
that the examples are gone through tells of something else: names and more of the words are exchanged for others, the
same on all pages of the round, so that its pages are copies and stories of one another and of no other round.
"""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from tellings.model.page import Page
from tellings.pages import read

#: Lower-case words only: names must stay names for the later stages to have their usual work.
COMMON_WORD = re.compile(r"(?<![\w<&/\"'-])[a-z]{5,9}(?![\w>=\"'-])")
NAME = re.compile(r"(?<![\w<&/\"'=.-])[A-Z][a-z]{3,}(?![\w>=\"'-])")
DAYS = frozenset((*calendar.day_name, *calendar.month_name))
SHARE_CHANGED = 0.15
#: Of the words and the names of a renewed round; its years are so many earlier.
SHARE_RENEWED = 0.9
YEAR = re.compile(r"(?<!\d)20[0-3]\d(?!\d)")


def varied(folder: Path, count: int, seed: int = 20, *, renewed: bool = False) -> Iterator[tuple[str, str]]:
    """Give `count` pages as (file name, text), going round the pages of `folder`."""
    patterns = [page for page in read([str(folder)]) if isinstance(page, Page)]
    words, dice = _Words([page.text for page in patterns]), random.Random(seed)
    for i in range(count):
        pattern = patterns[i % len(patterns)]
        suffix = ".html" if pattern.kind == "html" else ".txt"
        text = words.renewed(pattern.text, i // len(patterns)) if renewed else pattern.text
        yield f"{i:06d}{suffix}", vary(text, dice)


def vary(text: str, dice: random.Random) -> str:
    """Exchange a share of the text's common words for others of the text."""
    pool = COMMON_WORD.findall(text) or ["other"]

    def other(match: re.Match[str]) -> str:
        return dice.choice(pool) if dice.random() < SHARE_CHANGED else match[0]

    return COMMON_WORD.sub(other, text)


class _Words:
    """The words of all patterns, as often as they stand there."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._common = [word for text in texts for word in COMMON_WORD.findall(text)]
        self._names = [name for text in texts for name in NAME.findall(text) if name not in DAYS]

    def renewed(self, text: str, number: int) -> str:
        """A text with the words of a round of this number, the first as it is."""
        if number == 0:
            return text
        text = NAME.sub(_exchanged(self._names, number), text)
        text = COMMON_WORD.sub(_exchanged(self._common, number), text)
        return YEAR.sub(lambda match: str(int(match[0]) - number), text)


def _exchanged(pool: Sequence[str], number: int) -> Callable[[re.Match[str]], str]:
    @cache
    def other(word: str) -> str:
        dice = random.Random(f"{number} {word}")
        return dice.choice(pool) if word not in DAYS and dice.random() < SHARE_RENEWED else word

    return lambda match: other(match[0])
