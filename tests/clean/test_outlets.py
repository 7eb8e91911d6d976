from __future__ import annotations

import pytest

from tellings.clean.layout import Layout
from tellings.clean.lines import split_lines
from tellings.clean.outlets import find_outlet
from tellings.clean.titles import Titles


def outlet(text: str) -> str | None:
    lines = split_lines(text)
    return find_outlet(Layout(lines, (None,) * len(lines), ()), Titles(None, None, ()))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Follow Karvania Today on Twitter and Facebook", "Karvania Today"),
        ("(For the latest news, please follow Harbour Daily on Twitter and Facebook)", "Harbour Daily"),
        ("© 2031 The Lakeside Herald. All rights reserved.", "The Lakeside Herald"),
        ("Copyright 2031 Northern Wire Ltd.", "Northern Wire"),
        ("Harbour Mail News now on Telegram - Click here to subscribe\nCheck out HM's latest videos", "Harbour Mail"),
        ("Follow us on Facebook | Twitter", None),
        ("Copyright 2031 The Associated Press. All rights reserved.", None),
        ("Popular on Harbour Times", None),
    ],
)
def test_what_names_the_site(text: str, name: str | None) -> None:
    assert outlet(text) == name
