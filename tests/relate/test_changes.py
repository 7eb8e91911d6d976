from __future__ import annotations

from tests.relate.lineage import REPORT, REWORDED, cut, reading

from tellings.relate.changes import Changes, Piece, changes, word_diff


def made(before: str, after: str, **facts: object) -> Changes:
    return changes(reading("a", before), reading("b", after, **facts))  # type: ignore[arg-type]


def test_a_copy_has_no_changes() -> None:
    found = made(REPORT, REPORT)
    assert (found.cut, found.added, found.passages) == (0, 0, ())
    assert found.kept > 140


def test_words_are_kept_cut_and_added_in_reading_order() -> None:
    assert word_diff("The boats sail on Monday at noon.", "The boats sail again on Tuesday at noon") == (
        Piece("kept", "The boats sail"),
        Piece("cut", "on Monday"),
        Piece("added", "again on Tuesday"),
        Piece("kept", "at noon"),
    )


def test_quotation_marks_and_points_are_no_changes() -> None:
    assert word_diff("“It’s over,” he said", '"It\'s over", he said.') == (Piece("kept", '"It\'s over", he said.'),)


def test_sentences_that_were_cut_stand_where_they_stood() -> None:
    first, second, third, *_ = REPORT.split("\n\n")
    found = made("\n\n".join((first, second, third)), "\n\n".join((first, third)))
    ((only,),) = found.passages
    assert (only.change, only.text) == ("cut", second.rstrip("."))
    assert (found.added, found.cut) == (0, only.words)


def test_a_cut_text_adds_nothing_and_the_other_way_round() -> None:
    shorter = cut(REPORT, 0.7)
    assert made(REPORT, shorter).added == 0 == made(shorter, REPORT).cut
    assert made(REPORT, shorter).cut == made(shorter, REPORT).added > 30


def test_a_quotation_that_was_shortened_is_shown() -> None:
    shorter = REPORT.replace(", and we have decided to share it like neighbours who mean to stay", "")
    ((*_, gone, _),) = made(REPORT, shorter).passages
    assert gone == Piece("cut", "and we have decided to share it like neighbours who mean to stay,”".replace("”", '"'))


def test_a_rewording_is_set_beside_its_sentences() -> None:
    found = made(REPORT, REWORDED)
    assert len(found.passages) <= 8
    assert all({piece.change for piece in passage} != {"added"} for passage in found.passages)


def test_words_of_two_languages_are_not_compared() -> None:
    spanish = "La presidenta Anna Torvald se reunió en Lusk con el ministro Josip Brandt de Kolmeria."
    found = made(REPORT, spanish, language="es")
    assert found.added == 0
    assert {piece.change for passage in found.passages for piece in passage} == {"cut"}
