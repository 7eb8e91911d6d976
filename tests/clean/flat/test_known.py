from __future__ import annotations

import numpy as np

from tellings.clean.flat.known import IS_NEEDED, IS_STOP, known, stop_words, words_in
from tellings.clean.flat.signs import read


def test_stop_words_of_a_language_are_its_own_and_english_where_none_are_listed() -> None:
    assert "und" in stop_words("de")
    assert stop_words("zz") == stop_words("en")
    assert stop_words("../../x") == stop_words("en")


def test_apostrophes_of_both_kinds_are_one() -> None:
    assert words_in("The River’s bank") == words_in("the river's bank") == ["the", "river's", "bank"]


def test_a_turkish_capital_i_is_no_word_of_its_own() -> None:
    assert words_in("İki ülke görüştü.") == ["iki", "ülke", "görüştü"]


def test_every_known_word_is_found_by_its_hash_and_no_other() -> None:
    for language in ("en", "de", "ru", "zh"):
        words = known(language).words[1:]
        assert known(language).find(read(words).hashes).tolist() == list(range(1, len(words) + 1))
    assert not known("en").find(read(["karvania", "ostrel"]).hashes).any()


def test_a_known_word_says_whether_it_is_a_function_word_or_needed() -> None:
    found = known("en").find(read(["they", "reuters", "karvania"]).hashes)
    assert np.array_equal(known("en").flags[found] & (IS_STOP | IS_NEEDED), [IS_STOP, IS_NEEDED, 0])
