from __future__ import annotations

from tellings.clean.fields.translated import reads_translated

SPLIT = "The Foreign Minister of Karvania. Jorge Salas spoke this Tuesday."
JOINED = "Relations between Karvania And Ostrel have entered another era."


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


def test_a_page_without_the_words_that_signs_need_is_told_by_its_words_alone() -> None:
    text = f"{SPLIT} {JOINED}"
    assert reads_translated(text, text, {"minister", "relations"})
    assert not reads_translated(text, text, {"relations"})
