"""Offices made of a role and what it is a role in; where one mention ends and the next begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "mention", "office", "country"),
    [
        ("Chile's most senior foreign policy official spoke.", "Chile's most senior foreign policy official", "top diplomat", "CHL"),
        ("The highest-ranking diplomat of Mali left.", "The highest-ranking diplomat of Mali", "top diplomat", "MLI"),
        ("The head of Chadian diplomacy spoke.", "The head of Chadian diplomacy", "top diplomat", "TCD"),
        ("The Kenyan head of diplomacy left.", "The Kenyan head of diplomacy", "top diplomat", "KEN"),
        ("The head of the Kremlin spoke.", "The head of the Kremlin", "leader", "RUS"),
        ("The head of the Pentagon spoke.", "The head of the Pentagon", "defence minister", "USA"),
        ("The head of the Malian Defence Ministry left.", "The head of the Malian Defence Ministry", "defence minister", "MLI"),
        ("The secretary of the Chadian Security Council spoke.", "The secretary of the Chadian Security Council", "national security adviser", "TCD"),
    ],
)  # fmt: skip
def test_a_long_office_is_one_mention(cast_of: CastOf, text: str, mention: str, office: str, country: str) -> None:
    cast = cast_of(text)
    assert [m.text for m in cast.mentions] == [mention]
    assert (cast.entities[0].office, cast.entities[0].country) == (office, country)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("They received in the Kremlin the Kenyan envoy.", ["Kremlin", "the Kenyan envoy"]),
        ("Peru sent to Bolivia a special representative.", ["Peru", "Bolivia", "a special representative"]),
    ],
)
def test_a_determiner_begins_another_mention(cast_of: CastOf, text: str, mentions: list[str]) -> None:
    assert [m.text for m in cast_of(text).mentions if m.kind != "pronoun"] == mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kenyan Security Council met.", "security council of Kenya"),
        ("The Security Council of Chad met.", "security council of Chad"),
        ("The Security Council met.", "UN Security Council"),
        ("The U.N. Security Council met.", "UN Security Council"),
    ],
)
def test_a_security_council_is_its_states_or_the_united_nations(cast_of: CastOf, text: str, name: str) -> None:
    assert [e.name for e in cast_of(text).entities] == [name]


def test_ships_and_planes_act_only_as_someones(cast_of: CastOf) -> None:
    cast = cast_of("Warplanes and an aircraft carrier circled. Chilean drones struck the port.")
    assert [(m.text, cast.entity_of(m.index).country) for m in cast.mentions] == [("Chilean drones", "CHL")]


def test_the_speakers_own_forces_are_nobodys_by_name(cast_of: CastOf) -> None:
    assert not cast_of("“Our armed forces trust each other,” the text says.").mentions
