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
        ("Latest News\n" + MENU, None),
        ("Brazil\n" + MENU, None),
        ("Start | World | Sports\nMinisters meet in Port Selm", None),
    ],
)
def test_the_name_at_the_head_of_the_page(text: str, name: str | None) -> None:
    assert outlet(text) == name
