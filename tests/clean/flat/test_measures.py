from __future__ import annotations

import pytest

from tellings.clean.flat.known import stop_words, words_in
from tellings.clean.flat.measures import measure
from tellings.clean.flat.signs import COUNTED


def test_words_and_function_words_are_counted() -> None:
    lines = ["The ministers met on the river.", "Karvania", "---"]
    found = measure(lines, "en")
    words = [words_in(line) for line in lines]
    assert found.words.tolist() == [len(those) for those in words]
    assert found.stops[0] == pytest.approx(sum(word in stop_words("en") for word in words[0]) / 6)
    assert found.stops[2] == 0


def test_a_line_without_blanks_is_counted_by_its_signs_beside_others() -> None:
    found = measure(["首脳会談が東京で始まった", "Talks begin", "东京 2031"], "ja")
    assert found.words.tolist() == [7, 2, 2]
    assert found.stops[0] > 0


def test_needed_words_are_kept_by_line() -> None:
    found = measure(["Seven boats", "Photo: Reuters"], "en")
    assert 0 not in found.needed
    assert found.needed[1] >= {"photo", "reuters"}


def test_only_content_words_are_compared() -> None:
    lines, hashes = measure(["The ministers of the river", "which they are"], "en").compared
    assert lines.tolist() == [0, 0]
    assert len(hashes) == 2


def test_a_line_of_many_signs_has_words_by_its_length() -> None:
    found = measure(["river " * COUNTED], "en")
    assert 0.98 * COUNTED < found.words[0] < 1.02 * COUNTED


def test_no_lines_have_no_measures() -> None:
    assert measure([], "en").words.tolist() == []
