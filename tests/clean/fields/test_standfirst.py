from __future__ import annotations

from tellings.clean.fields.standfirst import standfirst
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import split_lines

PAGE = "Talks go on\nThe two ministers want an agreement before the winter\nThe ministers met on Monday in Port Selm."


def subtitle(*descriptions: str) -> str | None:
    lines = split_lines(PAGE)
    return standfirst(descriptions, Layout(lines, (None,) * 3, (2,)), "Talks go on")


def test_a_description_is_the_subtitle_only_where_it_stands_above_the_body() -> None:
    standing = "The two ministers want an agreement before the winter"
    assert subtitle(standing) == standing
    assert subtitle(f"{standing[:45]}...") == standing
    assert subtitle("The ministers met on Monday in Port Selm.") is None
    assert subtitle("Another text") is None
    assert subtitle() is None
