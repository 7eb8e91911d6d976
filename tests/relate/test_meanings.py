from __future__ import annotations

import pytest

from tellings.relate.meanings import meaning, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("broke", "broken"), ("twelve", "12"), ("talks", "negotiations"), ("vessel", "ship"), ("praised", "praising")],
)
def test_words_of_one_meaning_have_one_key(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


def test_words_of_other_meanings_do_not() -> None:
    assert len({meaning(word) for word in ("ship", "port", "north", "sign", "kill", "twelve", "twenty")}) == 7


def test_a_state_and_its_people_have_one_key_in_most_languages() -> None:
    assert name_key("kolmeria") == name_key("kolmerian") == name_key("kólmeria")
