from __future__ import annotations

import pytest

from tellings.clean.fields.outlets import find_outlet
from tellings.clean.fields.titles import Titles
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import split_lines

MENU = "World | Politics | Harbour | Letters"


def outlet(text: str) -> str | None:
    lines = split_lines(text)
    return find_outlet(Layout(lines, (None,) * len(lines), ()), Titles(None, None, ()))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE OSTREL MERCURY\n" + MENU, "The Ostrel Mercury"),
        ("Karvania Ledger :: the river's own paper", "Karvania Ledger"),
        ("Morning Tide\n" + MENU, "Morning Tide"),
        ("SeaLens - markets by the sea\n© 2019-2031 SeaLens Media Limited. All rights reserved.", "SeaLens"),
        ("ostrel-now.example\nOstrel Now uses cookies.", "Ostrel Now"),
        ("한반도 데일리  KARVAN DAILY", "Karvan Daily"),
        ("sand & tide / a newsletter / issue 21\nTalks go on", "sand & tide"),
        ("OSTREL FERRYMAN\nTuesday 2 March 2031      Port Selm 31°", "Ostrel Ferryman"),
        ("Portal da Ribeira  >>  Mundo  >>  English", "Portal da Ribeira"),
        ("The Selm Almanack, 20 March 2031, p. 7", "The Selm Almanack"),
        ("Talks go on\nThe ministers met in March 2031.", None),
        ("Latest News\n" + MENU, None),
        ("Brazil\n" + MENU, None),
        ("Start | World | Sports\nMinisters meet in Port Selm", None),
    ],
)
def test_the_name_at_the_head_of_the_page(text: str, name: str | None) -> None:
    assert outlet(text) == name
