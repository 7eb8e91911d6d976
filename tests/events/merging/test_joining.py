"""When two accounts can mean one person."""

from __future__ import annotations

import pytest

from tellings.events.merging.joining import same_person
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
