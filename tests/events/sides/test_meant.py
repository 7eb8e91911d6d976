"""Who is named behind an act's words and is not its other side. Countries are real, events invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya denounced a surge of hate speech against Ugandans.", "ACCUSE KEN"),
        ("Kenya filed a complaint to the UN Security Council.", "ACCUSE KEN"),
        ("Thousands of students marched in Kenya on Monday.", "PROTEST KEN"),
        ("Kenya backed a no-fly zone in Uganda.", "SUPPORT KEN"),
    ],
)
def test_it_is_not_done_to_all_who_are_named(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya denounced the policies of Uganda.", "ACCUSE KEN>UGA"),
        ("Kenya demanded Uganda's help on Monday.", "REQUEST KEN>UGA"),
        ("Kenya filed charges against Uganda.", "ACCUSE KEN>UGA"),
    ],
)
def test_it_is_done_to_whom_it_is_aimed_at(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)
