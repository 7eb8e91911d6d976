from __future__ import annotations

import pytest

from tellings.clean.fields.outlets import find_outlet
from tellings.clean.fields.titles import Titles
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import split_lines


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
        ("Karvania Post\n© 2031 Karvania Post News & Media Limited or its companies.", "Karvania Post"),
        ("© «Вестник Карвании», 2001-2031. При цитировании ссылка обязательна.", "Вестник Карвании"),
        ("Copyright © 2031 Karvan Haber Her hakkı saklıdır.", "Karvan Haber"),
        ("جميع الحقوق محفوظة © صوت النهر 2031", "صوت النهر"),
        ("جميع الحقوق محفوظة © 2031", None),
        ("Copyright © 2003-2031 河港新闻网 All Rights Reserved", "河港新闻网"),
        ("ostrelnow.example\nMinisters meet", "Ostrelnow"),
        ("About Harbour Times\nContact Harbour Times", "Harbour Times"),
        ("Follow us on Facebook | Twitter", None),
        ("Copyright 2031 The Associated Press. All rights reserved.", None),
        ("Popular on Harbour Times", None),
    ],
)
def test_what_names_the_site(text: str, name: str | None) -> None:
    assert outlet(text) == name
