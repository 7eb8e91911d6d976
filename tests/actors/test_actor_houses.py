"""Organisations named again by a word for what they are, or by a short name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Boeing refused. The company gave no reason.", ["Boeing", "Boeing"]),
        ("NATO met in June. The alliance chose no one.", ["NATO", "NATO"]),
        ("Hamas left. The group had lost the town.", ["Hamas", "Hamas"]),
        ("NATO met in June. It chose no one.", ["NATO", "NATO"]),
        ("The African Union met. The union chose no one.", ["African Union", "African Union"]),
        ("Boeing met NATO. Odo accused the company of theft.", ["Boeing", "NATO", "Boeing"]),
        ("Boeing met NATO. The alliance chose no one.", ["Boeing", "NATO", "NATO"]),
        (
            "The Zambora Grain Office met. The ZGO chose no one.",
            ["Zambora Grain Office", "Zambora Grain Office"],
        ),
    ],
)
def test_who_is_meant(cast_of: CastOf, text: str, named: list[str]) -> None:
    cast = cast_of(text)
    assert [cast.entity_of(m.index).name for m in cast.mentions] == named


@pytest.mark.parametrize(
    "text", ["The company gave no reason.", "It seems that nobody left.", "The bloc of flats fell."]
)
def test_nobody_is_meant(cast_of: CastOf, text: str) -> None:
    assert cast_of(text).mentions == ()


def test_it_that_nobody_is_stays_out(cast_of: CastOf) -> None:
    cast = cast_of("NATO met in June. It took years to agree.")
    assert [m.text for m in cast.mentions] == ["NATO"]


def test_he_goes_on_for_as_long_as_he_is_named_so(cast_of: CastOf) -> None:
    cast = cast_of("Odo Marenga spoke. " + "He went on. " * 6 + "He ended.")
    assert {cast.entity_of(m.index).name for m in cast.mentions} == {"Odo Marenga"}
    assert len(cast.mentions) == 8


def test_the_name_beside_a_role_is_the_subject(cast_of: CastOf) -> None:
    cast = cast_of('Prime Minister Ana Wendt left. Its director, Hana Odeh, waited. "We are well," she said.')
    assert cast.entity_of(cast.mentions[-1].index).name == "Hana Odeh"


def test_the_bishop_of_a_town_is_who_is_named_behind_it(cast_of: CastOf) -> None:
    cast = cast_of("They met the bishop of Pardo, Anselmo Tal, on Monday. The bishop was well.")
    assert cast.entity_of(cast.mentions[-1].index).name == "Anselmo Tal"
