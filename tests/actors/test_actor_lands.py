"""States that no table knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]

SAID = "President Tal Ovan of Zambora spoke. Zambora’s army left. The Zamboran president smiled. Zambora waited."


def test_a_name_that_behaves_like_a_states_is_a_state_without_a_country(cast_of: CastOf) -> None:
    found = {
        m.text: (cast.entity_of(m.index).kind, cast.entity_of(m.index).name)
        for cast in [cast_of(SAID)]
        for m in cast.mentions
    }
    assert found == {
        "President Tal Ovan of Zambora": ("person", "Tal Ovan"),
        "Zambora’s army": ("body", "army of Zambora"),
        "The Zamboran president": ("person", "Tal Ovan"),
        "Zambora": ("state", "Zambora"),
    }


def test_a_land_of_the_article_leaves_no_code(cast_of: CastOf) -> None:
    cast = cast_of(SAID)
    assert {e.country for e in cast.entities} == {None}
    assert not cast.claims


def test_presidents_of_two_unknown_states_are_two(cast_of: CastOf) -> None:
    cast = cast_of(
        "The president of Zambora flew to Kintale. The Kintale government and the Zambora government wait. The Kintale president sat."
    )
    assert [cast.entity_of(m.index).name for m in cast.mentions if m.kind == "office"] == [
        "president of Zambora",
        "president of Kintale",
    ]


@pytest.mark.parametrize(
    "text", ["The Labour government fell. It came from Labour.", "The Assad government fled. Assad’s army left."]
)
def test_a_party_or_a_person_before_a_government_is_no_state(cast_of: CastOf, text: str) -> None:
    assert not [m for m in cast_of(text).mentions if m.kind == "state"]


def test_a_union_of_states_is_not_the_united_states(cast_of: CastOf) -> None:
    assert "USA" not in {e.country for e in cast_of("The River States Union met.").entities}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The Ministry of Defence of the Republic of Benin spoke.", {"BEN"}),
        ("The Kingdom of Tonga protested.", {"TON"}),
        ("The Republic of the Philippines protested.", {"PHL"}),
        ("Farmers blocked the Pan-American highway.", set()),
    ],
)
def test_a_state_by_its_full_name(cast_of: CastOf, text: str, countries: set[str]) -> None:
    assert {e.country for e in cast_of(text).entities} - {None} == countries
