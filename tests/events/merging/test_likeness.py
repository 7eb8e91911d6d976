"""How alike two sentences are in what their words mean."""

from __future__ import annotations

import pytest

from tellings.events.merging.likeness import dice, weights

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


def test_a_sentence_is_wholly_like_itself() -> None:
    assert dice(weights(ONE), weights(ONE)) == pytest.approx(1.0)
