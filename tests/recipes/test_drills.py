"""Drilled sentences: marked once each, the same for the same seed, typed by PLOVER's rules."""

from __future__ import annotations

from recipes.types.drills import acts, drilled
from recipes.types.sentences import sentences, unmarked

from tellings.events.typing import TYPES
from tellings.vocab.tables import rows

DRILLED = list(drilled(7, 4))


def test_every_sentence_marks_both_sides_once() -> None:
    assert [text for text, *_ in DRILLED if (text.count("<a>"), text.count("<r>")) != (1, 1)] == []


def test_no_slot_is_left_open() -> None:
    assert [text for text, *_ in DRILLED if "{" in text or " R " in text] == []


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert list(drilled(7, 4)) == DRILLED
    assert list(drilled(8, 4)) != DRILLED


def test_types_and_modes_are_those_of_plover() -> None:
    known = {(row["type"], row["mode"]) for row in rows("plover.tsv")} | {("NONE", "")}
    assert {(kind, mode) for _, kind, mode, _ in DRILLED} <= known
    assert {kind for _, kind, _, _ in DRILLED} == set(TYPES)


def test_no_act_stands_twice() -> None:
    assert len(set(acts())) == len(acts())


def test_a_promise_of_help_is_an_agreement_and_one_of_harm_a_threat() -> None:
    agreed = [kind for text, kind, _, _ in DRILLED if " agreed to send " in text and kind != "NONE"]
    threatened = [kind for text, kind, _, _ in DRILLED if " threatened to " in text and kind != "NONE"]
    assert set(agreed) <= {"AGREE"}
    assert set(threatened) == {"THREATEN"}


def test_marks_are_taken_out_and_kept_as_spans() -> None:
    marked = unmarked("<r>Fiji</r> was visited by <a>Chile</a>.")
    assert marked.text == "Fiji was visited by Chile."
    assert [marked.text[start:end] for start, end in (*marked.actors, *marked.recipients)] == ["Chile", "Fiji"]


def test_both_authors_sentences_are_read() -> None:
    assert len(sentences("a")) > len(sentences("b")) > 1000
