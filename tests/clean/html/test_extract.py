from __future__ import annotations

import numpy as np

from tellings.clean.html.extract import ENTRIES, FAR, set_apart, teasers, whole_quotations, without_strays
from tellings.clean.html.frame import Floats, Frame
from tellings.clean.html.tree import blocks_of, parse

PROSE = "<p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river, they said.</p>"


TITLE = "Ministers of Karvania and Ostrel meet"


def frame_of(body: str) -> Frame:
    """The blocks of a page with this body."""
    tree = parse(f"<html><body>{body}</body></html>")
    assert tree is not None
    return Frame(blocks_of(tree))


def sure(frame: Frame) -> Floats:
    """Answers by which all blocks read like the article."""
    return np.full(len(frame.page.blocks), 0.9, dtype=np.float32)


def apart(body: str) -> list[bool]:
    """Which blocks of a page stand apart where all read like its article."""
    frame = frame_of(body)
    found: list[bool] = set_apart(frame, sure(frame)).tolist()
    return found


def in_stream(body: str) -> list[bool]:
    """Which blocks of a page stand in a stream of other articles."""
    frame = frame_of(body)
    found: list[bool] = teasers(frame, TITLE, sure(frame)).tolist()
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


def stream(entries: int) -> str:
    """A list of other articles, each under its linked heading."""
    return "<ul>" + "<li><h4><a href='/1'>Ferry to Selm resumes</a></h4><p>It sails again.</p></li>" * entries + "</ul>"


def test_a_stream_of_others_below_the_element_of_the_pages_own_article_is_not_the_articles() -> None:
    own = f"<article><h1>{TITLE}</h1>{PROSE}</article>"
    assert in_stream(own + stream(ENTRIES)) == [False] * 2 + [True] * 2 * ENTRIES
    assert not any(in_stream(own + stream(ENTRIES - 1)))


def test_a_list_of_linked_headings_inside_the_article_is_its_own() -> None:
    assert not any(in_stream(f"<article><h1>{TITLE}</h1>{PROSE}{stream(ENTRIES)}</article>"))
    assert not any(in_stream(f"<div><h1>{TITLE}</h1>{PROSE}</div>{stream(ENTRIES)}"))


def test_an_element_for_the_heading_alone_leaves_what_stands_below_to_the_article() -> None:
    frame = frame_of(f"<article><h1>{TITLE}</h1></article>{stream(ENTRIES)}")
    answers = np.array([0.1, *[0.9] * 2 * ENTRIES], dtype=np.float32)
    assert not teasers(frame, TITLE, answers).any()


def test_a_quotation_is_kept_or_left_in_whole() -> None:
    frame = frame_of(f"{PROSE}<blockquote><p>Cranes!</p><p>We do not know what the ministers said.</p></blockquote>")
    found = whole_quotations(frame, np.array([0.9, 0.1, 0.6], dtype=np.float32))
    assert found[0] == np.float32(0.9)
    assert found[1] == found[2] < np.float32(0.6)


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
