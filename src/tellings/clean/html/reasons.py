"""Why a block of an HTML page is not the article's: the part of the page in which it stands, or what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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
#: Levels up to which an element's name is the reason.
LEVELS = 12
#: A block of which more is links is a list of them.
LINKS = 0.6


def reasons(page: Blocks, body: Sequence[int]) -> list[str]:
    """The reason for every block, were it left out; `body` are the blocks of the article, in order."""
    first, last = (body[0], body[-1]) if body else (len(page.blocks), len(page.blocks))
    named = _named(page, (first, last) if body else ())
    return [
        (block.element >= 0 and named[block.element]) or _made_of(block) or _side(i, first, last)
        for i, block in enumerate(page.blocks)
    ]


def _named(page: Blocks, ends: Sequence[int]) -> list[str | None]:
    """What the nearest element with a telling name says, of each element.

    The names of elements that hold both ends of the article are no reason.
    """
    found: list[tuple[str | None, int]] = []
    for element in page.elements:
        if ends and element.first <= ends[0] and ends[1] <= element.last:
            found.append((None, LEVELS))
            continue
        own = _part(element.tag, element.parts)
        above, levels = found[element.parent] if element.parent >= 0 else (None, LEVELS)
        found.append((own, 1) if own else (above if levels < LEVELS else None, levels + 1))
    return [reason for reason, _ in found]


@lru_cache(maxsize=4096)
def _part(tag: str, parts: frozenset[str]) -> str | None:
    return next((reason for part, reason in PARTS.items() if part == tag or part in parts), None)


def _made_of(block: Block) -> str | None:
    return "links" if block.linked > LINKS * len(block.text) else None


def _side(index: int, first: int, last: int) -> str:
    if index < first:
        return "before the article"
    return "after the article" if index > last else "unlike the paragraphs around it"
