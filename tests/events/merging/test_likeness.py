"""How alike two sentences are in what their words mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.events.merging.likeness import Likeness, dice, names_of_states, weights
from tellings.model.reading import Reading

Read = Callable[..., Reading]

ONE = "Zorvian police arrested 17 people on Monday evening at a protest outside the embassy."


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ("Seventeen people were detained by Zorvian police during a demonstration at the embassy on Monday.", True),
        ("The trade minister of Zorvia flew home on Monday after two days of talks on wheat.", False),
        ("", False),
    ],
    ids=["the same in other words", "something else of the day", "nothing"],
)
def test_sentences_that_say_one_thing(other: str, alike: bool) -> None:
    assert (dice(weights(ONE), weights(other)) >= 0.3) is alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway lent Chile two ships.", "Oslo lent Santiago two ships."),
        ("The Norwegians lent the Chileans two ships.", "Norway lent Chile two ships."),
    ],
    ids=["capitals", "peoples"],
)
def test_a_state_is_one_by_whatever_name(one: str, other: str) -> None:
    a, b = (weights(text, states=names_of_states()) for text in (one, other))
    assert dice(a, b) == pytest.approx(1.0)


def test_what_is_called_otherwise_counts_as_its_name() -> None:
    called = [(0, len("The Storting"), "Norway")]
    assert weights("The Storting lent ships.", called) == weights("Norway lent ships.", states=names_of_states())


def test_tellings_name_one_organisation_in_two_ways(read: Read) -> None:
    one = read("The European Union asked Chile on Monday to open the strait.", "a1")
    other = read("Brussels asked Santiago on Monday to open the strait.", "a2")
    like = Likeness([one, other])
    assert like.near(like.text(("a1", 0)), 0.99).keys() == {like.text(("a2", 0))}


def test_a_sentence_is_wholly_like_itself() -> None:
    assert dice(weights(ONE), weights(ONE)) == pytest.approx(1.0)
