"""Names that can be one person's."""

from __future__ import annotations

import pytest

from tellings.actors.persons import canonical, prominent, same_person, terms_of


@pytest.mark.parametrize(
    ("full", "name", "same"),
    [
        ("Odo Marenga", "Marenga", True),
        ("Tan Weiguo", "Tan", True),
        ("Sergei Odoyev", "Sergey Odoyev", True),
        ("José Piñales", "Jose Pinales", True),
        ("Ana Maria Quispe Rojas", "Ana Quispe", True),
        ("Li Shangfu", "Li Keqiang", False),
        ("Odo Marenga", "Pal Marenga", False),
        ("Odo Marenga", "Brandt", False),
    ],
)
def test_names_of_one_person(full: str, name: str, same: bool) -> None:
    assert same_person(full, name) is same


def test_a_variant_is_spelt_as_usual() -> None:
    assert canonical("Volodymyr Zelensky") == "Volodymyr Zelenskyy"
    assert canonical("Odo Marenga") == "Odo Marenga"


def test_a_surname_of_one_head_of_state_alone_is_known() -> None:
    assert prominent("Macron") == "Emmanuel Macron"
    assert prominent("Rajapaksa") is None


def test_terms_of_a_surname_are_those_of_the_country() -> None:
    assert {h.person for h in terms_of("Kirchner", "ARG")} >= {"Nestor Kirchner"}
