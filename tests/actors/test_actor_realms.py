"""States named again by a word for what they are, or for what they are to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


def called(cast: Cast, text: str) -> list[str]:
    """Whom the mentions with these words name."""
    return [cast.entity_of(m.index).name for m in cast.mentions if m.text == text]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Oman met Saudi Arabia. The sultanate thanked the kingdom.", "the kingdom", "Saudi Arabia"),
        ("Oman met Saudi Arabia. The sultanate thanked the kingdom.", "The sultanate", "Oman"),
        ("Chad accused Libya of theft. Its neighbour denied it.", "Its neighbour", "Libya"),
        ("Niger criticised Algeria. The country blamed its northern neighbour.", "its northern neighbour", "Algeria"),
        ("Niger criticised Algeria. The country blamed its northern neighbour.", "The country", "Niger"),
        ("Fiji closed its port to Tonga. It accused its rival of piracy.", "its rival", "Tonga"),
        ("NATO suspended Iceland. The island state protested.", "The island state", "Iceland"),
    ],
)
def test_which_state_is_meant(cast_of: CastOf, text: str, words: str, name: str) -> None:
    assert called(cast_of(text), words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile met Peru. The country of origin is Fiji.", "The country"),
        ("Chile met Peru. Rain fell across the country.", "the country"),
        ("Chile met Peru. Only the first country voted.", "the first country"),
        ("Chile met Peru. The state must act.", "The state"),
        ("The neighbours met. It thanked its neighbour.", "its neighbour"),
    ],
)
def test_no_state_is_meant(cast_of: CastOf, text: str, words: str) -> None:
    assert called(cast_of(text), words) == []
