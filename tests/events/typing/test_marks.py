"""Sentences with their sides marked, as numbers."""

from __future__ import annotations

from tellings.events.typing.marks import MOST_PIECES, Marked, shown
from tellings.events.typing.wordpiece import WordPieces

PIECES = ["[CLS]", "[SEP]", "[UNK]", "[unused1]", "[unused2]", "[unused3]", "[unused4]", "fiji", "met", "chile", "and"]
WORDS = WordPieces(PIECES)


def pieces_of(marked: Marked) -> list[str]:
    return [PIECES[number] for number in shown(marked, WORDS).pieces]


def test_marks_stand_round_both_sides() -> None:
    assert pieces_of(Marked("Fiji met Chile", ((0, 4),), ((9, 14),))) == [
        "[CLS]", "[unused1]", "fiji", "[unused2]", "met", "[unused3]", "chile", "[unused4]", "[SEP]",
    ]  # fmt: skip


def test_each_piece_has_its_role() -> None:
    assert shown(Marked("Fiji met Chile", ((0, 4),), ((9, 14),)), WORDS).roles == (0, 3, 1, 4, 0, 5, 2, 6, 0)


def test_a_sentence_may_have_no_recipient() -> None:
    assert pieces_of(Marked("Fiji met", ((0, 4),))) == ["[CLS]", "[unused1]", "fiji", "[unused2]", "met", "[SEP]"]


def test_a_side_inside_the_other_is_not_marked() -> None:
    assert "[unused3]" not in pieces_of(Marked("Fiji met Chile", ((0, 14),), ((9, 14),)))


def test_a_long_sentence_is_cut_round_its_marks() -> None:
    text = "and " * 200 + "Fiji met Chile" + " and" * 200
    start = text.index("Fiji")
    pieces = pieces_of(Marked(text, ((start, start + 4),), ((start + 9, start + 14),)))
    assert len(pieces) == MOST_PIECES
    assert {"fiji", "chile"} <= set(pieces)


def test_an_empty_sentence_is_its_two_ends() -> None:
    assert pieces_of(Marked("", ())) == ["[CLS]", "[SEP]"]
