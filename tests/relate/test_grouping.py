from __future__ import annotations

import random
from datetime import date

import pytest
from tests.relate.lineage import (
    BACKGROUND,
    FURNITURE,
    INDEPENDENT,
    OTHER_DAY,
    REPORT,
    REWORDED,
    cut,
    edited,
    sketched,
)

from tellings.relate import group
from tellings.relate.sketch import Sketch

MONDAY = date(2031, 3, 3)


def one_story(*sketches: Sketch) -> bool:
    return len(group(sketches)) == 1


@pytest.mark.parametrize(
    "other",
    [
        REPORT,
        f"{FURNITURE}\n\n{REPORT}",
        cut(REPORT, 0.7),
        cut(REPORT, 0.3),
        edited(REPORT, 12),
        edited(REPORT, 4),
        REWORDED,
    ],
    ids=["copy", "furniture", "cut", "excerpt", "edits", "many edits", "rewording"],
)
def test_what_was_made_from_one_report_is_one_story(other: str) -> None:
    assert one_story(sketched("a1", REPORT), sketched("a2", other))


def test_an_independent_report_of_the_same_meeting_joins_it() -> None:
    assert one_story(sketched("a1", REPORT, MONDAY), sketched("a2", INDEPENDENT, MONDAY))
    assert one_story(sketched("a1", REPORT), sketched("a2", INDEPENDENT))


def test_other_news_of_the_same_people_is_another_story() -> None:
    assert not one_story(sketched("a1", REPORT, MONDAY), sketched("a2", OTHER_DAY, date(2031, 4, 9)))
    assert not one_story(sketched("a1", REPORT), sketched("a2", OTHER_DAY))


def test_days_part_like_news_a_month_apart() -> None:
    assert not one_story(sketched("a1", REPORT, MONDAY), sketched("a2", INDEPENDENT, date(2031, 4, 7)))


def test_a_copy_with_a_false_date_stays_with_its_report() -> None:
    assert one_story(sketched("a1", REPORT, MONDAY), sketched("a2", REPORT, date(2033, 1, 1)))
    assert one_story(sketched("a1", REPORT, MONDAY), sketched("a2", REWORDED, date(2033, 1, 1)))


def test_a_family_is_joined_by_its_best_dated_member() -> None:
    sketches = [
        sketched("a1", REPORT, MONDAY),
        sketched("a2", REPORT, date(2033, 1, 1)),
        sketched("a3", INDEPENDENT, MONDAY),
    ]
    assert one_story(*sketches)


def test_a_copied_paragraph_of_background_does_not_join_two_stories() -> None:
    assert not one_story(sketched("a1", REPORT), sketched("a2", BACKGROUND))


def test_the_order_does_not_matter_and_every_article_is_in_one_story() -> None:
    texts = [REPORT, REWORDED, INDEPENDENT, OTHER_DAY, BACKGROUND, cut(REPORT, 0.5)]
    sketches = [sketched(f"a{i}", text) for i, text in enumerate(texts)]
    expected = group(sketches)
    assert sorted(i for story in expected for i in story) == [sketch.article_id for sketch in sketches]
    for seed in range(5):
        random.Random(seed).shuffle(sketches)
        assert group(sketches) == expected


def test_a_hundred_copies_are_one_story() -> None:
    assert one_story(*(sketched(f"a{i:03}", f"{REPORT} Page {i}.") for i in range(100)))


def test_no_articles_are_no_stories() -> None:
    assert group([]) == ()
