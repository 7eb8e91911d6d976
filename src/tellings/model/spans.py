"""Spans: where in an article's stored text something stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
