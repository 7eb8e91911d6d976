"""What rescuers, doctors and firefighters do abroad is aid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A team of 27 Armenian rescuers has been digging in Adana since Wednesday.", "AID ARM>TUR"),
        ("Greek rescuers have been searching the rubble in Antakya.", "AID GRC>TUR"),
        ("Mexican firefighters are at work in Port-au-Prince.", "AID MEX>HTI"),
        ("French doctors treated the wounded in Marrakesh.", "AID FRA>MAR"),
        ("German firefighting planes dropped water on the fires in Greece.", "AID DEU>GRC"),
        ("Polish rescuers saved nine people in Adana.", "AID POL>TUR"),
        ("Turkish surgeons operated on the injured in Mogadishu.", "AID TUR>SOM"),
        ("Indian rescuers pulled twelve people from the ruins in Kathmandu.", "AID IND>NPL"),
        ("Japanese rescuers landed in Kathmandu.", "AID JPN>NPL"),
        ("Cuban doctors have been working in Port-au-Prince since March.", "AID CUB>HTI"),
    ],
)
def test_helpers_at_work_abroad(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "Turkish rescuers dug in Adana all night.",
        "Archaeologists from Poland have been digging in Egypt since 2009.",
        "French tourists searched the beach in Kenya for shells.",
        "Danish doctors went on strike in Copenhagen.",
        "Chinese miners have been digging in Zambia.",
        "Kenyan firefighters put out a blaze in Nairobi.",
        "A Swedish team won in Turkey.",
        "Police in Haiti searched the house of a Brazilian engineer.",
        "German divers were at work in the Baltic on a wreck.",
        "Polish rescuers met in Warsaw.",
    ],
)
def test_what_is_no_aid(lines: Lines, text: str) -> None:
    assert not any("AID" in line.split() for line in lines(text))
