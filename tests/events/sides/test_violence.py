"""Where violence happened and whom it struck are not who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Cyprus condemned two bomb attacks in Kenya and Tanzania.", "ACCUSE CYP"),
        ("Peru deplored the violence in Chad.", "ACCUSE PER"),
        ("Peru condemned the Chadian attack on Niger.", "ACCUSE PER>TCD"),
        ("Peru condemned Chile's attack.", "ACCUSE PER>CHL"),
        ("Peru accused Chile of the attack in Bolivia.", "ACCUSE PER>CHL"),
    ],
)
def test_who_is_blamed_for_violence_is_said_to_have_done_it(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


def test_a_building_and_a_land_strike_no_one(lines: Lines) -> None:
    assert lines("The embassy bombings killed nine people in Kenya.") == []
    assert not any("KEN>" in line for line in lines("Norway saw the attacks in Kenya, which killed nine Tanzanians."))


def test_who_is_in_a_land_may_strike(lines: Lines) -> None:
    assert any(line.startswith("ASSAULT") for line in lines("Rebels in Mali, who killed nine soldiers, fled."))
