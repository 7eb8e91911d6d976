from __future__ import annotations

import pytest

from tellings.clean.fields.signatures import named_above, signed_above, signed_below, signed_within, signing
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import split_lines

TITLE = "Ministers meet in Port Selm"
BODY = "The ministers met on Monday and agreed to meet again."


def layout(*lines: str, body: int) -> Layout:
    split = split_lines("\n".join(lines))
    return Layout(split, (None,) * len(split), (body,))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Clara Lindqvist", ("Clara Lindqvist",)),
        ("Clara Lindqvist2 minutes ago", ("Clara Lindqvist",)),
        ("Clara Lindqvist Political Correspondent", ("Clara Lindqvist",)),
        ("27. Januar 2031 • Clara Lindqvist • 3 Minuten", ("Clara Lindqvist",)),
        ("di Clara Lindqvist", ("Clara Lindqvist",)),
        ("Von Qorvald Tamm 10.09.2031, 09:53 Uhr", ("Qorvald Tamm",)),
        ("Clara Lindqvist Oct. 8, 2031, 2:20 p.m. ET", ("Clara Lindqvist",)),
        ("Clara Lindqvist (now) and Peter Oru (earlier)", ("Clara Lindqvist", "Peter Oru")),
        ("Clara Lindqvist/Peter Oru", ("Clara Lindqvist", "Peter Oru")),
        ("Related Topics", ()),
        ("Alle Themen", ()),
        ("Clara Lindqvist walked by the river.", ()),
    ],
)
def test_a_name_below_the_title_signs(line: str, names: tuple[str, ...]) -> None:
    assert signed_above(layout(TITLE, line, BODY, body=2), TITLE) == names


def test_a_bare_name_counts_only_where_the_title_is_known() -> None:
    lines = ("Clara Lindqvist", TITLE, BODY)
    assert signed_above(layout(*lines, body=2), TITLE) == ()
    assert signed_above(layout(*lines, body=2), None) == ()


def test_a_writer_is_named_after_bars_too() -> None:
    line = "National, News | Published: 5 hours ago | Written by Qorvald Tamm"
    assert signed_above(layout(TITLE, line, BODY, body=2), TITLE) == ("Qorvald Tamm",)


def test_names_between_the_standfirst_and_the_text_are_no_paragraphs() -> None:
    split = split_lines(
        f"They talked for three hours, and about more than fish.\nVon\nClara Lindqvist\nPeter Oru\n{BODY}"
    )
    assert signing(Layout(split, (None,) * len(split), (0, 1, 2, 3, 4))) == {1, 2, 3}


def test_a_person_of_the_headline_is_no_writer() -> None:
    title = "Clara Lindqvist wins the vote"
    assert signed_above(layout(title, "Clara Lindqvist", BODY, body=2), title) == ()


def test_a_name_alone_at_either_end_of_the_body() -> None:
    assert signed_below(layout(TITLE, BODY, "Clara Lindqvist", body=1)) == ("Clara Lindqvist",)
    assert signed_within(layout("Clara Lindqvist", BODY, body=0)) == ("Clara Lindqvist",)
    assert signed_within(layout(BODY, "Clara Lindqvist", body=0)) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Por Clara Lindqvist", ("Clara Lindqvist",)),
        ("Clara Lindqvist Oct. 8, 2031, 2:20 p.m.", ("Clara Lindqvist",)),
        ("By Monday, both ministers had agreed.", ()),
    ],
)
def test_a_first_paragraph_that_signs(line: str, names: tuple[str, ...]) -> None:
    assert signed_within(layout(line, BODY, body=0)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Vaskira Sivanesh", ("Vaskira Sivanesh",)),
        ("15/12/2031 | 11:37 | Rosángel Yépez", ("Rosángel Yépez",)),
        ("WORLD AFFAIRS", ()),
        ("River Talks", ()),
    ],
)
def test_a_name_alone_above_the_body_that_the_body_has_not(line: str, names: tuple[str, ...]) -> None:
    body = "The ministers of Karvania and Ostrel met on Monday to hold talks on the river and on trade, they said."
    lines = split_lines(f"Ministers meet\n{line}\n{body}")
    assert named_above(Layout(lines, (None,) * 3, (2,)), "Ministers meet") == names
