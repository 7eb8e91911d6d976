"""Plural namings stand for those named before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tellings.actors import resolve
from tellings.model.actors import Cast
from tellings.model.times import Interval

CastOf = Callable[..., Cast]


def meant(cast: Cast, text: str) -> list[str]:
    mention = next(m for m in cast.mentions if m.text == text)
    return [cast.entities[i].name for i in cast.entities[mention.entity].members]


@pytest.mark.parametrize("naming", ["The two countries", "Both sides", "The two neighbours", "Both", "The pair"])
def test_a_plural_of_states_stands_for_the_two_named_last(cast_of: CastOf, naming: str) -> None:
    cast = cast_of(f"Brazil and Argentina signed an accord in April. {naming} agreed to open the border.")
    assert meant(cast, naming) == ["Brazil", "Argentina"]
    group = cast.entities[next(m.entity for m in cast.mentions if m.text == naming)]
    assert (group.kind, group.name, group.country) == ("group", "Brazil and Argentina", None)


@pytest.mark.parametrize("naming", ["The two men", "Both leaders", "They"])
def test_a_plural_of_persons_stands_for_persons(cast_of: CastOf, naming: str) -> None:
    cast = cast_of(f"President Tal Ovan of Chad and President Ari Belo of Mali met. {naming} spoke for an hour.")
    assert meant(cast, naming) == ["Tal Ovan", "Ari Belo"]


def test_one_role_of_two_states_is_one_naming_of_both(cast_of: CastOf) -> None:
    cast = cast_of("The Kenyan and Ugandan foreign ministers met. The presidents of Chad and Mali looked on.")
    offices = ["foreign minister of Kenya", "foreign minister of Uganda"]
    assert meant(cast, "The Kenyan and Ugandan foreign ministers") == offices
    assert meant(cast, "The presidents of Chad and Mali") == ["president of Chad", "president of Mali"]


def test_the_ministers_are_those_of_the_shared_role(cast_of: CastOf) -> None:
    cast = cast_of("The Kenyan and Ugandan foreign ministers met. The two ministers discussed trade.")
    assert len(meant(cast, "The two ministers")) == 2


def test_a_state_after_a_comma_does_not_share_the_role(cast_of: CastOf) -> None:
    cast = cast_of("In Mali, Chadian officials talked of fish.")
    assert [m.text for m in cast.mentions] == ["Mali", "Chadian officials"]


def test_things_and_each_other_are_no_naming(cast_of: CastOf) -> None:
    cast = cast_of("Kenya and Uganda blamed each other. The weapons were old, and they failed.")
    assert [m.text for m in cast.mentions] == ["Kenya", "Uganda"]


def test_both_koreas_are_known_by_their_name(cast_of: CastOf) -> None:
    cast = cast_of("The two Koreas reopened the line.")
    assert sorted(meant(cast, "The two Koreas")) == ["North Korea", "South Korea"]


def test_a_plural_naming_resolves_to_its_members_names_without_a_country(cast_of: CastOf) -> None:
    cast = cast_of("Kenya and Uganda met. Both sides agreed.")
    day = date(2031, 5, 4)
    actors = resolve(cast, Interval(day, day), ())
    group = actors[next(m.entity for m in cast.mentions if m.text == "Both sides")]
    assert (group.name, group.country) == ("Kenya and Uganda", None)


@pytest.mark.parametrize("naming", ["the Kenyan and Ugandan navies", "the two navies", "both navies"])
def test_the_navies_of_two_states_are_the_navy_of_each(cast_of: CastOf, naming: str) -> None:
    cast = cast_of(f"Kenya and Uganda agreed. In May {naming} sailed.")
    assert meant(cast, naming) == ["navy of Kenya", "navy of Uganda"]


def test_presidents_are_no_foreign_ministers_named_before(cast_of: CastOf) -> None:
    cast = cast_of(
        "The foreign ministers of Kenya and Chad met. The presidents of the two countries are to meet in May."
    )
    assert meant(cast, "The presidents of the two countries") == ["Kenya", "Chad"]
