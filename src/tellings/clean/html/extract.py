"""Which blocks of an HTML page are the article: two looks of decision trees, the second in the context of the first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from lxml.html import HtmlElement

from tellings.clean.html.context import context
from tellings.clean.html.evidence import HEADINGS, features
from tellings.clean.html.forest import forest
from tellings.clean.html.frame import Floats, Frame
from tellings.clean.html.opinion import advised
from tellings.clean.html.tree import Blocks

#: A block is kept above this share of the page's typical answer for its article, within these bounds: pages unlike
#: those that the weights were fitted on get lower answers throughout. F1 with .45 for all and so: WCXB .948 and
#: .947, AEB .965 and .965 (five folds), mixed pages of a source unseen .843 and .864, Chinese ones .853 and .905.
SHARE, LEAST, MOST = 0.4, 0.1, 0.5
#: A block of which more is links is a link.
LINKS = 0.9


def weigh(page: Blocks, title: str) -> Floats:
    """How sure it is, 0 to 1, that each block is the article's."""
    frame = Frame(page)
    rows = features(frame, title)
    first = forest("first").probabilities(rows)
    return forest("second").probabilities(np.concatenate([rows, context(frame, first)], axis=1))


def article_blocks(page: Blocks, title: str, tree: HtmlElement) -> tuple[int, ...]:
    """The indexes of the blocks that are the article's."""
    if not page.blocks:
        return ()
    answers = advised(page, tree, weigh(page, title))
    mass = np.array([len(block.text) for block in page.blocks]) * answers**2
    typical = float((mass * answers).sum() / (mass.sum() + 1e-9))
    return without_end(page, [int(i) for i in np.flatnonzero(answers > np.clip(SHARE * typical, LEAST, MOST))])


def without_end(page: Blocks, chosen: Sequence[int]) -> tuple[int, ...]:
    """The blocks without links, headings and tags at the end: an article closes with none.

    F1 on WCXB .9466 without, .9481 so; on AEB .9643 and .9650 (five folds).
    """
    last = len(chosen)
    while last and _closes_none(page, chosen[last - 1]):
        last -= 1
    return tuple(chosen[:last])


def _closes_none(page: Blocks, index: int) -> bool:
    """Whether the block is a link, a heading, or of a list of tags or dates."""
    block = page.blocks[index]
    element = page.elements[block.element]
    if block.linked > LINKS * len(block.text) or element.tag in HEADINGS:
        return True
    return block.text[-1].isalnum() and "meta" in element.parts | page.elements[element.parent].parts
