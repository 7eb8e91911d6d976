from __future__ import annotations

import numpy as np

from tellings.clean.html.frame import Floats
from tellings.clean.html.opinion import advised, doubt, instead
from tellings.clean.html.tree import Blocks, blocks_of, parse

PROSE = (
    "<p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river and its fish.</p>"
    "<p>They said that they would meet again in the spring, when the ice has left the upper valley for good.</p>"
)
PAGE = f"<html><body><article><h1>Talks</h1>{PROSE * 2}</article><footer>All rights reserved</footer></body></html>"


def answers(page: Blocks, value: float) -> Floats:
    return np.full(len(page.blocks), value, dtype=np.float32)


def test_sure_answers_stand() -> None:
    tree = parse(PAGE)
    assert tree is not None
    page = blocks_of(tree)
    sure = answers(page, 0.99)
    assert doubt(page, sure) < 0.02
    assert advised(page, tree, sure) is sure


def test_where_answers_are_in_doubt_trafilatura_counts_too() -> None:
    tree = parse(PAGE)
    assert tree is not None
    page = blocks_of(tree)
    found = advised(page, tree, answers(page, 0.5))
    assert found[1] > 0.8
    assert found[-1] < 0.2


def test_what_is_sure_stands_beside_what_is_in_doubt() -> None:
    tree = parse(PAGE)
    assert tree is not None
    page = blocks_of(tree)
    own = answers(page, 0.5)
    own[1] = 0.01
    assert advised(page, tree, own)[1] < 0.1


def test_where_the_forests_find_no_article_trafilatura_may() -> None:
    tree = parse(PAGE)
    assert tree is not None
    page = blocks_of(tree)
    assert instead(page, tree, lambda text: "upper valley" in text) == (1, 2, 3, 4)
    assert instead(page, tree, lambda text: False) == ()
