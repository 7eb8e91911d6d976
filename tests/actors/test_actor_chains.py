"""Which mentions name one actor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast, Entity

CastOf = Callable[..., Cast]


def named(cast: Cast, text: str) -> Entity:
    return cast.entities[next(m.entity for m in cast.mentions if m.text == text)]


@pytest.mark.parametrize(
    ("text", "name", "office", "country"),
    [
        ("Tal Ovan, the foreign minister of Chad, resigned.", "Tal Ovan", "foreign minister", "TCD"),
        ("Sergei Lavrov, Russia's foreign minister, spoke.", "Sergei Lavrov", "foreign minister", "RUS"),
        ("The president of Chad, Tal Ovan, spoke.", "Tal Ovan", "president", "TCD"),
    ],
)
def test_a_title_after_a_name_is_its_bearers(cast_of: CastOf, text: str, name: str, office: str, country: str) -> None:
    cast = cast_of(text)
    assert [(e.name, e.office, e.country) for e in cast.entities] == [(name, office, country)]
    assert [c.office for c in cast.claims] == [office]


def test_his_government_and_the_ministry_are_his_states(cast_of: CastOf) -> None:
    cast = cast_of("Chad's foreign minister spoke. His government was ready. The foreign ministry agreed.")
    assert named(cast, "His government").country == "TCD"
    assert named(cast, "The foreign ministry").name == "foreign ministry of Chad"


def test_the_ministry_is_the_one_named_in_full(cast_of: CastOf) -> None:
    cast = cast_of("The Chadian foreign ministry and Mali's embassy spoke. The ministry declined to say more.")
    assert named(cast, "The ministry").country == "TCD"


def test_a_ministry_among_several_states_keeps_its_country_open(cast_of: CastOf) -> None:
    cast = cast_of("Chad and Mali talked. The foreign ministry was silent.")
    assert named(cast, "The foreign ministry").country is None


def test_the_colonel_is_the_one_named_with_that_rank(cast_of: CastOf) -> None:
    cast = cast_of("Colonel Dov Marenko signed. General Ira Belo watched. The colonel left.")
    assert named(cast, "The colonel").name == "Dov Marenko"


def test_no_leader_and_the_first_leader_are_nobody_by_name(cast_of: CastOf) -> None:
    cast = cast_of("President Ari Belo of Mali spoke. No Malian leader had come before. He smiled.")
    assert named(cast, "No Malian leader") != named(cast, "He")
    assert named(cast, "No Malian leader").office is None
    assert named(cast, "He").name == "Ari Belo"


def test_a_surname_in_another_spelling_is_still_one_leaders(cast_of: CastOf) -> None:
    assert named(cast_of("Zelensky thanked the doctors."), "Zelensky").country == "UKR"


@pytest.mark.parametrize(
    "text",
    [
        "President Volodymyr Zelensky left. Zelensky smiled. Volodymyr Zelenskyy slept.",
        "Zelensky left. Then President Volodymyr Zelensky smiled.",
    ],
)
def test_a_known_person_keeps_the_spelling_of_the_article(cast_of: CastOf, text: str) -> None:
    assert [e.name for e in cast_of(text).entities] == ["Volodymyr Zelensky"]


@pytest.mark.parametrize(
    "said", ["Tal Ovan, who is the defence minister of Chad, left.", "Tal Ovan is Chad's defence minister."]
)
def test_an_office_named_before_is_whoever_is_said_to_hold_it(cast_of: CastOf, said: str) -> None:
    assert cast_of(f"The defence minister of Chad spoke.\n\n{said}").entities[0].name == "Tal Ovan"


def test_whoever_is_said_not_to_hold_an_office_does_not(cast_of: CastOf) -> None:
    cast = cast_of("Tal Ovan is not the defence minister of Chad.")
    assert named(cast, "the defence minister of Chad").name != "Tal Ovan"


def test_a_title_tells_two_of_one_surname_apart(cast_of: CastOf) -> None:
    cast = cast_of("Maria Santos, the finance minister, met Pedro Santos, the army chief. Ms Santos said it was ready.")
    said = next(m for m in cast.mentions if m.text == "Ms Santos")
    assert cast.entity_of(said.index).name == "Maria Santos"
