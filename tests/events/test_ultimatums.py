"""Deadlines, what is threatened otherwise, force that is left open; and groups named by their region."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("West African leaders warned the junta in Niger on Sunday that they might otherwise use force.", "THREATEN None>NER"),
        ("West African leaders warned that they might otherwise use force.", "THREATEN None"),
        ("The Gulf foreign ministers warned that they would otherwise close their airspace.", "THREATEN None"),
        ("Turkey told Syria to pull back its soldiers by the end of the month or face an attack.", "THREATEN TUR>SYR"),
        ("Turkey told Syria to withdraw its tanks by Friday or face an attack.", "REQUEST TUR>SYR"),
        ("Iran must return the sailors by Monday or face military action, the British government said.", "THREATEN GBR>IRN"),
        ("India ordered Nepal to remove the fence within 72 hours or face sanctions.", "THREATEN IND>NPL"),
        ("China did not rule out the use of force against Taiwan.", "THREATEN CHN>TWN"),
        ("Israel refused to rule out military action against Iran.", "THREATEN ISR>IRN"),
        ("Uganda said that all options were on the table.", "THREATEN UGA"),
        ("Brazil gave Argentina until Friday to reopen the border.", "REQUEST BRA>ARG"),
        ("Norway has given Denmark a week to remove its ships.", "REQUEST NOR>DNK"),
        ("The Kenyan government gave the rebels until Sunday to lay down their arms.", "REQUEST KEN>None"),
        ("The rebels have until Sunday to lay down their arms, the French government said.", "REQUEST FRA>None"),
    ],
)  # fmt: skip
def test_what_is_asked_and_threatened(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Finland ruled out the use of force.", "THREATEN"),
        ("Norway did not rule out joining the European Union.", "THREATEN"),
        ("Kenya has not ruled out talks with Somalia.", "THREATEN"),
        ("Norway gave Sweden a week of warm weather.", "REQUEST"),
        ("The minister gave reporters an hour to ask questions.", "REQUEST"),
        ("The president has one week to sign the law.", "REQUEST"),
        ("Voters have until Monday to register, the government said.", "REQUEST"),
        ("Experts warned that Kenya might otherwise face hunger.", "THREATEN"),
        ("Peru must sell more copper or face a deficit, economists said.", "THREATEN"),
        ("The minister will open the bridge unless it rains.", "THREATEN"),
        ("The president's office said that the vote would otherwise be held in May.", "THREATEN"),
        ("West African leaders warned that the drought might get worse.", "THREATEN"),
        ("All options on the menu are vegetarian, the embassy said.", "THREATEN"),
        ("Farmers in Chile face a choice: sell or leave.", "THREATEN"),
    ],
)
def test_what_is_neither(lines: Lines, text: str, type_: str) -> None:
    assert not any(type_ in line.split() for line in lines(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The Nordic prime ministers condemned Russia.", "ACCUSE None>RUS"),
        ("Gulf foreign ministers condemned Iran on Sunday.", "ACCUSE None>IRN"),
        ("West African leaders demanded that Niger free its president.", "REQUEST None>NER"),
        ("Leaders of West Africa imposed sanctions on Mali.", "SANCTION None>MLI"),
        ("Arab leaders called on Israel to stop the strikes.", "REQUEST None>ISR"),
        ("East African presidents met Uganda's leader on Friday.", "CONSULT None>UGA"),
        ("The leaders of the Baltic states backed Ukraine.", "SUPPORT None>UKR"),
        ("Caribbean leaders urged Venezuela to respect the border.", "REQUEST None>VEN"),
        ("Western leaders accused Belarus of piracy.", "ACCUSE None>BLR"),
        ("West African leaders condemned the coup.", "ACCUSE None"),
    ],
)
def test_leaders_of_a_region_are_no_one_states(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "West African rice was cheap.",
        "The West African coast lies near Niger.",
        "Arab horses won in Israel.",
        "The leaders of the league lost in West Africa.",
        "West African leaders said the rice harvest was poor.",
    ],
)
def test_what_a_region_has_besides_is_no_side(lines: Lines, text: str) -> None:
    assert not lines(text)


def test_a_states_leaders_are_its_own(lines: Lines) -> None:
    assert "ACCUSE NOR>RUS" in lines("Norwegian leaders condemned Russia.")
