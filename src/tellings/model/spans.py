"""Spans: where in an article's stored text something stands."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal

#: The texts of an article in which evidence may stand.
Field = Literal["text", "title"]
Role = Literal["act", "actor", "recipient", "time", "place", "quote", "speaker", "cue", "addressee", "relay"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: 0-based, end-exclusive, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


TAG = re.compile(r"<[^<>]*>")
#: What parts the cells of a table's row in a text.
CELLS = "|"


def holds(source: str, text: str) -> bool:
    """Whether a stretch of a page holds the words of a text in their order, tags and entities between them."""
    if source.split() == text.split():
        return True
    bare, place = html.unescape(TAG.sub("", source)), 0
    for word in text.split():
        place = bare.find(word, place) if word != CELLS else place
        if place < 0:
            return False
        place += len(word) if word != CELLS else 0
    return True
