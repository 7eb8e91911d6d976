"""The language of a text."""

from __future__ import annotations

import py3langid

#: Its time grows with the text: right on 491 of 500 pages with 1500 characters (2.2 ms), on 490 with 700 (.6 ms).
SAMPLE = 700


def language_of(text: str) -> str:
    """Give a text's language as ISO 639-1, by its longest lines: menus and links mislead."""
    lines = sorted(text.split("\n"), key=len, reverse=True)
    return str(py3langid.classify("\n".join(lines[:40])[:SAMPLE])[0])
