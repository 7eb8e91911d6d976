from __future__ import annotations

import numpy as np
import pytest

from tellings.clean.flat.known import words_in
from tellings.clean.flat.signs import CODE_POINT, COUNTED, POWERS, read


def words_read(line: str) -> list[str]:
    signs = read([line])
    text = f"\n{line}\n"
    return [text[start:end].lower().replace("’", "'") for start, end in zip(signs.starts, signs.ends, strict=True)]


@pytest.mark.parametrize(
    "line",
    [
        "The minister's 'first step' isn't the last: O'Hara said so.",
        "the river’s bank",
        "«Переговоры», — сказал он; 'да'.",
        "Die Brücke – gebaut 2031 – hält_noch.",
        "''",
        "𠮷野 and 𝗻𝗲𝘄𝘀 😀 today",
    ],
)
def test_words_are_those_that_the_pattern_finds(line: str) -> None:
    assert words_read(line) == words_in(line)


def test_a_word_has_one_hash_wherever_it_stands_and_however_it_is_set() -> None:
    signs = read(["The River", "a river's bank", "river", "RIVER’S"])
    the, river, _, rivers, _, again, capital = signs.hashes.tolist()
    assert river == again
    assert rivers == capital
    assert len({the, river, rivers}) == 3


def test_words_beyond_the_powers_that_are_kept_have_their_hashes_too() -> None:
    signs = read(["river bank"] * (POWERS // 5))
    assert len(np.unique(signs.hashes)) <= 4
    assert signs.hashes[-2:].tolist() == signs.hashes[:2].tolist()


def test_signs_are_counted_by_class_a_line() -> None:
    counts = read(["Prices: 10, 20!", "«да»"]).counts()
    assert [counts[0, CODE_POINT[name]] for name in ("upper", "digit", "comma", "colon", "stop", "blank")] == [
        *(1, 4, 1, 1, 1, 2)
    ]
    assert [counts[1, CODE_POINT[name]] for name in ("letter", "quote", "blank")] == [2, 2, 0]


def test_the_lines_with_signs_of_a_class_are_named() -> None:
    assert read(["a (b)", "c", "d: e"]).lines_with(CODE_POINT["code"], CODE_POINT["colon"]) == {0, 2}


def test_no_more_is_read_of_a_line_than_is_counted() -> None:
    assert read(["x" * (COUNTED + 9)]).counts().sum() == COUNTED
