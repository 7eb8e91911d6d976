from __future__ import annotations

import time

import pytest

from tellings.model.page import Page, Reject
from tellings.pages.markdown import markdown_page, plain_text


def page(text: str) -> Page:
    found = markdown_page("note.md", text.encode())
    assert isinstance(found, Page)
    return found


def test_marks_go_and_words_stay() -> None:
    text = (
        "# Ministers *meet* in Vell\n\nThe **ministers** met on\nFriday, [both sides](https://example.org) said.\n"
        "![A photo of the bridge](bridge.jpg)\n\n> They `agreed`.\n\n* The bridge\n* The ferry\n\n"
        "```\ncode = 1\n```\n\n<div class='ad'>Buy</div>\n\nOne & two &amp; three.\n\n---\n"
    )
    assert page(text).text.split("\n\n") == [
        "Ministers meet in Vell",
        "The ministers met on Friday, both sides said.",
        "They agreed.",
        "- The bridge",
        "- The ferry",
        "One & two & three.",
    ]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Talks: day one"\ndate: 2031-03-14\nauthor:\n  - Ana Prado\n  - Karl Ohm\nlang: en\nurl: https://example.org/1\n---\n',
        '+++\ntitle = "Talks: day one"\ndate = 2031-03-14\nauthor = ["Ana Prado", "Karl Ohm"]\nlang = "en"\nurl = "https://example.org/1"\n+++\n',
        "---\ntitle: 'Talks: day one'\ndate: 2031-03-14\nauthors: [Ana Prado, Karl Ohm]\nlanguage: English\nlink: https://example.org/1\n---\n",
    ],
)
def test_front_matter_is_hints(front: str) -> None:
    found = page(front + "\nThe ministers met.\n")
    hints = found.hints
    assert (hints.title, hints.published, hints.language) == ("Talks: day one", "2031-03-14", "en")
    assert hints.byline == ("Ana Prado", "Karl Ohm")
    assert (found.url, found.text) == ("https://example.org/1", "The ministers met.")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert plain_text("---\n\nThe ministers met.").text == "The ministers met."


def test_markdown_of_pictures_alone_is_a_reject() -> None:
    assert isinstance(markdown_page("note.md", b"![the bridge](a.jpg)"), Reject)


@pytest.mark.parametrize("piece", ["[", "![", "*a ", "> ", "- ", "`", "<a ", "(((", "&#", "_a_", "|a", "[a](", "\\"])
def test_hostile_marks_take_bounded_time(piece: str) -> None:
    started = time.process_time()
    plain_text(piece * 5_000)
    assert time.process_time() - started < 10
