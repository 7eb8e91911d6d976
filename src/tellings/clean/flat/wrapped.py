"""Hard-wrapped text, as mailing lists, print views and plain-text archives set it: its paragraphs made whole again.

A program that wraps text breaks a line only where the next word has no room. That is the sign: the first word of the
next line would have made this one longer than any line of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

#: Where a line of a page begins and ends without the blanks around it, and its text.
Stretch = tuple[int, int, str]
#: The widths to which text is wrapped: from a telegram's to a wide screen's.
NARROWEST, WIDEST = 45, 110
#: So many lines that go on in small letters speak of a wrapped page; on others hardly any does.
FEWEST = 4
#: What a word may begin with.
OPENS = frozenset("\"'“‘«„([$€£")
#: Of the pairs of neighbouring lines in paragraphs of several, so many must be breaks for want of room.
SHARE = 0.6


def unwrapped(text: str, lines: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a page, those of a wrapped paragraph joined by blanks; the same where the page is not wrapped."""
    if not _may_be_wrapped(lines):
        return list(lines)
    blocks = list(_blocks(text, lines))
    width = _width(blocks)
    return [joined for block in blocks for joined in _joined(block, width)] if width else list(lines)


def pieces(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The lines that a joined one was made of: where each begins and ends in the page, and its text."""
    place = start
    for whole in text[start:end].splitlines(keepends=True):
        line = whole.strip()
        if line:
            first = place + whole.index(line)
            yield first, first + len(line), line
        place += len(whole)


def _may_be_wrapped(lines: Sequence[Stretch]) -> bool:
    """Whether lines enough go on in small letters, told at the cost of a look at the first sign of each."""
    going_on = [line for _, _, line in lines if line[0].islower()]
    return len(going_on) >= FEWEST and sum(len(line) <= WIDEST for line in going_on) > len(going_on) / 2


def _blocks(text: str, lines: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The lines between two blank lines."""
    block: list[Stretch] = []
    for line in lines:
        if block and text.count("\n", block[-1][1], line[0]) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _width(blocks: Sequence[Sequence[Stretch]]) -> int:
    """The longest line of the paragraphs that are wrapped; 0 where the page is not."""
    several = [block for block in blocks if len(block) > 1]
    width = max((len(line) for block in several for _, _, line in block[:-1]), default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    pairs = [pair for block in several for pair in pairwise(block)]
    broken = sum(_breaks(one[2], other[2], width) for one, other in pairs)
    return width if broken >= max(FEWEST, SHARE * len(pairs)) else 0


def _breaks(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room on this one; a label or a mark begins a line of its own."""
    word = after.partition(" ")[0]
    return (
        len(line) <= width < len(line) + 1 + len(word) and word[-1] != ":" and (word[0].isalnum() or word[0] in OPENS)
    )


def _joined(block: Sequence[Stretch], width: int) -> Iterator[Stretch]:
    """The block's lines, each joined with the next where it broke for want of room."""
    start, end, whole = block[0]
    for (_, _, line), (first, last, after) in pairwise(block):
        if _breaks(line, after, width):
            whole, end = f"{whole} {after}", last
        else:
            yield start, end, whole
            start, end, whole = first, last, after
    yield start, end, whole
