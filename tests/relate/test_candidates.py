from __future__ import annotations

from datetime import date, timedelta

from tests.relate.lineage import INDEPENDENT, REPORT, REWORDED, sketched

from tellings.relate.candidates import MOST_POSTINGS, STRETCH, Postings, keys_of
from tellings.relate.sketch import Sketch

MONDAY = date(2031, 3, 3)
OTHER = "Fishermen on the northern lakes landed fewer perch this spring after a long frost, the hatchery at Lom said."


def pairs(*sketches: Sketch) -> set[tuple[int, int]]:
    postings = Postings([keys_of(sketch) for sketch in sketches])
    return {(j, i) for i in range(len(sketches)) for j in postings.met(i)}


def words(sketch: Sketch) -> set[int]:
    return set(keys_of(sketch).words.tolist())


def test_reports_of_one_thing_meet() -> None:
    assert pairs(*(sketched(f"a{i}", text) for i, text in enumerate((REPORT, INDEPENDENT, REWORDED, OTHER)))) == {
        (0, 1),
        (0, 2),
        (1, 2),
    }


def test_a_copy_is_found_where_its_words_stand_in_too_many_articles() -> None:
    crowd = [sketched(f"a{i:03}", REPORT) for i in range(MOST_POSTINGS + 5)]
    assert {i for pair in pairs(*crowd) for i in pair} == set(range(len(crowd)))


def test_news_of_near_days_share_a_stretch_wherever_the_stretches_begin() -> None:
    for start in range(STRETCH):
        one = words(sketched("a1", REPORT, MONDAY + timedelta(start)))
        other = words(sketched("a2", REPORT, MONDAY + timedelta(start + 3)))
        undated = words(sketched("a3", REPORT))
        assert len(one & other) > len(undated) == len(one & undated)


def test_nothing_meets_nothing() -> None:
    assert pairs() == pairs(sketched("a1", REPORT)) == set()
