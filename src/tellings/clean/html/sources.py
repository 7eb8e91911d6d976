"""Where the text of an HTML page's blocks stands in its source, entities and tags between the words stepped over."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tellings.clean.html.tree import BETWEEN_CELLS, Block
from tellings.model.article import Run
from tellings.model.spans import Span

#: What a parser reads as something else than it says.
CODED = re.compile(r"&#?\w+;?|\0|\r\n?")
#: Words parted by single blanks, as both the source and the article have them.
STRETCH = re.compile(r"\S+(?: \S+)*")
#: A shorter piece of text is looked for this far only, since its like may stand anywhere.
SHORT, NEAR = 25, 50_000
#: After this many pieces that are not found, longer ones are looked for nearby only: time stays linear.
MISSES = 40


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source as the parser reads it: where in `text` each mark that it decoded starts and ends, and how many
    characters of the source more stand before that end.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    shifts: Sequence[int]

    def source(self, place: int) -> int:
        """The place in the source of a character that stands there as itself."""
        before = bisect_right(self.ends, place) - 1
        return place + (self.shifts[before] if before >= 0 else 0)

    def parted(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a span between its decoded marks."""
        for mark in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.starts[mark] > start:
                yield start, self.starts[mark]
            start = self.ends[mark]
        if start < end:
            yield start, end


def decoded(source: str) -> Decoded:
    """Read a source's entities, null bytes and line ends as the parser does."""
    parts: list[str] = []
    starts, ends, shifts = [], [], []
    size = place = 0
    for mark in CODED.finditer(source):
        text = _read(mark[0])
        if text == mark[0]:
            continue
        parts += (source[place : mark.start()], text)
        size += mark.start() - place
        starts.append(size)
        size += len(text)
        place = mark.end()
        ends.append(size)
        shifts.append(place - size)
    return Decoded("".join((*parts, source[place:])), starts, ends, shifts)


@lru_cache(maxsize=4096)
def _read(mark: str) -> str:
    return "\n" if mark[0] == "\r" else html.unescape(mark).replace("\0", "")


def places(source: Decoded, blocks: Sequence[Block]) -> list[tuple[int, ...]]:
    """Where each piece of each block stands in the decoded source, -1 where it is not found.

    A text node reaches from the end of a tag to the start of one, and the nodes stand in the order of the tree.
    """
    after, misses, found = max(0, source.text.find("<body")), 0, []
    for block in blocks:
        own = []
        for piece in block.pieces:
            if _is_gap(piece):
                own.append(-1)
                continue
            near = len(piece) < SHORT or misses > MISSES
            limit = after + NEAR + len(piece) if near else len(source.text)
            place = source.text.find(f">{piece}<", after, limit)
            misses += place < 0
            own.append(place + 1 if place >= 0 else -1)
            after = place + 1 + len(piece) if place >= 0 else after
        found.append(tuple(own))
    return found


def runs(source: Decoded, block: Block, found: Sequence[int]) -> tuple[Run, ...]:
    """The stretches of a block's text that stand in the source letter by letter, counted from the block's start."""
    return tuple(
        Run(at + first - begin, at + last - begin, source.source(first))
        for at, begin, end in _stretches(block, found)
        for first, last in source.parted(begin, end)
    )


def _stretches(block: Block, found: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where each run of words starts in the block's text, and its span in the decoded source."""
    size, blank = 0, False
    for piece, place in zip(block.pieces, found, strict=True):
        done = 0
        for stretch in STRETCH.finditer(piece):
            size += size > 0 and (blank or stretch.start() > done)
            if place >= 0:
                yield size, place + stretch.start(), place + stretch.end()
            size, done, blank = size + len(stretch[0]), stretch.end(), False
        blank = blank or done < len(piece)


def span(source: Decoded, block: Block, found: Sequence[int]) -> Span | None:
    """The stretch of the source from a block's first word to its last; None where a piece of it was not found."""
    if any(place < 0 and not _is_gap(piece) for piece, place in zip(block.pieces, found, strict=True)):
        return None
    here = [(piece, place) for piece, place in zip(block.pieces, found, strict=True) if place >= 0]
    if not here:
        return None
    (first, start), (last, end) = here[0], here[-1]
    return Span(source.source(start + len(first) - len(first.lstrip())), source.source(end + len(last.rstrip())))


def _is_gap(piece: str) -> bool:
    return piece == BETWEEN_CELLS or piece.isspace()
