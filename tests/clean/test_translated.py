from __future__ import annotations

from tellings.clean.translated import reads_translated

SPLIT = "The Foreign Minister of Karvania. Jorge Salas spoke this Tuesday."
JOINED = "Relations between Karvania And Ostrel have entered another era."


def test_two_different_signs_are_needed() -> None:
    assert reads_translated(f"{SPLIT} {JOINED}", f"{SPLIT} {JOINED}")
    assert not reads_translated(SPLIT, SPLIT)
    assert not reads_translated(JOINED, JOINED)


def test_ordinary_english_has_none() -> None:
    text = "The president met the minister. Both agreed on trade, “a first step”, and on talks in Port Selm and Velm."
    assert not reads_translated(text, text)
