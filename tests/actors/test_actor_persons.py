"""Names that can be one person's."""

from __future__ import annotations

import pytest

from tellings.actors.persons import holder_called, in_full, prominent, same_person, spellings, terms_of


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
        ("Sergey Odoygu", "Sergei Odoigu", True),
        ("Muhammad Odeh", "Mohamed Odeh", True),
        ("Alberto Prado Barrera", "Prado", True),
        ("Odo bin Marenga", "bin Tal", False),
    ],
)
def test_names_of_one_person(full: str, name: str, same: bool) -> None:
    assert same_person(full, name) is same


def test_a_king_is_called_by_the_first_name() -> None:
    assert holder_called("Charles", "king") == "Charles III"
    assert holder_called("Odo", "king") is None


def test_a_known_person_has_other_spellings() -> None:
    assert "Volodymyr Zelenskyy" in spellings("Volodymyr Zelensky")
    assert in_full("Volodymyr Zelenskyy", "Zelensky") == "Volodymyr Zelensky"
    assert spellings("Odo Marenga") == ("Odo Marenga",)


def test_a_surname_of_one_head_of_state_alone_is_known() -> None:
    assert prominent("Macron") == "Emmanuel Macron"
    assert prominent("Rajapaksa") is None


def test_a_surname_that_is_an_ordinary_word_means_no_one_alone() -> None:
    assert [w for w in ("Friday", "King", "Note", "Store", "Young", "Scott", "Nepal", "Stephen") if prominent(w)] == []


def test_terms_of_a_surname_are_those_of_the_country() -> None:
    assert {h.person for h in terms_of("Kirchner", "ARG")} >= {"Nestor Kirchner"}
