"""The mode of an act, by the words of its phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.events.acts.lexicon import kinds
from tellings.events.circumstances.means import cues
from tellings.model.reading import Reading

Read = Callable[..., Reading]


def _modes(reading: Reading, kind: str) -> tuple[str, ...]:
    return next(c.modes for c in reading.codings if c.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Peruvian drones struck a port in Chile.", "ASSAULT", "drone"),
        ("Two suicide bombers killed 40 policemen in Peru on Tuesday.", "ASSAULT", "suicide-attack"),
        ("Chilean jets bombed a camp in Peru on Tuesday.", "ASSAULT", "aerial"),
        ("Peruvian police broke up a picket with batons.", "ASSAULT", "beat"),
        ("Peru urged Chile to take up the talks again.", "REQUEST", "meet"),
        ("Seventeen parties in Peru called on President Amara Dlin to resign.", "REQUEST", "change"),
        ("Peru demanded that Chile release the fishermen.", "REQUEST", "yield"),
        ("Peru asked Chile for doctors and medicine.", "REQUEST", "assist"),
        ("Peru warned that it would answer any landing with force.", "THREATEN", "violence"),
        ("The police of Peru warned that looters would be arrested.", "THREATEN", "arrest"),
        ("Peru threatened to bring back sanctions against Chile.", "THREATEN", "restrict"),
        ("Peru put its coastal batteries on alert.", "MOBILIZE", "weapons"),
        ("Chile revoked the licence of the newspaper El Faro.", "COERCE", "censor"),
        ("Chile arrested the editor of the newspaper El Faro.", "COERCE", "arrest"),
        ("Peru accused Chile of weakness.", "ACCUSE", "disapprove"),
        ("Peru accused Chile of theft.", "ACCUSE", "allege"),
        ("Peruvian and Chilean ministers met under the auspices of Norway.", "CONSULT", "third-party"),
        ("Peru seized the trawler Siren.", "COERCE", "seize"),
        ("Chile attacked Peru.", "ASSAULT", None),
    ],
)
def test_the_words_of_an_acts_phrase_tell_its_mode(read: Read, text: str, kind: str, mode: str | None) -> None:
    assert _modes(read(text), kind) == ((mode,) if mode else ())


def test_words_of_another_clause_tell_nothing(read: Read) -> None:
    text = "Peruvian soldiers attacked a village in Chile after drones had been seen over Lima."
    assert _modes(read(text), "ASSAULT") == ()


def test_the_rule_names_the_word(read: Read) -> None:
    (coding,) = read("Peruvian drones struck a port in Chile.").codings
    assert "drone by “drone”" in coding.detail


def test_every_cue_is_of_a_mode_of_plovers() -> None:
    assert all((kind, cue.mode) in kinds() for kind, known in cues().items() for cue in known.values())
    assert {kind for kind, mode in kinds() if mode} == set(cues())


def test_contexts_are_told_by_runs_of_words_too(read: Read) -> None:
    (coding,) = read("Peru accused Chile of war crimes.").codings
    assert "human_rights" in coding.contexts


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chilean dockers shut the port of Valparaíso.", "PROTEST"),
        ("Chile shut its border with Peru.", "COERCE"),
        ("Peruvian farmers set up roadblocks near Lima.", "PROTEST"),
        ("Peruvian soldiers set up roadblocks near Lima.", "MOBILIZE"),
    ],
)
def test_what_people_without_power_block_is_a_protest(read: Read, text: str, type_: str) -> None:
    assert [c.type for c in read(text).codings] == [type_]
