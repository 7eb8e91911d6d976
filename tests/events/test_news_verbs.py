"""Verbs of the news by the PLOVER type that they tell of; countries stand for any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.reading import Reading

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru's president attacked the ruling.", "ACCUSE PER"),
        ("Kenya's opposition attacked the treaty with Uganda.", "ACCUSE KEN>UGA"),
        ("Chile disputes the claim of Bolivia.", "REJECT CHL>BOL"),
        ("Norway's embassy called off a reception.", "REJECT NOR"),
        ("Fiji wants Tonga to leave the island.", "REQUEST FJI>TON"),
        ("Peru renewed its appeal to Chile.", "REQUEST PER>CHL"),
        ("Kenya accepted the offer of Uganda.", "AGREE KEN>UGA"),
        ("Brazil's foreign minister embraced Argentina's foreign minister.", "CONSULT BRA>ARG"),
        ("Norway and Sweden formed an alliance.", "COOPERATE NOR>SWE"),
        ("Cuba set up a hospital in Haiti.", "AID CUB>HTI"),
        ("India sent 200 tents to Nepal.", "AID IND>NPL"),
        ("Chad handed over the captive engineers to Niger.", "RETREAT TCD>NER"),
        ("Ghana halved its tariffs on goods from Togo.", "RETREAT GHA>TGO"),
        ("Chile suspended all transactions with Peru.", "SANCTION CHL>PER"),
        ("Chile cancelled an order for twelve Swedish planes.", "SANCTION CHL>SWE"),
        ("Brazil's navy patrolled the coast.", "MOBILIZE BRA"),
        ("Hackers defaced the website of the Danish army.", "COERCE None>DNK"),
        ("Police took three students into custody.", "COERCE None>None"),
        ("Uganda brought down a Kenyan helicopter.", "ASSAULT UGA>KEN"),
        ("Workers downed tools at the Lima port.", "PROTEST PER>PER"),
        ("Peru gave Chile's ambassador the Order of the Sun.", "SUPPORT PER>CHL"),
        ("Serbia will retaliate.", "THREATEN SRB"),
        ("The last French soldiers left Chad.", "RETREAT FRA>TCD"),
        ("Norway will give Malawi forty million kroner.", "AGREE NOR>MWI"),
        ("Drovian artillery shelled a Kenyan town.", "ASSAULT None>KEN"),
    ],
)
def test_news_verbs_have_their_type(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fiji wants to keep its channels open.",
        "Fiji wants peace.",
        "Kenya accepted the resignation of its minister.",
        "The storm hit the city.",
        "Peru's president accepted an award in Lima.",
        "The company cancelled an order for ten planes.",
        "The mayor looked into the garden.",
    ],
)
def test_look_alikes_are_no_acts(lines: Lines, text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru will not tolerate attacks by Chile.", "THREATEN PER>CHL"),
        ("Kenya's president called on Uganda to withdraw its troops.", "REQUEST KEN>UGA"),
        ("Norway and Sweden issued a joint declaration.", "SUPPORT NOR+SWE"),
        ("Chile's ambassador was summoned to the Peruvian foreign ministry.", "ACCUSE PER>CHL"),
        ("Fiji does not accept the ruling of Tonga.", "REJECT FJI>TON"),
        ("Norway is alarmed by the arrests in Chad.", "ACCUSE NOR>TCD"),
        ("Peru's bishops denounced the award.", "ACCUSE PER"),
        ("Chile ran joint drills with Peru.", "COOPERATE CHL>PER"),
    ],
)
def test_words_beside_a_verb_decide(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


def test_who_stands_in_apposition_is_the_person(read: Callable[..., Reading]) -> None:
    reading = read("The president's elder brother, Luis Ochoa, thanked Chile.")
    assert [reading.cast.mentions[m].text for c in reading.codings for m in c.actors] == ["Luis Ochoa"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's premier called for an early end to hostilities.", ["REQUEST KEN"]),
        ("Brazil's president conveyed his readiness to Argentina.", ["AGREE BRA>ARG"]),
        ("Brazil's president reiterated his firm conviction that Argentina is a friend.", []),
        ("Germany handed Namibia a formal apology.", ["SUPPORT DEU>NAM"]),
        ("Australia and Japan will hold joint naval drills.", ["AGREE AUS+JPN"]),
        ("Ecuadorian police stormed the Mexican embassy.", ["COERCE ECU>MEX"]),
        ("Hezbollah fired dozens of rockets into northern Israel.", ["ASSAULT LBN>ISR"]),
    ],
)
def test_readouts_and_wires(lines: Lines, text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The army of Chad reduced the market of Faya to ashes.", "ASSAULT TCD"),
        ("Argentine jets reduced two villages near Iquique to rubble on Monday.", "ASSAULT ARG"),
        ("Police in Peru took the editor, who had been under guard, back to jail on Friday.", "COERCE PER>None"),
        ("Colombian soldiers set up a buffer zone near Arauca.", "MOBILIZE COL"),
    ],
)
def test_an_act_is_told_by_what_it_leaves(lines: Lines, text: str, line: str) -> None:
    assert any(one.startswith(line) for one in lines(text))


@pytest.mark.parametrize(
    "text",
    ["Two years of drought have reduced Namibia's farmers to ruin.", "Chile set up a free trade zone in Iquique."],
)
def test_ruin_by_drought_and_zones_of_trade_are_none(lines: Lines, text: str) -> None:
    assert not lines(text)
