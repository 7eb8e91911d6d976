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


STAGE = (
    "The singer Lena Marsh has a new record. The album has twelve songs, and the label Blue Harbour will sell it in May. "
    "Marsh wrote the songs on an island, with a piano, two guitars and a borrowed drum. The first song is slow and the "
    "last one loud. Her tour starts in a small hall by the river, where she began to sing as a girl of nine. Tickets "
    "cost less than those of the last tour, and the hall has room for four hundred. The drummer Tom Reyes is back. The "
    "cover shows a lighthouse, which her brother painted. Two films use her songs, and a third is to come. She likes to "
    "cook and to swim, and she walks her dog by the sea in the morning, before the town wakes up and the ferries leave. "
)
CABINET = (
    "President Omar Silva met the ministers of Brazil at the ministry. The government and parliament of Brazil had waited "
    "for weeks. Senators, the army and the opposition party were told by the prime minister. "
)
CLAIM = "Lena Marsh criticised Blue Harbour on Monday."


def test_what_private_people_do_is_an_event_in_an_article_on_politics_alone(lines: Lines) -> None:
    assert not [line for line in lines(STAGE + CLAIM) if "ACCUSE" in line]
    assert [line for line in lines(CABINET + CLAIM) if "ACCUSE" in line]


def test_what_a_government_does_is_an_event_in_an_article_on_something_else(lines: Lines) -> None:
    assert [line for line in lines(STAGE + "The government of Brazil criticised Chile.") if "ACCUSE BRA>CHL" in line]


@pytest.mark.parametrize(
    "text",
    [
        "Four in ten, or 44 percent of Peruvians, want Congress to impeach the president of Peru.",
        "The survey found that Peruvians support the government of Chile.",
        "Peru's shares rallied on Monday.",
        "Minister Omar Silva of Peru said demand was strong.",
        "Minister Omar Silva of Peru called President Ana Ruiz's policies “a sham”.",
    ],
)
def test_polls_markets_and_names_for_things_are_no_events(lines: Lines, text: str) -> None:
    assert [line for line in lines(text) if "CONSULT" in line or "ACCUSE" not in line] == []


def test_a_state_that_asks_for_a_share_is_no_poll(lines: Lines) -> None:
    assert lines("Peru demanded 50 percent of the gas from Chile.") == ["REQUEST PER>CHL"]


def test_the_offices_of_a_gang_or_firm_make_no_politics(lines: Lines) -> None:
    gang = "The gang's leader, Rocco Villa, was feared. Officials said that Villa had two bosses under him. "
    assert lines(STAGE + gang + "Villa denied that he had beaten Tom Reyes.") == []
    assert lines(STAGE + "Chairman Dirk Haas denied the claims. The label's director met its officials.") == []


def test_a_head_of_state_vouches_for_his_officials(lines: Lines) -> None:
    state = "President Aldo Sosa of Uruguay spoke. The foreign minister of Uruguay agreed. "
    assert "REJECT URY" in lines(STAGE + state + "Officials denied the report.")
