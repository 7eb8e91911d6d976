from __future__ import annotations

from tests.relate.lineage import BACKGROUND, FURNITURE, INDEPENDENT, OTHER_DAY, REPORT, cut, edited

from tellings.relate.copies import Copied, copies, meetings, prints_of
from tellings.relate.words import text_words


def found(*texts: str) -> list[Copied]:
    return list(copies(texts, texts.__getitem__))


def test_what_was_made_from_one_text_is_paired() -> None:
    for other in (REPORT, f"{FURNITURE}\n\n{REPORT}", cut(REPORT, 0.7), cut(REPORT, 0.3), edited(REPORT, 12)):
        assert [(pair.one, pair.other) for pair in found(REPORT, OTHER_DAY, other)] == [(0, 2)]


def test_what_was_written_by_others_is_not() -> None:
    assert not found(REPORT, INDEPENDENT, OTHER_DAY, BACKGROUND)


def test_every_passage_says_the_same_in_both() -> None:
    (pair,) = found(REPORT, f"{FURNITURE}\n\n{edited(REPORT, 12)}")
    other = f"{FURNITURE}\n\n{edited(REPORT, 12)}"
    assert pair.shared
    for run in pair.shared:
        assert text_words(REPORT[run.start : run.end]) == text_words(other[run.other_start : run.other_end])


def test_pairs_come_in_order_whatever_the_batch() -> None:
    texts = [REPORT, OTHER_DAY] * 6
    pairs = [(pair.one, pair.other) for pair in found(*texts)]
    assert pairs == sorted(pairs)
    assert {i for pair in pairs for i in pair} == set(range(12))


def test_prints_of_parts_are_the_prints_of_the_whole() -> None:
    whole, one, other = prints_of([REPORT, INDEPENDENT]), prints_of([REPORT]), prints_of([INDEPENDENT])
    assert whole.keys.tolist() == [*one.keys.tolist(), *other.keys.tolist()]
    assert whole.counts.tolist() == [*one.counts.tolist(), *other.counts.tolist()]


def test_no_texts_have_no_copies() -> None:
    assert found() == found("") == found("", "Boats left.") == []
    assert not list(meetings(prints_of([])))
