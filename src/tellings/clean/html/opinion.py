"""A second opinion on a page whose blocks the forests are unsure of: trafilatura's."""

from __future__ import annotations

import re
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
LEAST = 1e-4
#: It takes time by the square of a page's paragraphs and calls itself level by level.
MOST_ELEMENTS, MOST_BLOCKS, DEEPEST = 5_000, 3_000, 200
WORD = re.compile(r"\w+")


def advised(page: Blocks, tree: HtmlElement, answers: Floats) -> Floats:
    """The answers, moved towards trafilatura's where they are in doubt."""
    if doubt(page, answers) <= DOUBT or not _is_fit(page):
        return answers
    text = trafilatura.extract(deepcopy(tree), fast=True, include_comments=False, favor_precision=True)
    found = _words(text or "")
    moved = np.array([WEIGHT if _words(block.text) in found else -WEIGHT for block in page.blocks])
    odds = (answers + LEAST) / (1 - answers + LEAST) * np.exp(moved)
    return np.asarray(odds / (1 + odds), dtype=np.float32)


def doubt(page: Blocks, answers: Floats) -> float:
    """How far the answers are from yes and no, over the characters of the article, 0 where none is in doubt."""
    sizes = np.array([len(block.text) for block in page.blocks], dtype=np.float32)
    return float((sizes * np.minimum(answers, 1 - answers)).sum() / ((sizes * answers).sum() + 1))


def _is_fit(page: Blocks) -> bool:
    few = len(page.elements) <= MOST_ELEMENTS and len(page.blocks) <= MOST_BLOCKS
    return few and all(element.depth <= DEEPEST for element in page.elements)


def _words(text: str) -> str:
    return f" {' '.join(WORD.findall(text))} "
