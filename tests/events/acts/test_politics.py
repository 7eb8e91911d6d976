"""What is no politics is no event: games, firms among themselves, the weather, private matters, history."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Chile crushed Fiji to reach the semi-finals of the cup.",
        "Kenya's coach rejected criticism after the draw with Ghana.",
        "The Peruvian runner threatened the record in Lima.",
        "The Ghana striker was sent off for striking a Togo defender.",
        "The Norwegian brewer withdrew from the Danish market.",
        "A Swedish retailer agreed to buy a rival in Finland.",
        "Cyclone Teodora battered Fiji and Tonga.",
        "The singer visited Cuba to record an album.",
        "Researchers in Chile reject the idea that the reef is dying.",
        "The castle was besieged by Swedish troops in 1648.",
        "In the nineteenth century Peru fought Chile.",
        "Should Peru attack Chile, prices could double.",
        "A Danish cargo ship sank off Norway after a fire.",
    ],
)
def test_what_has_no_part_in_politics_is_no_event(lines: Lines, text: str) -> None:
    assert [line for line in lines(text) if not line.startswith("hypothetical")] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Scientists in Chile urged the government of Peru to act.", "REQUEST CHL>PER"),
        ("The Norwegian brewer sued the Danish government.", "ACCUSE NOR>DNK"),
        ("Nurses in Kenya marched through the capital.", "PROTEST KEN"),
        ("Swedish troops besieged the castle in 2031.", "COERCE SWE"),
    ],
)
def test_whoever_deals_with_a_government_is_told(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)
