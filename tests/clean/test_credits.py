from __future__ import annotations

import pytest

from tellings.clean.credits import find_agency, people, trailing_agency
from tellings.clean.lines import split_lines
from tellings.clean.vocabulary import agencies, agency_names


@pytest.mark.parametrize(
    ("line", "agency", "place"),
    [
        ("AFP", "AFP", None),
        ("AFP, Nairobi,", "AFP", "Nairobi"),
        ("By The Associated Press", "AP", None),
        ("(Xinhua)    13:43, October 23, 2031", "Xinhua", None),
        ("(According to AFP)", "AFP", None),
        ("(With inputs from ANI)", "ANI", None),
        ("By Jane Roe | Reuters", "Reuters", None),
        ("Source: TASS", "TASS", None),
        ("Xinhua | Updated: 2031-11-09 08:15", "Xinhua", None),
        ("Published from a syndicated feed by PTI", "PTI", None),
        ("Ministers meet in Nairobi. Credit: AP Photo", None, None),
        ("Ministers meet. | Fountain: EFE", None, None),
        ("Why AP style matters to editors of small papers", None, None),
    ],
)
def test_credit_lines(line: str, agency: str | None, place: str | None) -> None:
    assert find_agency(split_lines(line)) == (agency, place)


def test_an_agency_in_brackets_at_the_end_of_the_last_paragraph() -> None:
    assert trailing_agency("The talks go on, he said. (AFP)") == "AFP"
    assert trailing_agency("The talks go on, he said. — Bernama") == "Bernama"
    assert trailing_agency("He works for the AFP") is None


def test_a_byline_names_people_only() -> None:
    assert people("Ana Prado and Luis Ferro") == ("Ana Prado", "Luis Ferro")
    assert people("Web Desk") == people("Associated Press") == people("Admin") == ()


def test_no_alias_stands_for_two_agencies() -> None:
    assert len(agency_names()) == sum(len(agency.aliases) for agency in agencies())
