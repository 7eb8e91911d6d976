"""Whose police, parliament and crowds they are, and what parts of one state do to one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]

OF_PERU = "Peru's president, Lima's mayor and Peru's senate met. Peru closed its ports, and Peru's ministers resigned. "


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Police beat the protesters on Monday.", "ASSAULT PER>PER"),
        ("The opposition accused the police of cheating.", "ACCUSE PER>PER"),
        ("The electoral commission rejected the claim.", "REJECT PER"),
    ],
)
def test_who_is_of_no_country_is_of_the_one_that_the_article_is_about(lines: Lines, text: str, line: str) -> None:
    assert line in lines(OF_PERU + text)


def test_an_article_about_two_states_leaves_it_open(lines: Lines) -> None:
    text = "Peru and Chile met. Chile thanked Peru. Peru thanked Chile. Police beat the protesters on Monday."
    assert "ASSAULT None>None" in lines(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The opposition condemned the promise.", ["ACCUSE None"]),
        ("Rebels released 14 engineers on Tuesday.", ["RETREAT None"]),
        ("Vandoria called it a provocation.", ["ACCUSE None"]),
        ("The author has resigned.", []),
        ("A manager asked to stay unnamed.", []),
        ("Kenya's opposition criticised Kenya's president.", ["ACCUSE KEN>KEN"]),
        ("Kenya's president met Kenya's finance minister.", []),
    ],
)
def test_sides_of_politics_stand_alone_and_parts_of_a_state_apart(lines: Lines, text: str, expected: list[str]) -> None:
    assert lines(text) == expected
