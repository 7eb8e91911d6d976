from __future__ import annotations

import pytest
from tests.relate.lineage import REPORT, REWORDED, cut, reading

from tellings.model.article import StatedDate
from tellings.model.reading import Reading
from tellings.model.relations import Telling
from tellings.relate import tell
from tellings.times import date_articles


def told(one: Reading, other: Reading) -> Telling:
    (found,) = tell([one, other], date_articles([one, other])).tellings
    return found


def stamp(value: str) -> StatedDate:
    return StatedDate(value, "metadata", value, "a tag", 0.95)


def test_a_page_that_names_the_other_as_its_source_came_after_it() -> None:
    first = reading("a2", REPORT, outlet="Lusk Courier")
    found = told(reading("a1", REPORT, outlet="Orsk Echo", source_credit="Lusk Courier"), first)
    assert found.direction == "a2"


def test_two_pages_that_name_each_other_tell_nothing() -> None:
    one = reading("a1", REPORT, outlet="Orsk Echo", source_credit="Lusk Courier")
    assert told(one, reading("a2", REPORT, outlet="Lusk Courier", source_credit="Orsk Echo")).direction is None


def test_a_part_came_after_the_whole() -> None:
    found = told(reading("a1", cut(REPORT, 0.5)), reading("a2", REPORT))
    assert found.direction == "a2"
    assert "a part of it" in found.detail


def test_a_part_that_is_stamped_before_the_whole_is_an_earlier_version() -> None:
    early = reading("a1", cut(REPORT, 0.5), stated=(stamp("2031-03-03T09:00:00+00:00"),))
    late = reading("a2", REPORT, stated=(stamp("2031-03-03T18:00:00+00:00"),))
    assert told(early, late).direction == "a1"


def test_no_claim_is_made_against_stamps_whose_zone_is_not_printed() -> None:
    early = reading("a1", cut(REPORT, 0.5), stated=(stamp("2031-03-03T09:00:00"),))
    late = reading("a2", REPORT, stated=(stamp("2031-03-03T18:00:00"),))
    assert told(early, late).direction is None


def test_a_day_without_an_hour_does_not_come_before_the_hours_of_that_day() -> None:
    day = reading("a1", cut(REPORT, 0.5), stated=(stamp("2031-03-03"),))
    hour = reading("a2", REPORT, stated=(stamp("2031-03-03T18:00:00"),))
    assert told(day, hour).direction == "a2"


def test_a_report_that_says_it_is_updated_came_later() -> None:
    found = told(reading("a1", f"(Updates with reaction)\n\n{REPORT}"), reading("a2", REPORT))
    assert found.direction == "a2"


def test_who_shortens_a_quotation_came_later() -> None:
    short = REWORDED.replace(", and we have decided to share it like neighbours who mean to stay", "")
    found = told(reading("a1", short), reading("a2", REPORT))
    assert (found.relation, found.direction) == ("rewritten", "a2")
    assert "shortens" in found.detail


@pytest.mark.parametrize("other", [REPORT, REWORDED])
def test_without_evidence_there_is_no_direction(other: str) -> None:
    assert told(reading("a1", REPORT), reading("a2", other)).direction is None


def test_how_much_earlier_is_said_in_words() -> None:
    early = reading("a1", REPORT, stated=(stamp("2031-03-03T09:00:00+00:00"),))
    for late, gap in (
        ("2031-03-03T18:20:00+00:00", "9 hours 20 minutes"),
        ("2031-03-05T10:00:00+00:00", "2 days 1 hour"),
    ):
        found = told(early, reading("a2", REPORT, stated=(stamp(late),)))
        assert f"it was published {gap} earlier" in found.detail
