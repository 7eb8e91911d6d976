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

#: What a parser reads as something else than it says: entities, null bytes and line ends. Most pages have none but
#: entities, which a pattern that begins with one sign finds in a fifth of the time.
ENTITY, CODED = re.compile(r"&#?\w+;?"), re.compile(r"&#?\w+;?|\0|\r\n?")
#: Words parted by single blanks, as both the source and the article have them.
STRETCH = re.compile(r"\S+(?: \S+)*")
#: A shorter piece of text is looked for this far only, since its like may stand anywhere.
SHORT, NEAR = 25, 50_000
#: Places of pieces that have none: blanks, and what the source does not hold as the tree has it.
GAP, MISSED = -2, -1
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
    """Read the entities, null bytes and line ends of a source's body as the parser does."""
    parts: list[str] = []
    starts, ends, shifts = [], [], []
    size = place = 0
    coded = CODED if "\r" in source or "\0" in source else ENTITY
    for mark in coded.finditer(source, max(0, source.find("<body"))):
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
    """Where each piece of each block stands in the decoded source, GAP for blanks, MISSED where it is not found.

    A text node reaches from the end of a tag to the start of one, and the nodes stand in the order of the tree.
    """
    text, after, misses, found = source.text, max(0, source.text.find("<body")), 0, []
    for block in blocks:
        own = []
        for piece in block.pieces:
            if piece.isspace() or piece == BETWEEN_CELLS:
                own.append(GAP)
                continue
            near = len(piece) < SHORT or misses > MISSES
            limit = after + NEAR + len(piece) if near else len(text)
            place = text.find(f">{piece}<", after, limit)
            if place < 0:
                misses += 1
                own.append(MISSED)
            else:
                own.append(place + 1)
                after = place + 1 + len(piece)
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


def span(source: Decoded, blocks: Sequence[Block], found: Sequence[Sequence[int]]) -> Span | None:
    """The stretch of the source from the first word of some blocks to their last; None where a piece was not found."""
    if any(MISSED in own for own in found):
        return None
    first, start = next((p, at) for p, at in zip(blocks[0].pieces, found[0], strict=True) if at >= 0)
    last, end = next((p, at) for p, at in zip(reversed(blocks[-1].pieces), reversed(found[-1]), strict=True) if at >= 0)
    return Span(source.source(start + len(first) - len(first.lstrip())), source.source(end + len(last.rstrip())))
