"""Why a block of an HTML page is not the article's: the part of the page in which it stands, or what it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.clean.html.tree import Block, Blocks

#: Parts and tags that are a reason, nearest first, and what they are called.
PARTS = {
    "hidden": "hidden text",
    "comments": "comments",
    "related": "related articles",
    "listing": "list of other articles",
    "sharing": "sharing links",
    "navigation": "navigation",
    "nav": "navigation",
    "footer": "page foot",
    "header": "page head",
    "sidebar": "sidebar",
    "aside": "sidebar",
    "promotion": "advertisement",
    "signup": "newsletter or subscription",
    "popup": "popup or notice",
    "author": "author note",
    "caption": "caption",
    "figure": "caption",
    "figcaption": "caption",
    "form": "form",
    "meta": "byline, date or tags",
    "title": "heading",
    "infobox": "box",
}
NAMED = frozenset(PARTS)
#: Levels up to which an element's name is the reason.
LEVELS = 12
#: A block of which more is links is a list of them.
LINKS = 0.6


def reasons(page: Blocks, body: Sequence[int]) -> list[str]:
    """The reason for every block, were it left out; `body` are the blocks of the article, in order."""
    first, last = (body[0], body[-1]) if body else (len(page.blocks), len(page.blocks))
    own = frozenset(_above(page, first, body) if body else ())
    named = {index: _part(page, index, own) for index in {block.element for block in page.blocks}}
    return [named[block.element] or _made_of(block) or _side(i, first, last) for i, block in enumerate(page.blocks)]


def _above(page: Blocks, first: int, body: Sequence[int]) -> set[int]:
    """The elements that hold the first and the last block of the article: their names are no reason."""
    return _chain(page, page.blocks[first].element) & _chain(page, page.blocks[body[-1]].element)


def _chain(page: Blocks, index: int) -> set[int]:
    found = set()
    while index >= 0:
        found.add(index)
        index = page.elements[index].parent
    return found


def _part(page: Blocks, index: int, own: frozenset[int]) -> str | None:
    for _ in range(LEVELS):
        if index < 0 or index in own:
            return None
        element = page.elements[index]
        if element.tag in PARTS or not NAMED.isdisjoint(element.parts):
            return next(PARTS[p] for p in PARTS if p in element.parts or p == element.tag)
        index = element.parent
    return None


def _made_of(block: Block) -> str | None:
    return "links" if block.linked > LINKS * len(block.text) else None


def _side(index: int, first: int, last: int) -> str:
    if index < first:
        return "before the article"
    return "after the article" if index > last else "unlike the paragraphs around it"
