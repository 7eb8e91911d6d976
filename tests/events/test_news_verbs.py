"""Verbs of the news by the PLOVER type that they tell of; countries stand for any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
        ("Workers downed tools at the Lima port.", "PROTEST None>PER"),
        ("Peru gave Chile's ambassador the Order of the Sun.", "SUPPORT PER>CHL"),
        ("Serbia will retaliate.", "THREATEN SRB"),
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
