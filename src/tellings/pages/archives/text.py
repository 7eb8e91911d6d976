"""The text of a file as blocks of lines, and blocks as paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

#: What blank lines part: a paragraph, a heading, or the lines of a header. No line of a block is blank.
Block = tuple[str, ...]

SPACES = re.compile(r"[ \t\xa0\u2002\u2003\u3000]+")
BLANK = re.compile(r"\n(?:[ \t\xa0\r\f]*\n)+|\f")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ENDED = re.compile(r"[.!?:。！？][)\]]?[\"'”’»]?$")
#: Lines broken by the width of a page are mostly this long, in characters.
WIDTHS = range(40, 121)
#: A line shorter than this share of the usual width, and ended, is a paragraph's last.
SHORT = 0.8
#: A text of more lines to a block parts its paragraphs by single line breaks.
LINES = 4


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a file in order; `wrapped` where lines are broken by the page's width and not by the writer."""

    blocks: tuple[Block, ...]
    wrapped: bool


def block(text: str) -> Block:
    """The lines of a text that are not blank, runs of blanks in each as one."""
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return tuple(line for line in lines if line)


def blocks_of(texts: Iterable[str]) -> tuple[Block, ...]:
    """A block for each text that is not blank."""
    return tuple(found for found in map(block, texts) if found)


def text_document(text: str) -> Document:
    """The document that a plain text is."""
    blocks = blocks_of(BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = sum(map(len, blocks))
    if lines > LINES * len(blocks) and not _has_one_width(blocks):
        return Document(tuple((line,) for b in blocks for line in b), wrapped=False)
    return Document(blocks, wrapped=_has_one_width(blocks) or _is_narrow(blocks))


def _has_one_width(blocks: Sequence[Block]) -> bool:
    """Whether the lines that others follow in their block, of the longer blocks, are about one width."""
    lengths = sorted(len(line) for b in blocks if len(b) > 2 for line in b[:-1])
    return bool(lengths) and lengths[len(lengths) // 2] in WIDTHS and lengths[-1 - len(lengths) // 50] in WIDTHS


def _is_narrow(blocks: Sequence[Block]) -> bool:
    """Whether no line is longer than a page is wide, though some block has more than one."""
    longest = max((len(line) for b in blocks for line in b), default=0)
    return longest in WIDTHS and any(len(line) in WIDTHS for b in blocks for line in b[:-1])


def paragraphs(blocks: Iterable[Block], *, wrapped: bool) -> tuple[str, ...]:
    """The paragraphs of some blocks: each line one, or, where they are wrapped, lines joined again."""
    blocks = tuple(blocks)
    if not wrapped:
        return tuple(line for b in blocks for line in b)
    words = frozenset(word for b in blocks for line in b for word in WORD.findall(line))
    lengths = sorted(len(line) for b in blocks for line in b[:-1])
    width = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    return tuple(paragraph for b in blocks for paragraph in _joined(b, SHORT * width, words))


def _joined(lines: Block, short: float, words: frozenset[str]) -> Iterator[str]:
    held = ""
    for line in lines:
        held = _with(held, line, words) if held else line
        if len(line) < short and ENDED.search(line):
            yield held
            held = ""
    if held:
        yield held


def _with(held: str, line: str, words: frozenset[str]) -> str:
    """A line after what is held. A hyphen at a line's end goes, unless the word stands with it elsewhere."""
    first = WORD.match(line)
    if not held.endswith("-") or first is None or not line[0].islower():
        return f"{held} {line}"
    last = WORD.findall(held[-60:-1] or " ")
    whole = f"{last[-1]}-{first[0]}" if last else ""
    return held + line if whole in words else held[:-1] + line
