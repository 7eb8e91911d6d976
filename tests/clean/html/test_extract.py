from __future__ import annotations

import numpy as np

from tellings.clean.html.extract import FAR, set_apart, without_strays
from tellings.clean.html.frame import Frame
from tellings.clean.html.tree import blocks_of, parse

PROSE = "<p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river, they said.</p>"


def apart(body: str) -> list[bool]:
    """Which blocks of a page stand apart where all read like its article."""
    tree = parse(f"<html><body>{body}</body></html>")
    assert tree is not None
    frame = Frame(blocks_of(tree))
    found: list[bool] = set_apart(frame, np.full(len(frame.page.blocks), 0.9, dtype=np.float32)).tolist()
    return found


def test_what_readers_wrote_menus_and_notices_stand_apart() -> None:
    notice = f"<div class='cookie-consent'><div>{PROSE}</div></div>"
    assert apart(f"<main>{PROSE * 3}</main>{notice}") == [False] * 3 + [True]
    assert apart(f"<nav><ul><li>{PROSE}</li></ul></nav><div>{PROSE * 3}</div>") == [True] + [False] * 3
    assert apart(f"<div>{PROSE * 3}</div><div id='comments'>{PROSE}</div>") == [False] * 3 + [True]


def test_a_notice_longer_than_the_article_stands_apart() -> None:
    notice = f"<div class='cookie-consent'>{PROSE * 28}</div>"
    assert apart(f"<main>{PROSE * 8}</main>{notice}") == [False] * 8 + [True] * 28
    assert not any(apart(f"<div class='modal-open'>{PROSE * 28}</div><div>{PROSE}</div>"))


def test_a_part_that_holds_most_of_what_reads_like_the_article_does_not_stand_apart() -> None:
    assert apart(f"<div class='has-comments'>{PROSE * 3}<footer>Terms</footer></div>") == [False] * 4


def test_what_is_named_an_article_as_well_is_no_popup() -> None:
    stream = f"<div>{PROSE * 28}</div>"
    assert apart(f"<div class='modal-lightbox'>{PROSE}</div>{stream}")[0]
    assert not apart(f"<div class='modal-lightbox article-wrap'>{PROSE}</div>{stream}")[0]


def test_a_stretch_far_from_the_article_needs_its_mass_or_its_sureness() -> None:
    article, far = list(range(5)), 5 + FAR + 1
    sizes = np.full(far + 1, 200, dtype=np.float32)
    answers = np.full(far + 1, 0.95, dtype=np.float32)
    assert without_strays([*article, far], sizes, answers) == [*article, far]
    answers[far] = 0.6
    assert without_strays([*article, far], sizes, answers) == article
    sizes[far] = 2000
    assert without_strays([*article, far], sizes, answers) == [*article, far]


def test_a_stretch_that_stands_near_is_kept() -> None:
    sizes, answers = np.full(9, 200, dtype=np.float32), np.full(9, 0.6, dtype=np.float32)
    assert without_strays([0, 1, 2, 8], sizes, answers) == [0, 1, 2, 8]


def test_of_nothing_nothing_is_left() -> None:
    assert without_strays([], np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32)) == ()
