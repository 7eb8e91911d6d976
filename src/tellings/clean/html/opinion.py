"""A second opinion on a page whose blocks the forests are unsure of: trafilatura's."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

import numpy as np
import trafilatura
from lxml.html import HtmlElement

from tellings.clean.html.frame import Floats
from tellings.clean.html.tree import Blocks

#: Doubt, weighed by characters, above which trafilatura is asked, and by how much its yes or no moves a block's
#: log-odds: what the forests are sure of stands, since of small pages it keeps the menus as well. It is asked on one
#: of seven news pages and takes 13 ms there. F1 without it and with it, on pages that the forests were not fitted on
#: (five folds, no line rules): AEB .973 and .980, WCXB .951 and .951, mixed pages .866 and .872.
DOUBT, WEIGHT = 0.12, 1.5
#: Where the answers are typically lower, the forests mean nothing by them, and it is asked for all that it finds:
#: mixed pages .877 and .885 so (two of 157: an article that is one block of breaks and no paragraphs).
LOST = 0.25
LEAST = 1e-4
#: It takes time by the square of a page's paragraphs and calls itself level by level.
MOST_ELEMENTS, MOST_BLOCKS, DEEPEST = 5_000, 3_000, 200
#: A text of fewer characters may stand anywhere in an answer.
TELLING = 20
WORD = re.compile(r"\w+")


def advised(page: Blocks, tree: HtmlElement, answers: Floats) -> Floats:
    """The answers, moved towards trafilatura's where they are in doubt."""
    if doubt(page, answers) <= DOUBT or not _is_fit(page):
        return answers
    lost = typical(page, answers) < LOST
    found = _asked(tree, precise=not lost, fast=not lost)
    moved = np.array([WEIGHT if _words(block.text) in found else -WEIGHT for block in page.blocks])
    odds = (answers + LEAST) / (1 - answers + LEAST) * np.exp(moved)
    return np.asarray(odds / (1 + odds), dtype=np.float32)


def instead(page: Blocks, tree: HtmlElement, is_article: Callable[[str], bool]) -> tuple[int, ...]:
    """The blocks of the article that trafilatura finds on a page on which the forests find none.

    It is asked for a precise answer, then for any. On pages of lists and on those that mean nothing to the forests it
    knows better than the lines alone: of eleven such pages it has seven, the lines have three.
    """
    if not _is_fit(page):
        return ()
    for precise in (True, False):
        found = _asked(tree, precise, fast=False)
        own = [i for i, block in enumerate(page.blocks) if len(block.text) >= TELLING and _words(block.text) in found]
        if own and is_article("\n".join(page.blocks[i].text for i in own)):
            return tuple(own)
    return ()


def _asked(tree: HtmlElement, precise: bool, fast: bool) -> str:
    """The words of trafilatura's answer; it takes trees apart."""
    found = trafilatura.extract(deepcopy(tree), fast=fast, include_comments=False, favor_precision=precise)
    return _words(found or "")


def typical(page: Blocks, answers: Floats) -> float:
    """The answer of the page's typical block of an article: the mean weighed by characters and by the answers."""
    mass = np.array([len(block.text) for block in page.blocks], dtype=np.float32) * answers**2
    return float((mass * answers).sum() / (mass.sum() + 1e-9))


def doubt(page: Blocks, answers: Floats) -> float:
    """How far the answers are from yes and no, over the characters of the article, 0 where none is in doubt."""
    sizes = np.array([len(block.text) for block in page.blocks], dtype=np.float32)
    return float((sizes * np.minimum(answers, 1 - answers)).sum() / ((sizes * answers).sum() + 1))


def _is_fit(page: Blocks) -> bool:
    few = len(page.elements) <= MOST_ELEMENTS and len(page.blocks) <= MOST_BLOCKS
    return few and all(element.depth <= DEEPEST for element in page.elements)


def _words(text: str) -> str:
    return f" {' '.join(WORD.findall(text))} "
