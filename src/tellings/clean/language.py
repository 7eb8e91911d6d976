"""The language of a text."""

from __future__ import annotations

import py3langid

#: py3langid needs no more than this, and its time grows with the text.
SAMPLE = 1500


def language_of(text: str) -> str:
    """Give a text's language as ISO 639-1, by its longest lines: menus and links mislead."""
    lines = sorted(text.split("\n"), key=len, reverse=True)
    return str(py3langid.classify("\n".join(lines[:40])[:SAMPLE])[0])
