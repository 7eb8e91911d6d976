"""Whose police, parliament and crowds they are, and what parts of one state do to one another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.reading import Reading

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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("North Korea left. Japan appealed to the North to return.", "REQUEST JPN>PRK"),
        ("Peru and Chile met. Japan praised the North.", "SUPPORT JPN"),
        ("Britain, whose minister Odo Tal summoned Fiji's ambassador, left.", "ACCUSE GBR>FJI"),
        ("Peru, whose soldiers have patrolled with Chilean police, left.", "COOPERATE PER>CHL"),
        ("Kenyan police came. Two Ugandans were arrested there.", "COERCE KEN>UGA"),
        ("Armenia's premier spoke by telephone with Turkey's president and offered help.", "AGREE ARM>TUR"),
        ("Peru severed relations with Chile. Fiji severed relations as well.", "SANCTION FJI>CHL"),
    ],
)
def test_sides_that_the_words_around_an_act_give(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


def test_who_is_only_supplied_is_said_to_be(read: Callable[..., Reading]) -> None:
    coding = next(
        c for c in read("Kenyan police came. Two Ugandans were arrested there.").codings if c.type == "COERCE"
    )
    assert "it is not told by whom" in coding.detail
    assert coding.confidence < 0.7


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "France and Malta were alarmed by reports from Arequipa, where police had beaten marchers.",
            "ASSAULT None>None",
        ),
        (
            "The EU was alarmed by reports from the city of Arequipa, where police had beaten men. Malta and Fiji met.",
            "ASSAULT PER>None",
        ),
    ],
    ids=["of two other states", "where no other is named"],
)
def test_police_are_of_the_land_in_which_their_sentence_lies(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)
