"""Many pages from few: the example pages, varied by program with a fixed seed.

A varied page keeps the shape of its pattern (furniture, paragraphs, marks) while its capitalised names,
numbers and sentence order change, so that neither caches nor copy detection make it cheaper than a
page that was never seen.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from tellings.model.page import Page
from tellings.pages import read

#: Lower-case words only: names must stay names for the later stages to have their usual work.
COMMON_WORD = re.compile(r"(?<![\w<&/\"'-])[a-z]{5,9}(?![\w>=\"'-])")
SHARE_CHANGED = 0.15


def varied(folder: Path, count: int, seed: int = 20) -> Iterator[tuple[str, str]]:
    """Give `count` pages as (file name, text), going round the pages of `folder`."""
    patterns = [page for page in read([str(folder)]) if isinstance(page, Page)]
    dice = random.Random(seed)
    for i in range(count):
        pattern = patterns[i % len(patterns)]
        suffix = ".html" if pattern.kind == "html" else ".txt"
        yield f"{i:06d}{suffix}", vary(pattern.text, dice)


def vary(text: str, dice: random.Random) -> str:
    """Exchange a share of the text's common words for others of the text."""
    pool = COMMON_WORD.findall(text) or ["other"]

    def other(match: re.Match[str]) -> str:
        return dice.choice(pool) if dice.random() < SHARE_CHANGED else match[0]

    return COMMON_WORD.sub(other, text)
