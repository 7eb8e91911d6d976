"""A search without an index of words, and a little of a text around those searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellings.record.runs import Asked
from tellings.record.store import Row

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


def scan(store: Asked, words: str, limit: int) -> Iterator[Row]:
    """Articles that hold, for every word, one that begins like it; those with most of them first."""
    patterns = [r"\b" + re.escape(word.lower()) for word in words.split()]
    if not patterns:
        return
    held = " AND ".join("regexp_matches(words, ?)" for _ in patterns)
    for *row, text, story in store.rows(_SCAN.format(held=held), [*patterns, patterns[0], limit]):
        yield (*row, snippet(str(text), patterns), story)


_SCAN = (
    "WITH found AS (SELECT *, lower(coalesce(title, '') || ' ' || text) AS words FROM articles)"
    " SELECT page, article_id, title, published, text, story_id FROM found WHERE {held}"
    " ORDER BY len(regexp_extract_all(words, ?)) DESC, article_id LIMIT ?"
)
