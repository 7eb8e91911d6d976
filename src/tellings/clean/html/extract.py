"""Which blocks of an HTML page are the article: two looks of decision trees, the second in the context of the first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from lxml.html import HtmlElement

from tellings.clean.html.context import context
from tellings.clean.html.evidence import HEADINGS, TITLE_CHARS, features
from tellings.clean.html.forest import forest
from tellings.clean.html.frame import Bools, Floats, Frame
from tellings.clean.html.opinion import advised, typical
from tellings.clean.html.tree import Blocks, Element, in_caption

#: A block is kept above this share of the page's typical answer for its article, within these bounds: pages unlike
#: those that the weights were fitted on get lower answers throughout. F1 with .45 for all and so: WCXB .948 and
#: .947, AEB .965 and .965 (five folds), mixed pages of a source unseen .843 and .864, Chinese ones .853 and .905.
SHARE, LEAST, MOST = 0.4, 0.1, 0.5
#: A block of which more is links is a link.
LINKS = 0.9
#: Blocks between two stretches of the article; the share of its longest stretch's mass that another has, or how sure
#: it is of its characters, if it is the article's too.
FAR, STRAY, STEADY = 20, 0.5, 0.85
#: Tags and named parts of a page that hold no article, unless they hold more of what reads like it than this share; a
#: notice may be longer than the article, so that they may have up to ALMOST all beside so many characters elsewhere.
APART, MOSTLY = frozenset(("aside", "nav", "comments", "popup")), 0.7
ALMOST, ELSEWHERE = 0.9, 600
#: What holds an article; so many entries below it are a stream of others, beside so many characters of its own.
ARTICLES, ENTRIES, LEAST_BESIDE = ("article", "main"), 4, 10


def weigh(frame: Frame, title: str) -> Floats:
    """How sure it is, 0 to 1, that each block is the article's."""
    rows = features(frame, title)
    first = forest("first").probabilities(rows)
    return forest("second").probabilities(np.concatenate([rows, context(frame, first)], axis=1))


def set_apart(frame: Frame, answers: Floats) -> Bools:
    """Which blocks stand in a part of the page that is not the article's and does not hold most of what reads like it.

    What readers wrote, menus and notices read like prose, and weights see few of them. F1 with them and without (five
    folds, no line rules): AEB .9675 and .9757, WCXB .9543 and .9545, mixed pages of a source unseen .8640 and .8662.
    """
    sizes = frame.sizes
    mass = frame.summed((sizes * answers)[:, None])[:, 0]
    named = [_is_apart(element) for element in frame.page.elements]
    whole = mass[-1]
    few = (mass <= MOSTLY * whole) | ((mass <= ALMOST * whole) & (whole - mass >= ELSEWHERE))
    return np.asarray((few & np.array([*named, False]))[frame.above].any(axis=0))


def teasers(frame: Frame, title: str, answers: Floats) -> Bools:
    """Which blocks stand in a stream of other articles, below the element of the page's own.

    Of two pages of a set, on which a short article stands above hundreds of such entries, F1 .04 and .11 without.
    """
    own = _own_element(frame.page, title)
    listed = _listed(frame) if own else None
    if own is None or listed is None:
        return np.zeros_like(answers, dtype=bool)
    listed[: own.last + 1] = False
    mass = frame.sizes * answers
    enough = bool(mass[own.first : own.last + 1].sum() >= LEAST_BESIDE)
    return listed if enough else np.zeros_like(listed)


def _own_element(page: Blocks, title: str) -> Element | None:
    """The innermost element for an article that holds the heading which says the title."""
    for block in page.blocks:
        if block.element < 0 or page.elements[block.element].tag not in HEADINGS:
            continue
        if len(block.text) <= TITLE_CHARS or block.text not in title:
            continue
        index = block.element
        while index >= 0 and page.elements[index].tag not in ARTICLES:
            index = page.elements[index].parent
        return page.elements[index] if index >= 0 else None
    return None


def _listed(frame: Frame) -> Bools | None:
    """Which blocks stand in entries of one list each of which has one heading, and that a link; None of few."""
    page = frame.page
    heads = [
        block.element >= 0 and page.elements[block.element].tag in HEADINGS and block.linked > LINKS * len(block.text)
        for block in page.blocks
    ]
    if sum(heads) < ENTRIES:
        return None
    single = frame.summed(np.array(heads, dtype=np.float32)[:, None])[:, 0] == 1
    parent = np.array([element.parent for element in page.elements])
    single = single[:-1] & (parent >= 0)
    entries = np.bincount(parent[single], minlength=len(parent))
    listed = np.append(single & (entries[parent] >= ENTRIES), False)
    return np.asarray(listed[frame.above].any(axis=0))


def whole_quotations(frame: Frame, answers: Floats) -> Floats:
    """The answers, one for all blocks of a quotation: it is the article's in whole or not at all."""
    page = frame.page
    quoted = np.array([*(element.tag == "blockquote" for element in page.elements), False])
    if not quoted.any():
        return answers
    mass = frame.summed(np.stack([frame.sizes * answers, frame.sizes], axis=1))
    mean = mass[:, 0] / np.maximum(mass[:, 1], 1)
    level = np.argmax(quoted[frame.above], axis=0)
    holder = frame.above[level, np.arange(len(answers))]
    return np.where(quoted[holder], mean[holder], answers).astype(np.float32)


def _is_apart(element: Element) -> bool:
    """Whether the tag or a name says so; what is named an article as well is no popup (a page in a lightbox)."""
    said = element.parts & APART
    return element.tag in APART or bool(said - {"popup"} if "article" in element.parts else said)


def article_blocks(page: Blocks, title: str, tree: HtmlElement) -> tuple[int, ...]:
    """The indexes of the blocks that are the article's."""
    if not page.blocks:
        return ()
    frame = Frame(page)
    sizes, own = frame.sizes, weigh(frame, title)
    apart = set_apart(frame, own) | teasers(frame, title, own)
    answers = whole_quotations(frame, advised(page, tree, np.where(apart, np.float32(0), own)))
    above = np.flatnonzero(answers > np.clip(SHARE * typical(page, answers), LEAST, MOST))
    sure = [int(i) for i in above if not in_caption(page, page.blocks[i])]
    return without_end(page, without_strays(sure, sizes, answers))


def without_strays(chosen: Sequence[int], sizes: Floats, answers: Floats) -> Sequence[int]:
    """The blocks without stretches far from the article's own that are less sure than it and have little of its mass.

    Comments, notices and teasers that read like prose stand so. F1 with them and without (five folds, no line rules):
    AEB .9673 and .9704, WCXB .9532 and .9542; pages of a source unseen .8621 and .8630.
    """
    if not chosen:
        return ()
    stretches = np.split(np.asarray(chosen), np.flatnonzero(np.diff(chosen) > FAR) + 1)
    found = [(own, float((sizes[own] * answers[own]).sum()), float(sizes[own].sum())) for own in stretches]
    least = STRAY * max(mass for _, mass, _ in found)
    return [int(i) for own, mass, size in found if mass >= least or mass >= STEADY * size for i in own]


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
