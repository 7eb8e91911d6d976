from __future__ import annotations

import pytest

from tellings.clean.clocks import offset
from tellings.clean.dates import day_comes_first, find_dates


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Dec 30 2031, 15:19 ist", "2031-12-30T15:19:00+05:30"),
        ("Date:2031-04-14 03:32:45", "2031-04-14T03:32:45"),
        ("13:43, October 23, 2031", "2031-10-23T13:43:00"),
        ("2 Μay 2031", "2031-05-02"),
        ("April 16, 2031 at 10:17 p.m. EDT", "2031-04-16T22:17:00-04:00"),
        ("Sun 16 Apr 2031 16.05 BST", "2031-04-16T16:05:00+01:00"),
        ("2031-04-16T18:22:03Z", "2031-04-16T18:22:03+00:00"),
        ("2031-04-16T18:22:03.000+0000", "2031-04-16T18:22:03+00:00"),
        ("Wed, 03 May 2031 10:00:00 GMT", "2031-05-03T10:00:00+00:00"),
        ("7:41 PM GMT+2, 16 April 2031", "2031-04-16T19:41:00+02:00"),
        ("16 de abril de 2031", "2031-04-16"),
        ("16. März 2031", "2031-03-16"),
        ("2031年4月16日 10:20", "2031-04-16T10:20:00"),
        ("The WireNovember 21, 2031", "2031-11-21"),
        ("07:19, 16-Apr-31", "2031-04-16T07:19:00"),
        ("27.02.2031", "2031-02-27"),
        ("Jul 12, 2031 - 7:19 am GMT+3", "2031-07-12T07:19:00+03:00"),
        ("7:19am, 12 Jul 2031", "2031-07-12T07:19:00"),
        ("12th July 2031", "2031-07-12"),
    ],
)
def test_forms_of_dates(line: str, value: str) -> None:
    assert [printed.value for printed in find_dates(line)] == [value]


@pytest.mark.parametrize("line", ["", "30 February 2031", "in 1850 and 2031", "call 555-12-2031-9", "version 1.2.3"])
def test_what_is_no_date(line: str) -> None:
    assert list(find_dates(line)) == []


def test_numbers_that_may_be_read_both_ways_are_less_sure() -> None:
    (clear,) = find_dates("16/04/2031")
    (doubtful,) = find_dates("04/05/2031")
    (dotted,) = find_dates("04.05.2031")
    assert clear.sure > dotted.sure > doubtful.sure
    assert (doubtful.value, dotted.value) == ("2031-04-05", "2031-05-04")
    assert [d.value for d in find_dates("04/05/2031", day_first=True)] == ["2031-05-04"]


def test_an_ambiguous_zone_gives_no_offset() -> None:
    assert offset("CST") == ""
    assert offset("MSK") == "+03:00"
    assert offset("UTC-3") == "-03:00"


@pytest.mark.parametrize(
    ("lines", "language", "first"),
    [
        (["12/07/2031 07:19", "25/06/2031"], "en", True),
        (["12/07/2031", "06/25/2031"], "en", False),
        (["12/07/2031", "Modified: 12 July 2031"], "en", True),
        (["07/12/2031", "July 12, 2031"], "en", False),
        (["12/07/2031"], "en", None),
        (["12/07/2031"], "fr", True),
        (["12 July 2031"], "fr", None),
    ],
)
def test_what_tells_the_order_of_day_and_month(lines: list[str], language: str, first: bool | None) -> None:
    assert day_comes_first(lines, language) is first
