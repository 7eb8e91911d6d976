"""Whose leader or counterpart it is who is met abroad."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenya's president Odo Tal landed in Kampala. President Ana Rell thanked him.", "Ana Rell", "UGA"),
        ("Odo Tal, the Kenyan president, visited Uganda. Prime Minister Ana Rell thanked him.", "Ana Rell", "UGA"),
        ("Kenya's minister Odo Tal flew to Kampala to meet his counterpart Ana Rell.", "Ana Rell", "UGA"),
        ("Kenya's minister Odo Tal met his counterpart Ana Rell in Kampala.", "Ana Rell", None),
        ("President Ana Rell flew to Uganda.", "Ana Rell", None),
        ("Kenya thanked Uganda. President Ana Rell left.", "Ana Rell", None),
        ("Oman left. The sultanate's envoy, Ana Rell, thanked Peru.", "Ana Rell", "OMN"),
    ],
)
def test_whose_leader_it_is(cast_of: CastOf, text: str, name: str, country: str | None) -> None:
    assert [e.country for e in cast_of(text).entities if e.name == name] == [country]
