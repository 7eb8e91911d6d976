"""Families as trees."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from tellings.record.descent import Step, descent
from tellings.record.entries import Article, Shared, TellingEntry


def article(page: str, published: str | None) -> Article:
    row = dict.fromkeys(Article.__slots__) | {
        **dict.fromkeys(("byline", "captions", "photo_credits", "repairs"), ()),
        "page": page,
        "article_id": f"a{page}",
        "language": "en",
        "translated": False,
        "text": "",
    }
    return replace(msgspec.convert(row, Article), published=published)


def told(page: str, other: str, words: int, first: str | None, relation: str = "copy") -> TellingEntry:
    return TellingEntry(page, other, relation, first, 1.0, "", (Shared(0, words, 0, words),))


def drawn(steps: tuple[Step, ...]) -> list[str]:
    return [f"{'.' * step.depth}{step.article.page}{'' if step.sure or not step.depth else '?'}" for step in steps]


A, B, C, D = (
    article("A", "2031-03-02T10:00"),
    article("B", "2031-03-02"),
    article("C", "2031-03-03"),
    article("D", None),
)


def test_each_telling_hangs_under_the_one_that_it_was_made_from() -> None:
    tellings = [told("A", "B", 90, "A"), told("A", "C", 30, "A"), told("B", "C", 80, "B")]
    assert drawn(descent([C, B, A], tellings)) == ["A", ".B", "..C"]


def test_what_came_from_whom_counts_for_more_than_the_day() -> None:
    assert drawn(descent([A, C], [told("A", "C", 90, "C")])) == ["C", ".A"]


def test_where_nothing_shows_the_way_the_nearest_of_the_earlier_is_above() -> None:
    tellings = [told("A", "B", 20, None), told("B", "D", 70, None), told("A", "D", 30, None)]
    assert drawn(descent([A, B, D], tellings)) == ["B", ".D?", "..A?"]


def test_independent_tellings_hang_under_nothing() -> None:
    assert drawn(descent([A, C], [told("A", "C", 9, None, "independent")])) == ["A", "C"]


def test_a_circle_of_directions_ends() -> None:
    tellings = [told("A", "B", 9, "A"), told("B", "C", 9, "B"), told("A", "C", 9, "C")]
    assert sorted(step.article.page for step in descent([A, B, C], tellings)) == ["A", "B", "C"]
