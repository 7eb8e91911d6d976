"""A little of a text around the words searched for."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Letters shown on each side of the first word found.
REACH = 80


def snippet(text: str, patterns: Sequence[str]) -> str:
    """The text around the first word that fits a pattern, each such word in brackets."""
    wanted = re.compile(f"(?:{'|'.join(patterns)})\\w*", re.IGNORECASE)
    first = wanted.search(text)
    start = max(0, first.start() - REACH if first else 0)
    end = start + 2 * REACH
    shown = wanted.sub(lambda found: f"[{found[0]}]", text[start:end])
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"
