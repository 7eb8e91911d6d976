"""The captions of an HTML page: what stands in figures near the article, and the lines that read like captions."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.clean.html.tree import Blocks
from tellings.clean.html.view import View

#: Captions below the article's last line belong to others from this many lines on.
BELOW = 3
#: A caption stands in its own element, or so many below it (a paragraph, a span's line).
LEVELS = 3


def captions(view: View) -> tuple[str, ...]:
    """The captions above the article and inside it, in order."""
    return tuple(view.around.lines[i].text for i in _lines(view))


def _lines(view: View) -> Iterator[int]:
    around = view.around
    body = frozenset(around.body)
    last = around.body[-1] + BELOW if around.body else len(around.lines)
    for line in around.lines[:last]:
        if line.index not in body and (
            around.is_caption(line) or in_caption(view.blocks, view.blocks.blocks[view.first + line.index].element)
        ):
            yield line.index


def in_caption(page: Blocks, element: int) -> bool:
    """Whether an element is a figure's caption or stands in one."""
    for _ in range(LEVELS):
        if element < 0:
            return False
        if page.elements[element].tag == "figcaption":
            return True
        element = page.elements[element].parent
    return False
