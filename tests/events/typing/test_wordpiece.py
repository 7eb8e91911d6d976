"""Word pieces: lower case, no accents, punctuation apart, the longest piece first."""

from __future__ import annotations

from tellings.events.typing.wordpiece import WordPieces

PIECES = ["[UNK]", "the", "embargo", "em", "##bar", "##go", "##s", "'", "-", "cote", "u", ".", "$"]


def pieces_of(text: str) -> list[str]:
    return [PIECES[number] for number in WordPieces(PIECES).numbers_of(text)]


def test_a_known_word_is_one_piece() -> None:
    assert pieces_of("The embargo") == ["the", "embargo"]


def test_an_unknown_ending_is_a_piece_of_its_own() -> None:
    assert pieces_of("embargos") == ["embargo", "##s"]


def test_accents_fall_and_marks_stand_apart() -> None:
    assert pieces_of("Côte-u.$") == ["cote", "-", "u", ".", "$"]


def test_a_word_that_no_pieces_make_is_unknown() -> None:
    assert pieces_of("zebra the") == ["[UNK]", "the"]


def test_a_word_of_a_thousand_letters_is_unknown() -> None:
    assert pieces_of("em" + "bar" * 1000) == ["[UNK]"]


def test_control_signs_are_left_out_and_line_ends_part_words() -> None:
    assert pieces_of("the\x00\nembargo\u200b") == ["the", "embargo"]
