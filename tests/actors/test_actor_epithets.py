"""Whom "the latter", "the diplomat" and "the Asian leader" mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.actors.epithets import region_of
from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Kenyan envoy Odo Marenga met Gen. Pal Brandt before the trip that the latter made.",
            "the latter",
            "Pal Brandt",
        ),
        ("Kenyan envoy Odo Marenga met Gen. Pal Brandt. The former smiled.", "The former", "Odo Marenga"),
        ("Kenya and Chad spoke. The latter agreed.", "The latter", "Chad"),
        ("Kenyan envoy Odo Marenga left. The diplomat smiled.", "The diplomat", "Odo Marenga"),
        (
            "Kenyan Trade Minister Odo Marenga spoke of President Ari Belo. The top official left.",
            "The top official",
            "Odo Marenga",
        ),
        (
            "Kenyan President Odo Marenga called Polish President Jan Welk. The European leader agreed.",
            "The European leader",
            "Jan Welk",
        ),
        (
            "Chilean President Ana Quispe called Polish President Jan Welk. The South American leader agreed.",
            "The South American leader",
            "Ana Quispe",
        ),
    ],
)
def test_a_word_for_what_someone_is_means_the_one_it_fits(cast_of: CastOf, text: str, word: str, name: str) -> None:
    cast = cast_of(text)
    assert next(cast.entity_of(m.index).name for m in cast.mentions if m.text == word) == name


def test_an_african_leader_is_no_european() -> None:
    assert "KEN" in region_of({"the", "african"})
    assert "POL" not in region_of({"the", "african"})
    assert not region_of({"the", "new"})
