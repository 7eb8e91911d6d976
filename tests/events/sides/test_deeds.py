"""Whose deed a side condemns, welcomes or refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru banned Chilean papers. Chile denounced the ban.", "ACCUSE CHL>PER"),
        ("Peru expelled Chile's envoy. Chile called the move an insult.", "ACCUSE CHL>PER"),
        ("Kenya bombed a Somali town. Uganda condemned the attack.", "ACCUSE UGA>KEN"),
        ("Iran offered Iraq a loan. Iraq rejected the offer.", "REJECT IRQ>IRN"),
        ("Iran arrested two Iraqis. Iraq called the charges absurd.", "ACCUSE IRQ>IRN"),
        ("Iran begged Iraq for water, but Iraq refused.", "REJECT IRQ>IRN"),
    ],
)
def test_a_deed_told_before_is_its_doers(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru banned Chilean papers. Chile denounced a ban.", "ACCUSE CHL"),
        ("Peru banned Chilean papers. Chile denounced the flood.", "ACCUSE CHL"),
        ("Peru banned Chilean papers. Chile denounced the bombing.", "ACCUSE CHL"),
        ("Peru banned Chilean papers. Chile denounced the ban in Fiji.", "ACCUSE CHL>FJI"),
    ],
)
def test_another_deed_is_not(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)
