"""How far a personal name runs, and whose the tagger does not see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The interior minister, Ana Maria de Lurdes Prado Pinto, told reporters so.",
            "Ana Maria de Lurdes Prado Pinto",
        ),
        ("João Baptista dos Santos Prado signed an accord.", "João Baptista dos Santos Prado"),
        ("The press secretary, Han Do-yun, called it rude.", "Han Do-yun"),
        ("The party spokesman, U Tin Nyein, said so.", "Tin Nyein"),
        ("The president of the dockers' union, Ana Lima, was there.", "Ana Lima"),
        ("The president of the bar association, Felipe Santa Cruz, was there.", "Felipe Santa Cruz"),
        ("Dr Hana Marenga would not say.", "Hana Marenga"),
        ("Prince Saleh bin Nasser al-Marri signed the text.", "Saleh bin Nasser al-Marri"),
    ],
)
def test_a_name_is_taken_whole(cast_of: CastOf, text: str, name: str) -> None:
    assert name in {entity.name for entity in cast_of(text).entities if entity.kind == "person"}


def test_a_place_that_is_no_surname_stays_a_state(cast_of: CastOf) -> None:
    assert [entity.country for entity in cast_of("Lima refused.").entities] == ["PER"]


def test_one_of_two_surnames_is_enough(cast_of: CastOf) -> None:
    cast = cast_of("Finance Minister Alberto Prado Barrera resigned. Prado wrote a letter.")
    assert len([e for e in cast.entities if e.kind == "person"]) == 1


def test_two_of_one_surname_are_kept_apart(cast_of: CastOf) -> None:
    cast = cast_of("Ana Tavares Pinto met Rui Tavares Cardoso. Cardoso denied it. Tavares Pinto did not.")
    named = [cast.entity_of(m.index).name for m in cast.mentions]
    assert named == ["Ana Tavares Pinto", "Rui Tavares Cardoso", "Rui Tavares Cardoso", "Ana Tavares Pinto"]


def test_an_office_belongs_to_the_name_beside_it(cast_of: CastOf) -> None:
    cast = cast_of("Vice Trade Minister Odo Marenga left. Pal Wendt, the trade minister, stayed.")
    assert [cast.entity_of(m.index).name for m in cast.mentions] == ["Odo Marenga", "Pal Wendt", "Pal Wendt"]


def test_who_presides_over_a_house_is_no_head_of_state(cast_of: CastOf) -> None:
    entity = cast_of("The president of its commission, Odo Marenga, read the text.").entities[0]
    assert (entity.name, entity.office) == ("Odo Marenga", "president of the commission")


def test_an_adjective_before_a_party_keeps_its_spokesman(cast_of: CastOf) -> None:
    entity = cast_of("The spokesman of the governing Communist Party of China left.").entities[0]
    assert entity.country == "CHN"
