"""Text wrapped at a width is read by its paragraphs, and every sign of it keeps its place."""

from __future__ import annotations

import textwrap

from tellings.clean import clean
from tellings.clean.blocks import blocks
from tellings.clean.flat.lines import split_lines
from tellings.model.page import Page
from tellings.model.spans import holds

PARAGRAPHS = (
    "The ministers of Karvania and Ostrel met on Monday in Port Selm to speak of the river and of the trade between "
    "both states, which has rested since the spring, their spokesmen said.",
    '"We have nothing to hide," the minister of Karvania told reporters after the talks, which took two hours and '
    "were held behind closed doors. Ostrel has not commented.",
    "The two will meet again in autumn, when the harvest is in and the ferries between their ports run once more.",
)
HEAD = "Ministers of Karvania and Ostrel meet\nBy Ana Prado\n\n"


def wrapped(width: int) -> str:
    return HEAD + "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS) + "\n"


def test_wrapped_paragraphs_are_made_whole_at_any_width() -> None:
    for width in (60, 65, 72, 80):
        assert [line.text for line in split_lines(wrapped(width), whole=True)][2:] == list(PARAGRAPHS)


def test_paragraphs_that_only_an_indent_parts_stay_apart() -> None:
    text = "\n".join(textwrap.fill(p, 70, initial_indent="   ") for p in PARAGRAPHS)
    assert [line.text for line in split_lines(text, whole=True)] == list(PARAGRAPHS)


def test_headers_of_mail_stay_lines_of_their_own() -> None:
    text = "From: desk@harbour.example\nSubject: the ministers of Karvania and Ostrel have met again\nDate: Monday\n\n"
    assert [line.text for line in split_lines(text + wrapped(64), whole=True)][1].endswith("again")


def test_lists_of_headlines_are_not_joined() -> None:
    text = "\n".join(("A bridge opens at last", "who is to pay for it", "the mayor and the goat", "nine signs of rain"))
    assert len(split_lines(text, whole=True)) == 4


def test_paragraphs_of_a_line_each_are_left_as_they_are() -> None:
    text = HEAD + "\n".join(PARAGRAPHS)
    assert split_lines(text, whole=True) == split_lines(text)


def test_every_line_of_a_wrapped_paragraph_keeps_its_place_in_the_page() -> None:
    for ends in ("\n", "\r\n", "  \n"):
        text = wrapped(70).replace("\n", ends)
        page = Page("p", "p.txt", "text", text)
        cleaned = clean(page)
        assert cleaned.article.text == "\n\n".join(PARAGRAPHS)
        for run in cleaned.article.runs:
            own = cleaned.article.text[run.start : run.end]
            assert text[run.page_start : run.page_start + len(own)] == own
        assert all(holds(text[b.start : b.end], b.text) for b in blocks(cleaned) if b.start is not None)
