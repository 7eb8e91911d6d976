from __future__ import annotations

import numpy as np

from tellings.clean.html.characters import BLANK, COMMA, DENSE, DIGIT, LOWER, MOST, STOP, UNSTOPPED, UPPER, characters


def test_the_characters_of_each_text_are_counted_by_kind() -> None:
    found = characters(["Port Selm, 4 May. Snow.", "港口会谈。"])
    assert found.counts[0, [UPPER, LOWER, DIGIT, COMMA, BLANK, STOP]].tolist() == [4, 11, 1, 1, 4, 2]
    assert found.counts[1, DENSE] == 4
    assert found.first.tolist() == [UPPER, DENSE]
    assert found.last.tolist() == [STOP, STOP]
    assert found.stops.tolist() == [1, 1]


def test_sentences_end_in_the_signs_of_many_scripts() -> None:
    ends = ["ملاقات ہوئی۔", "बैठक हुई।", "ስብሰባ ተካሄደ።", "အစည်းအဝေး ပြုလုပ်သည်။", "ការប្រជុំ។", "Հանդիպեցին։"]
    assert characters(ends).last.tolist() == [STOP] * len(ends)


def test_scripts_without_signs_for_a_sentences_end_are_told() -> None:
    found = characters(["รัฐมนตรีพบกัน", "ລັດຖະມົນຕີ"])
    assert found.last.tolist() == [UNSTOPPED] * 2


def test_of_a_long_text_so_many_characters_are_counted_and_its_last() -> None:
    found = characters(["a" * 100_000 + "."])
    assert found.counts.sum() == MOST
    assert found.last[0] == STOP


def test_signs_of_all_planes_count() -> None:
    assert np.array_equal(characters(["🙂🙂"]).counts.sum(axis=1), [2])
