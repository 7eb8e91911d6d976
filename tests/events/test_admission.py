"""What is said of one side alone, and whose doing it is. People and events are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors in Peru warned of an outbreak on Monday.",
        "President Omar Silva of Peru warned that the crisis could spread to other countries.",
        "Voters in Peru are angry at immigration.",
        "Senator Ana Ruiz of Peru regretted her remarks on the talks.",
        "Rebels in Peru were nearly captured on Monday.",
    ],
)
def test_feelings_and_warnings_to_no_one_are_no_acts(lines: Lines, text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru warned that it would answer any landing.", "THREATEN"),
        ("The police of Peru warned that looters would be arrested.", "THREATEN"),
        ("Peru is angry at the raid.", "ACCUSE"),
        ("Senator Ana Ruiz of Peru regretted the raid of Chile.", "ACCUSE"),
        ("Peru did not condemn the raid.", "negated ACCUSE"),
    ],
)
def test_threats_and_a_states_displeasure_are(lines: Lines, text: str, line: str) -> None:
    assert [found for found in lines(text) if found.startswith(line)]


def test_who_speaks_for_an_army_does_not_bomb(lines: Lines) -> None:
    assert lines("General Omar Silva said that Peru bombed a camp in Chile.") == ["alleged ASSAULT PER>CHL"]


def test_a_relative_is_not_he_whose_relative_he_is(lines: Lines) -> None:
    assert lines("President Omar Silva's father condemned Chile.") == []


def test_one_who_does_not_govern_may_ask_his_own_state(lines: Lines) -> None:
    assert "REQUEST PER>PER" in lines("Candidate Ana Ruiz of Peru called on Peru to attack Chile.")


@pytest.mark.parametrize(
    "text",
    [
        "The premier of Peru agreed with Chile that it was late.",
        "The premier of Peru conceded that many tunnels might exist.",
        "Two murders were committed by soldiers of Peru.",
    ],
)
def test_what_one_thinks_or_admits_is_no_promise(lines: Lines, text: str) -> None:
    assert not [found for found in lines(text) if "AGREE" in found or "CONCEDE" in found]


@pytest.mark.parametrize(
    "text",
    ["Peru agreed with Chile on a plan for the border.", "Peru agreed with Chile to open the border."],
)
def test_what_one_agrees_to_do_is(lines: Lines, text: str) -> None:
    assert [found for found in lines(text) if found.startswith("AGREE PER")]
