from __future__ import annotations

from tellings.clean.fields.translated import reads_translated as reads_so
from tellings.clean.flat.lines import split_lines

SPLIT = "The Foreign Minister of Karvania. Jorge Salas spoke this Tuesday."
JOINED = "Relations between Karvania And Ostrel have entered another era."


def reads_translated(page: str, body: str) -> bool:
    return reads_so(split_lines(page), split_lines(body))


def test_two_different_signs_are_needed() -> None:
    assert reads_translated(f"{SPLIT} {JOINED}", f"{SPLIT} {JOINED}")
    assert not reads_translated(SPLIT, SPLIT)
    assert not reads_translated(JOINED, JOINED)


def test_ordinary_english_has_none() -> None:
    text = "The president met the minister. Both agreed on trade, “a first step”, and on talks in Port Selm and Velm."
    assert not reads_translated(text, text)


def test_the_pages_own_word_is_enough() -> None:
    body = "The ministers met on Monday."
    assert reads_translated(body + "\nAutomatic translation. The newsroom is not liable for errors.", body)


def test_two_signs_of_the_new_kinds_are_enough() -> None:
    body = "The government Brazilian, manifested the minister, gave the welcome to the accord."
    assert reads_translated("Write your comment\n" + body, body)


def test_machine_translation_as_a_subject_is_no_sign() -> None:
    body = "Machine translation is changing the work of envoys, the minister said on Monday."
    assert not reads_translated(body, body)


def test_a_sign_may_stand_in_any_line_and_in_a_long_paragraph() -> None:
    body = f"{SPLIT}\nBoth sides met.\n{'Nothing else was said of it. ' * 20}{JOINED}"
    assert reads_translated(body, body)
