"""Whom "he", "his" and "it" mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Kenyan President Odo Marenga met Pal Brandt. He spoke.", "He", "Odo Marenga"),
        ("In his opening remarks, Kenyan President Odo Marenga spoke.", "his", "Odo Marenga"),
        ("Odo Marenga left. “My friend Pal Brandt agrees,” he said.", "he", "Odo Marenga"),
        ("Kenya said it would vote.", "it", "Kenya"),
        ("Diana Mondino met Odo Marenga. She spoke.", "She", "Diana Mondino"),
        ("A day after it shut its ports, Kenya spoke.", "it", "Kenya"),
        ("Uganda protested. Because it refused, Kenya wept.", "it", "Uganda"),
    ],
)
def test_a_pronoun_means_the_last_fitting_subject(cast_of: CastOf, text: str, word: str, name: str) -> None:
    cast = cast_of(text)
    mention = next(m for m in cast.mentions if m.text == word)
    assert cast.entities[mention.entity].name == name


def test_his_country_is_a_state(cast_of: CastOf) -> None:
    cast = cast_of("Kenya's foreign minister said his country would wait.")
    mention = next(m for m in cast.mentions if m.text == "his country")
    assert (mention.kind, cast.entities[mention.entity].country) == ("state", "KEN")


def test_he_after_a_speech_is_the_speaker_and_no_one_in_it(cast_of: CastOf) -> None:
    cast = cast_of("Tal Ovan said that Dov Marenko had left barracks. “The report is false,” he added.")
    he = next(m for m in cast.mentions if m.text == "he")
    assert cast.entities[he.entity].name == "Tal Ovan"


def test_a_spokeswoman_of_an_organ_is_whoever_the_comma_names(cast_of: CastOf) -> None:
    cast = cast_of("John Kirby, a spokesman, waited. The spokeswoman of the Malian Foreign Ministry, Ira Belo, spoke.")
    assert [(e.name, e.country) for e in cast.entities if e.kind == "person"][1] == ("Ira Belo", "MLI")


def test_he_in_a_clause_with_who_is_the_one_meant_by_who(cast_of: CastOf) -> None:
    cast = cast_of(
        "Kenyan envoy Odo Marenga met Peruvian envoy Pal Brandt, who praised Nairobi for what he called calm."
    )
    assert next(cast.entity_of(m.index).name for m in cast.mentions if m.text == "he") == "Pal Brandt"


def test_its_ally_is_the_ally_of_the_one_accused(cast_of: CastOf) -> None:
    cast = cast_of("Peru accused Chile of planning to lend lorries to its Bolivian ally.")
    assert next(cast.entity_of(m.index).name for m in cast.mentions if m.text == "its") == "Chile"
