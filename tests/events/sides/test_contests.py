"""Fights of politicians are fought with words, at the polls and in games. People and parties are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Senator Ana Ruiz attacked President Omar Silva over the budget of Peru.", "ACCUSE"),
        ("Peru's opposition party hammered Prime Minister Omar Silva on Monday.", "ACCUSE"),
    ],
)
def test_politicians_attack_one_another_with_words(lines: Lines, text: str, line: str) -> None:
    assert [found for found in lines(text) if found.startswith(line)]
    assert not [found for found in lines(text) if "ASSAULT" in found]


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ana Ruiz defeated President Omar Silva of Peru in the runoff.",
        "President Omar Silva of Peru is fighting hard for his agenda.",
        "Peru beat Chile on Monday.",
        "Senator Ana Ruiz held a rally in Lima on Sunday.",
        "Prices in Peru hit a record on Monday.",
        "President Omar Silva of Peru celebrated his seventieth birthday.",
        "President Omar Silva of Peru declined to speculate on the vote.",
        "The Peruvian minister sought to calm the mood.",
    ],
)
def test_what_is_won_at_the_polls_or_only_said_so_is_no_event(lines: Lines, text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("President Omar Silva of Peru attacked Chile in 2031.", "ASSAULT PER>CHL"),
        ("Rebels attacked President Omar Silva of Peru in Lima.", "ASSAULT"),
        ("Peruvian troops fought rebels near Lima.", "ASSAULT"),
        ("Police beat Senator Ana Ruiz of Peru.", "ASSAULT"),
        ("Peruvian students held a rally against the government of Peru.", "PROTEST"),
        ("A Chilean missile hit a market in Peru.", "ASSAULT CHL>PER"),
    ],
)
def test_force_stays_force(lines: Lines, text: str, line: str) -> None:
    assert [found for found in lines(text) if found.startswith(line)]
