"""When two accounts can mean one person."""

from __future__ import annotations

import pytest

from tellings.events.merging.fitting import same_person, state_of
from tellings.model.actors import Actor


def _person(name: str, actor_id: str) -> Actor:
    return Actor(actor_id, name, "person", "PER")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (_person("Andrey Ochoa", "k1"), _person("Andrei Ochoa", "k1"), True),
        (_person("Maria Ochoa", "k1"), _person("Ochoa", "k2"), True),
        (_person("Maria Ochoa", "k1"), _person("Luis Ochoa", "k2"), False),
    ],
    ids=["two spellings", "a surname alone", "two of one surname"],
)
def test_one_person_under_two_names(one: Actor, other: Actor, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Velmaria", "Velmarian", True),
        ("Kessland", "Kesslandic", True),
        ("Daehwa", "Daehwan", True),
        ("Velmaria", "Ostrian", False),
        ("Maria", "Marian", False),
    ],
    ids=["ian", "ic", "an", "two lands", "too short for a land"],
)
def test_a_land_that_no_list_knows_and_its_people_are_one(one: str, other: str, same: bool) -> None:
    a, b = (Actor(name, name, "state") for name in (one, other))
    assert same_person(a, b) is same
    assert (state_of(a) == state_of(b)) is same


def test_a_known_state_is_its_country() -> None:
    assert state_of(Actor("k1", "Andrei Ochoa", "person", "PER")) == "PER"
    assert not same_person(Actor("k1", "Iran", "state", "IRN"), Actor("k2", "Iranian", "person"))
