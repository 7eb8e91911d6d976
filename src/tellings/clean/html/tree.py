"""An HTML page as blocks of text in reading order, each with the elements that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from lxml.etree import (
    Comment,
    ElementDefaultClassLookup,
    HTMLParser,
    ParserError,
    ProcessingInstruction,
    iterwalk,
)
from lxml.html import HtmlComment, HtmlElement, HtmlProcessingInstruction, document_fromstring

from tellings.vocab.tables import rows

#: Elements whose text no reader sees as text of the page.
SILENT = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "canvas", "select"),
        *("button", "textarea", "audio", "video", "map", "datalist"),
    )
)
#: Elements that, left open, the parser lets swallow the rest of the page; and what none holds but by that mistake.
SWALLOWING = frozenset(("button", "select", "object", "canvas", "textarea", "audio", "video", "map", "datalist"))
SWALLOWED = ("main", "article", "h1", "footer")
#: Elements that stand inside a line.
INLINE = frozenset(
    (
        *(
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
        ),
        *("img", "kbd", "label", "mark", "nobr", "q", "ruby", "rt", "rp", "rb", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
BOLD = frozenset(("b", "strong"))
#: Cells of a table's row make one line, unless they are long: then the page is laid out in a table.
CELLS = frozenset(("td", "th"))
LONG_CELL = 150
BETWEEN_CELLS = " | "
NO_PARTS: frozenset[str] = frozenset()
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Numbers and hashes in names tell nothing: without them the same names return.
NUMBERED = re.compile(r"[0-9a-f]*\d[0-9a-f]*")
#: Attributes that name what an element is, and the characters of them that are read.
NAMING, LONGEST_NAMES = ("class", "id", "role", "itemprop"), 200
#: No page of the labelled sets has more than 6,400 blocks; what stands behind this many is not read.
MOST_BLOCKS, MOST_ELEMENTS = 20_000, 50_000
#: Characters of the source that are read; the longest of those pages has 5.4 million.
LONGEST = 10_000_000


class Element(NamedTuple):
    """A block element: where its parent stands in the list of elements (-1 for none) and its first and last block in
    the list of blocks; its tag, its depth, and what its names say of it.
    """

    parent: int
    first: int
    last: int
    tag: str
    depth: int
    parts: frozenset[str]


class Block(NamedTuple):
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


#: A figure's caption is its own element, or stands so many above the line's.
CAPTION_LEVELS = 3
#: One of so many lines, and as many characters in all, is an article that a site sets in its pictures' captions.
LINES_OF_TEXT, TEXT = 3, 200


def in_caption(page: Blocks, block: Block) -> bool:
    """Whether a line stands in a figure's caption."""
    element = block.element
    for _ in range(CAPTION_LEVELS):
        if element < 0:
            return False
        if page.elements[element].tag == "figcaption":
            return not _is_long(page, page.elements[element])
        element = page.elements[element].parent
    return False


def _is_long(page: Blocks, caption: Element) -> bool:
    inside = page.blocks[caption.first : caption.last + 1]
    return len(inside) >= LINES_OF_TEXT and sum(len(block.text) for block in inside) >= TEXT


def parse(source: str) -> HtmlElement | None:
    """The tree of a page's first ten million characters without null bytes, None where nothing can be made of it.

    libxml2 cuts the tree at 2048 levels and resolves no entities but HTML's own.
    """
    parser = HTMLParser(encoding="utf-8", collect_ids=False, huge_tree=True)
    parser.set_element_class_lookup(ElementDefaultClassLookup(HtmlElement, HtmlComment, HtmlProcessingInstruction))
    try:
        return document_fromstring(source[:LONGEST].replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None


@cache
def _words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One pattern for the words of names, and the part that each tells.

    Words are parted by their first letters, which decide at most places: matching takes a twelfth of the time that
    one pattern a part takes.
    """
    parts: dict[str, str] = {}
    by_letter: dict[str, list[tuple[int, str]]] = {}
    for row in rows("page_parts.tsv"):
        for word in row["words"].split():
            parts[word] = row["part"]
            first, rest = word[0], re.escape(word[1:])
            alone = f"(?<![a-z]{first}){rest}(?![a-z])" if row["alone"] == "yes" else rest
            by_letter.setdefault(first, []).append((-len(word), alone))
    found = (f"{first}(?:{'|'.join(rest for _, rest in sorted(ends))})" for first, ends in sorted(by_letter.items()))
    return re.compile("|".join(found)), parts


@cache
def part_names() -> tuple[str, ...]:
    """The parts of pages that names of elements tell, in the order of the table."""
    return tuple(dict.fromkeys(_words()[1].values()))


@lru_cache(maxsize=20_000)
def _parts_of(name: str) -> frozenset[str]:
    """What one name says; the same names stand on pages of many sites."""
    pattern, parts = _words()
    return frozenset(map(parts.__getitem__, pattern.findall(name)))


def blocks_of(tree: HtmlElement) -> Blocks:
    """Give the blocks of a page in reading order."""
    walk = _Walk()
    walk.over(iterwalk(tree, events=("start", "end", "comment", "pi")))
    first, last = _ends(walk, range(len(walk.blocks))), _ends(walk, reversed(range(len(walk.blocks))))
    holding = sorted(first)
    place = {-1: -1} | {old: new for new, old in enumerate(holding)}
    blocks = (Block(text, place[e], linked, bold, pieces) for text, e, linked, bold, pieces in walk.blocks)
    elements = (
        Element(place[parent], first[old], last[old], tag, depth, _parts(node))
        for old in holding
        for parent, tag, depth, node in (walk.opened[old],)
    )
    return Blocks(tuple(blocks), tuple(elements))


def _ends(walk: _Walk, order: Iterable[int]) -> dict[int, int]:
    """The first block in this order of each element that holds any; all that an element holds stands together."""
    found: dict[int, int] = {}
    for index in order:
        element = walk.blocks[index][1]
        while element >= 0 and element not in found:
            found[element] = index
            element = walk.opened[element][0]
    return found


def _parts(node: HtmlElement) -> frozenset[str]:
    """What the names of an element say of it, and whether it is hidden."""
    attributes = dict(node.items())
    if not attributes:
        return NO_PARTS
    get = attributes.get
    parts = _said(*[get(name, "")[:LONGEST_NAMES] for name in NAMING])
    style = get("style")
    hidden = "hidden" in attributes or get("aria-hidden") == "true" or (style and HIDDEN.search(style))
    return parts | {"hidden"} if hidden else parts


@lru_cache(maxsize=20_000)
def _said(*names: str) -> frozenset[str]:
    """What an element's names say; the same return on pages of one site."""
    said = NUMBERED.sub("", " ".join(filter(None, names))[:LONGEST_NAMES].lower()).replace("_", "-").split()
    return NO_PARTS.union(*map(_parts_of, said))


#: What is noted of an element when it is opened: where its parent stands, its tag, its depth, its node.
_Opened = tuple[int, str, int, HtmlElement]


#: What an element is to the lines of a page; the last three part lines, the last two hold them.
_SILENT, _LINK, _BOLD, _INLINE, _BREAK, _CELL, _BLOCK = range(7)
#: Kinds of tags, others being blocks. The tree's comments and instructions have functions for tags.
KINDS: Mapping[object, int] = {
    **dict.fromkeys(INLINE, _INLINE),
    **dict.fromkeys((*SILENT, Comment, ProcessingInstruction), _SILENT),
    **dict.fromkeys(BOLD, _BOLD),
    **dict.fromkeys(CELLS, _CELL),
    "a": _LINK,
    "br": _BREAK,
}


def _swallows(node: HtmlElement) -> bool:
    """Whether a silent element was left open before the page's own parts."""
    return node.tag in SWALLOWING and len(node) > 0 and next(node.iter(*SWALLOWED), None) is not None


@dataclass(slots=True)
class _Walk:
    """What is open while the tree is walked, and what was found: of each element its parent, tag, depth and node."""

    blocks: list[tuple[str, int, int, int, tuple[str, ...]]] = field(default_factory=list)
    opened: list[_Opened] = field(default_factory=list)
    current: int = -1
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    in_link: int = 0
    in_bold: int = 0

    def over(self, events: iterwalk) -> None:
        """Take the tree's events in; most elements are neither links nor bold nor silent."""
        for event, node in events:
            kind = KINDS.get(node.tag, _BLOCK)
            if event == "start":
                if kind == _SILENT:
                    if not _swallows(node):
                        events.skip_subtree()
                        continue
                    kind = _BLOCK
                if kind != _INLINE:
                    self.start(kind, node)
                text = node.text
            else:
                if kind == _SILENT and _swallows(node):
                    kind = _BLOCK
                if kind > _SILENT and kind != _INLINE:
                    self.end(kind)
                text = node.tail
            if text and (self.pieces or not text.isspace()):
                self.add(text)
            if len(self.blocks) >= MOST_BLOCKS or len(self.opened) >= MOST_ELEMENTS:
                break
        self.flush()

    def start(self, kind: int, node: HtmlElement) -> None:
        """Open an element."""
        if kind >= _BREAK:
            if self.pieces:
                self.part(kind)
            if kind != _BREAK:
                depth = self.opened[self.current][2] + 1 if self.current >= 0 else 0
                self.opened.append((self.current, node.tag, depth, node))
                self.current = len(self.opened) - 1
        elif kind == _LINK:
            self.in_link += 1
        elif kind == _BOLD:
            self.in_bold += 1

    def end(self, kind: int) -> None:
        """Close an element."""
        if kind >= _CELL:
            if self.pieces and kind == _BLOCK:
                self.flush()
            self.current = self.opened[self.current][0]
        elif kind == _LINK:
            self.in_link -= 1
        elif kind == _BOLD:
            self.in_bold -= 1

    def add(self, text: str) -> None:
        """Take a text node into the open block."""
        self.pieces.append(text)
        if self.in_link or self.in_bold:
            size = len(text.strip())
            self.linked += size if self.in_link else 0
            self.bold += size if self.in_bold else 0

    def part(self, kind: int) -> None:
        """Part what is open from what follows: short cells by a mark, all else as blocks."""
        if kind != _CELL or sum(map(len, self.pieces)) > LONG_CELL:
            self.flush()
        elif any(piece.strip() for piece in self.pieces):
            self.pieces.append(BETWEEN_CELLS)

    def flush(self) -> None:
        """Close the open block; one of blanks alone is none."""
        if self.pieces:
            while self.pieces and (self.pieces[-1] == BETWEEN_CELLS or self.pieces[-1].isspace()):
                self.pieces.pop()
            text = " ".join("".join(self.pieces).split())
            if text:
                self.blocks.append((text, self.current, self.linked, self.bold, tuple(self.pieces)))
            self.pieces = []
            self.linked = self.bold = 0
