"""Towns that stand for their state, as what is visited or struck."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya's president flew to Jeddah on Tuesday.", "CONSULT KEN>SAU"),
        ("Kenya's president arrived in Jeddah on Tuesday.", "CONSULT KEN>SAU"),
        ("India's foreign minister visited Recife.", "CONSULT IND>BRA"),
        ("Peru's prime minister landed in Lyon for talks.", "CONSULT PER>FRA"),
        ("Chile's president travelled to Seville.", "CONSULT CHL>ESP"),
        ("Uganda's premier headed to Izmir on Friday.", "CONSULT UGA>TUR"),
        ("Norway's king paid a visit to Gdansk.", "CONSULT NOR>POL"),
        ("Ghana's president touched down in Munich.", "CONSULT GHA>DEU"),
        ("Russia struck Odesa with missiles.", "ASSAULT RUS>UKR"),
        ("Russian missiles hit Kharkiv.", "ASSAULT RUS>UKR"),
    ],
)
def test_a_town_that_is_visited_or_struck_is_its_state(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president flew to Mombasa for a holiday.",
        "A ship from Chile headed to Seville with fruit.",
        "The Danish band landed in Lyon.",
        "Peru's prime minister landed in Lima.",
        "The president of Uganda wore a coat from Izmir.",
        "Norway's king likes Gdansk.",
        "The French airline flies to Munich.",
        "A storm from Brazil arrived in Recife.",
        "The Indian cricketers arrived in Leeds.",
        "Chile's president read of Seville in a book.",
    ],
)
def test_a_visit_at_home_and_of_other_things_is_none(lines: Lines, text: str) -> None:
    assert not lines(text)


def test_a_state_of_a_federation_is_a_side_by_itself(lines: Lines) -> None:
    assert "ACCUSE USA" not in lines("The United States sued Ohio over its border law.")


@pytest.mark.parametrize(
    ("text", "land"), [("He arrived in Philadelphia on Monday.", "USA"), ("She visited the White House.", None)]
)
def test_a_city_goes_by_its_own_name_before_others(read: Callable[..., object], text: str, land: str | None) -> None:
    assert [place.country for place in read(text).places] == ([land] if land else [])  # type: ignore[attr-defined]
