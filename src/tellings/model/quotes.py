"""Who said what: words attributed to a speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Span

QuoteKind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker in one article, before anyone is resolved on a date.

    `parts` are the spans of the words said, in order, without their quotation marks. `speaker`,
    `addressee` and `relay` point into `Cast.mentions`; the spans beside them are the words that
    name them where no mention does. `time` points into the article's time expressions.
    """

    quote_id: str
    index: int
    sentence: int
    kind: QuoteKind
    parts: tuple[Span, ...]
    cue: Span | None
    speaker: int | None
    speaker_span: Span | None
    addressee: int | None = None
    relay: int | None = None
    relay_span: Span | None = None
    time: int | None = None
    confidence: float = 1.0
    detail: str = ""
    #: The reporter's whole clause around a mixed quote's words, where the tree shows one.
    clause: Span | None = None
    #: Mentions of those who speak together with `speaker`: "the two men said".
    also: tuple[int, ...] = ()

    @property
    def start(self) -> int:
        """Where the first part starts."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end
