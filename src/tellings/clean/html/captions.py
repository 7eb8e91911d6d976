"""The captions of an HTML page: what stands in figures near the article, and the lines that read like captions."""

from __future__ import annotations

from tellings.clean.html.tree import in_caption
from tellings.clean.html.view import View

#: Captions below the article's last line belong to others from this many lines on.
BELOW = 3


def captions(view: View) -> tuple[str, ...]:
    """The captions above the article and inside it, in order."""
    around, body = view.around, frozenset(view.around.body)
    last = around.body[-1] + BELOW if around.body else len(around.lines)
    blocks = view.blocks.blocks[view.first : view.first + last]
    return tuple(
        line.text
        for line, block in zip(around.lines, blocks, strict=False)
        if line.index not in body and (around.is_caption(line) or in_caption(view.blocks, block))
    )
