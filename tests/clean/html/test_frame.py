from __future__ import annotations

import numpy as np

from tellings.clean.html.frame import FAR, Frame
from tellings.clean.html.tree import blocks_of, parse

PAGE = "<html><body><main><div><p>One</p><p>Two</p></div><p>Three</p></main><footer>Four</footer></body></html>"


def frame() -> Frame:
    tree = parse(PAGE)
    assert tree is not None
    return Frame(blocks_of(tree))


def test_an_element_holds_the_sum_of_the_blocks_inside_it() -> None:
    page = frame()
    total = page.summed(np.ones((4, 1), dtype=np.float32))[:, 0]
    by_tag = dict(zip((e.tag for e in page.page.elements), total.tolist(), strict=False))
    assert (by_tag["div"], by_tag["main"], by_tag["body"], total[-1]) == (2, 3, 4, 4)


def test_the_nearest_element_of_a_kind_is_counted_in_levels() -> None:
    page = frame()
    marks = ((i, 0) for i, element in enumerate(page.page.elements) if element.tag == "main")
    assert page.levels_to(page.marked(marks, 1))[:, 0].tolist() == [2, 2, 1, FAR]


def test_blocks_of_elements_alike_share_a_kind() -> None:
    kinds = frame().kinds.tolist()
    assert kinds[0] == kinds[1]
    assert len(set(kinds)) == 3
