from __future__ import annotations

from itertools import permutations

import pytest
from tests.relate.lineage import INDEPENDENT, REPORT, REWORDED, cut, reading

from tellings.model.article import StatedDate
from tellings.relate import tell
from tellings.relate.judging import COMPARED
from tellings.times import date_articles


def test_families_follow_descent_and_leave_independent_reports_alone() -> None:
    story = tell([reading("a3", INDEPENDENT), reading("a2", REWORDED), reading("a1", REPORT)])
    assert [family.article_ids for family in story.families] == [("a1", "a2"), ("a3",)]
    assert (story.story_id, story.families[0].family_id) == ("sa1", "fa1")


def test_the_order_of_the_readings_does_not_matter() -> None:
    readings = [
        reading("a1", REPORT),
        reading("a2", REWORDED),
        reading("a3", INDEPENDENT),
        reading("a4", cut(REPORT, 0.4)),
    ]
    assert len({tell(list(order)) for order in permutations(readings)}) == 1


def test_a_single_article_is_a_story_and_a_family() -> None:
    story = tell([reading("a1", REPORT)])
    assert story.tellings == ()
    assert [family.article_ids for family in story.families] == [("a1",)]


def test_no_article_is_no_story() -> None:
    with pytest.raises(ValueError, match="at least one"):
        tell([])


def test_the_agency_came_before_the_page_that_credits_it() -> None:
    agency = reading("a2", REPORT, outlet="Norra Press", agency="Norra Press")
    copy = reading("a1", REPORT, outlet="Lusk Courier", agency="Norra Press")
    (found,) = tell([agency, copy]).tellings
    assert found.direction == "a2"
    assert "names Norra Press as its source" in found.detail


def test_the_earlier_trusted_clock_came_first() -> None:
    late = reading("a1", REPORT, stated=(stamp("2031-03-04T18:00:00+00:00"),))
    early = reading("a2", REPORT, stated=(stamp("2031-03-03T09:00:00+00:00"),))
    (found,) = tell([late, early], date_articles([late, early])).tellings
    assert found.direction == "a2"


def test_a_large_story_is_compared_with_its_longest_articles_only() -> None:
    size = COMPARED + 20
    story = tell([reading(f"a{i:03}", f"{REPORT} Number {i} ends here.") for i in range(size)])
    assert len(story.tellings) < COMPARED * size
    assert len(story.families) == 1


def stamp(value: str) -> StatedDate:
    return StatedDate(value, "metadata", value, "article:published_time", 0.95)


def test_in_a_large_story_shorter_reports_find_their_own_family() -> None:
    size = COMPARED + 10
    long = [reading(f"a{i:03}", f"{REPORT} Number {i} ends here.") for i in range(size)]
    short = [reading(f"b{i:03}", f"{INDEPENDENT} Number {i} ends here.") for i in range(size)]
    story = tell(long + short)
    assert [len(family.article_ids) for family in story.families] == [size, size]


def test_of_two_copies_the_earlier_is_not_the_source_where_the_report_is_known() -> None:
    report = reading("a1", REPORT, stated=(stamp("2031-03-03T09:00:00+00:00"),))
    early = reading("a2", REPORT, stated=(stamp("2031-03-03T12:00:00+00:00"),))
    late = reading("a3", REPORT, stated=(stamp("2031-03-03T18:00:00+00:00"),))
    readings = [report, early, late]
    found = {(t.article_id, t.other_id): t.direction for t in tell(readings, date_articles(readings)).tellings}
    assert found == {("a1", "a2"): "a1", ("a1", "a3"): "a1", ("a2", "a3"): None}


def test_two_that_share_too_little_are_related_over_a_third() -> None:
    parts = REPORT.split("\n\n")
    first, last = "\n\n".join(parts[:3]), "\n\n".join(REWORDED.split("\n\n")[3:])
    story = tell([reading("a1", REPORT), reading("a2", first), reading("a3", last)])
    assert len(story.families) == 1
    found = {(t.article_id, t.other_id): t for t in story.tellings}["a2", "a3"]
    assert found.relation == "rewritten"
    assert "as a1 shows" in found.detail
