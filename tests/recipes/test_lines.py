from __future__ import annotations

from recipes.lines import labels

GOLD = "The ministers met in Port Selm on Monday. What they agreed The crossing will open in the spring, they said."


def labelled(*lines: str) -> list[bool]:
    return [bool(share >= 0.5) for share in labels([line.replace(".", "").split() for line in lines], GOLD)]


def test_lines_of_the_gold_text_are_the_articles() -> None:
    assert labelled(
        "Home",
        "The ministers met in Port Selm on Monday.",
        "The crossing will open in the spring, they said.".replace(",", ""),
        "The weather will be fine in the hills on Sunday.",
    ) == [False, True, True, False]


def test_a_sub_heading_is_the_articles_between_its_paragraphs_and_nowhere_else() -> None:
    assert labelled(
        "The ministers met in Port Selm on Monday.", "What they agreed", "The crossing will open in the spring", "Sport"
    ) == [True, True, True, False]
    assert labelled("What they agreed", "Menu", "Sport") == [False, False, False]


def test_a_paragraph_printed_twice_is_the_articles_once() -> None:
    assert labelled(*["The ministers met in Port Selm on Monday."] * 2) == [True, False]
