"""The words that decided a type."""

from __future__ import annotations

from tellings.events.typing import Marked, deciding


def test_the_verb_decides() -> None:
    scores, words = deciding(Marked("On Monday Fiji condemned Chile in a long speech.", ((10, 14),), ((25, 30),)))
    assert scores.best[0] == "ACCUSE"
    assert "condemned" in words


def test_no_word_of_a_side_is_told() -> None:
    _, words = deciding(Marked("Fiji condemned Chile.", ((0, 4),), ((15, 20),)))
    assert not {"Fiji", "Chile"} & set(words)


def test_an_empty_sentence_has_no_deciding_words() -> None:
    assert deciding(Marked("", ()))[1] == ()
