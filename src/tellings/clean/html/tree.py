"""An HTML page as blocks of text in reading order, each with the elements that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from tellings.vocab.tables import rows

#: Elements whose text no reader sees as text of the page.
SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "canvas",
        "select",
        "button",
        "textarea",
        "audio",
        "video",
        "map",
        "datalist",
    )
)
#: Elements that stand inside a line.
INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "img",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "ruby",
        "rt",
        "rp",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)
BOLD = frozenset(("b", "strong"))
#: Cells of a table's row make one line, unless they are long: then the page is laid out in a table.
CELLS = frozenset(("td", "th"))
LONG_CELL = 150
BETWEEN_CELLS = " | "
#: Attributes by which the makers of pages name their parts.
NAMING = ("class", "id", "role", "itemprop")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Numbers and hashes in names tell nothing: without them the same names return.
NUMBERED = re.compile(r"[0-9a-f]*\d[0-9a-f]*")
#: Characters of names that are read.
LONGEST_NAMES = 200
#: No page of the labelled sets has more than 6,400 blocks; what stands behind this many is not read.
MOST_BLOCKS, MOST_ELEMENTS = 20_000, 50_000
#: Characters of the source that are read; the longest of those pages has 5.4 million.
LONGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Element:
    """A block element: its tag, what its names say of it, and where its parent stands in the list of elements."""

    parent: int
    tag: str
    depth: int
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Block:
    """A line of text that no block element or line break parts.

    `pieces` are its text nodes as the parser gave them. `element` is the index of the innermost block
    element; `linked` and `bold` count characters inside links and bold type.
    """

    text: str
    element: int
    linked: int
    bold: int
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks of a page and the elements that hold them; an element stands before those inside it."""

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]


def parse(source: str) -> HtmlElement | None:
    """The tree of a page's first ten million characters without null bytes, None where nothing can be made of it.

    libxml2 cuts the tree at 2048 levels and resolves no entities but HTML's own.
    """
    parser = HTMLParser(encoding="utf-8", collect_ids=False, huge_tree=True)
    try:
        return document_fromstring(source[:LONGEST].replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None


@cache
def _names() -> re.Pattern[str]:
    """One pattern for the parts of pages, a group each."""
    return re.compile("|".join(f"(?P<{row['part']}>{row['pattern']})" for row in rows("page_parts.tsv")))


def part_names() -> tuple[str, ...]:
    """The parts of pages that names of elements tell, in the order of the table."""
    return tuple(_names().groupindex)


@lru_cache(maxsize=20_000)
def _parts_of(name: str) -> frozenset[str]:
    """What one name says; the same names stand on pages of many sites, and matching takes 30 µs."""
    return frozenset(m.lastgroup for m in _names().finditer(name) if m.lastgroup)


def blocks_of(tree: HtmlElement) -> Blocks:
    """Give the blocks of a page in reading order."""
    walk = _Walk()
    for block in walk.over(tree):
        walk.blocks.append(block)
        if len(walk.blocks) >= MOST_BLOCKS or len(walk.elements) >= MOST_ELEMENTS:
            break
    return Blocks(tuple(walk.blocks), tuple(walk.elements))


@dataclass(slots=True)
class _Walk:
    """What is open while the tree is walked: a stack of its own, since pages may nest deeper than Python calls."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    named: dict[str, frozenset[str]] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    in_link: int = 0
    in_bold: int = 0

    def over(self, tree: HtmlElement) -> Iterator[Block]:
        """The blocks; an element stands on the stack twice, to be opened and to be closed."""
        current = -1
        stack: list[tuple[HtmlElement, bool, int]] = [(tree, False, -1)]
        while stack:
            node, closing, outer = stack.pop()
            tag = node.tag if isinstance(node.tag, str) else "script"
            inline = tag in INLINE or tag in SILENT
            if tag in CELLS:
                yield from self.cell(current, closing)
            elif not inline:
                yield from self.flush(current)
            if closing:
                current = outer
                self.mark(tag, -1)
                self.add(node.tail)
                continue
            stack.append((node, True, current))
            if tag in SILENT:
                continue
            self.mark(tag, 1)
            if not inline and tag != "br":
                current = self.open(node, tag, current)
            self.add(node.text)
            if len(node):
                stack.extend((child, False, -1) for child in reversed(node))
        yield from self.flush(current)

    def mark(self, tag: str, step: int) -> None:
        """Count open links and bold type."""
        if tag == "a":
            self.in_link += step
        elif tag in BOLD:
            self.in_bold += step

    def open(self, node: HtmlElement, tag: str, parent: int) -> int:
        """Note a block element."""
        above = self.elements[parent] if parent >= 0 else None
        self.elements.append(Element(parent, tag, above.depth + 1 if above else 0, self.parts(node)))
        return len(self.elements) - 1

    def parts(self, node: HtmlElement) -> frozenset[str]:
        """What the names of an element say of it."""
        if not node.attrib:
            return frozenset()
        get = node.attrib.get
        names = " ".join([value for key in NAMING if (value := get(key))])
        if names not in self.named:
            self.named[names] = frozenset().union(
                *map(_parts_of, NUMBERED.sub("", names[:LONGEST_NAMES].lower()).split())
            )
        parts = self.named[names]
        hidden = (
            "hidden" in node.attrib
            or get("aria-hidden") == "true"
            or ((style := get("style")) and HIDDEN.search(style))
        )
        return parts | {"hidden"} if hidden else parts

    def add(self, text: str | None) -> None:
        """Take a text node into the open block."""
        if not text:
            return
        self.pieces.append(text)
        if self.in_link > 0 or self.in_bold > 0:
            size = len(text.strip())
            self.linked += size if self.in_link > 0 else 0
            self.bold += size if self.in_bold > 0 else 0

    def cell(self, element: int, closing: bool) -> Iterator[Block]:
        """Part a cell from the one before it: by a mark where that is short, else as blocks."""
        if not self.pieces or closing:
            return
        if sum(map(len, self.pieces)) > LONG_CELL:
            yield from self.flush(element)
        elif any(piece.strip() for piece in self.pieces):
            self.pieces.append(BETWEEN_CELLS)

    def flush(self, element: int) -> Iterator[Block]:
        """Close the open block; one of blanks alone is none."""
        if self.pieces:
            text = " ".join("".join(self.pieces).split())
            if text:
                yield Block(text, element, self.linked, self.bold, tuple(self.pieces))
            self.pieces = []
            self.linked = self.bold = 0
