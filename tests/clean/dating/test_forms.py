from __future__ import annotations

import time

import pytest

from tellings.clean.dating.clocks import offset
from tellings.clean.dating.forms import day_comes_first, find_dates, find_yearless


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
        ("viernes 25 de septiembre de 2031", "2031-09-25"),
        ("05 Gennaio 2031", "2031-01-05"),
        ("2 січня 2031, 09:00", "2031-01-02T09:00:00"),
        ("22 Σεπτεμβρίου 2031", "2031-09-22"),
        ("٠٢:٠٠ الاثنين ١ / ١٢ / ٢٠٣١", "2031-12-01T02:00:00"),
        ("3 كانون الثاني 2031", "2031-01-03"),
        ("५ सितंबर २०३१", "2031-09-05"),
        ("۱۲ اسفند ۱۴۰۹ - ۰۶:۵۵", "2031-03-03T06:55:00"),
        ("1409/12/12", "2031-03-03"),
        ("5 ม.ค. 2574", "2031-01-05"),
        ("ngày 5 tháng 3 năm 2031", "2031-03-05"),
        ("2031년 5월 3일 오후 3:21", "2031-05-03T15:21:00"),
        ("2031. augusztus 18., hétfő", "2031-08-18"),
        ("2031 m. sausio 5 d.", "2031-01-05"),
        ("2031. gada 5. janvārī", "2031-01-05"),
        ("27 Mar 31 à 9:21", "2031-03-27T09:21:00"),
        ("Published Fri, May 2 20312:23 PM EDT", "2031-05-02T14:23:00-04:00"),
        ("Coast TimesNovember 21, 203101747", "2031-11-21"),
        ("dpa:310227-99-820474/3", "2031-02-27"),
    ],
)
def test_forms_of_dates(line: str, value: str) -> None:
    assert [printed.value for printed in find_dates(line)] == [value]


@pytest.mark.parametrize("line", ["", "30 February 2031", "in 1850 and 2031", "call 555-12-2031-9", "version 1.2.3"])
def test_what_is_no_date(line: str) -> None:
    assert list(find_dates(line)) == []


@pytest.mark.parametrize(
    ("line", "value", "weekday"),
    [
        ("22. Oktober, 14:05 Uhr", "--10-22T14:05:00", None),
        ("Sat 3 May 16.05 BST", "--05-03T16:05:00+01:00", 5),
        ("2月15日（土）7時0分", "--02-15T07:00:00", 5),
        ("Montag, 22.10., 14:05 Uhr", "--10-22T14:05:00", 0),
    ],
)
def test_dates_without_a_year(line: str, value: str, weekday: int | None) -> None:
    (printed,) = find_yearless(line)
    assert (printed.value, printed.weekday) == (value, weekday)


def test_a_weekday_settles_the_order_of_day_and_month() -> None:
    (printed,) = find_dates("Tuesday 08/04/2031")
    assert (printed.value, printed.weekday) == ("2031-04-08", 1)
    (printed,) = find_dates("Monday 08/04/2031", day_first=True)
    assert printed.value == "2031-08-04"


@pytest.mark.parametrize("part", ["1", "1 ", "12.12.", "2031 ", "Jan 1 ", "1a ", "20"])
def test_a_long_line_takes_time_in_proportion(part: str) -> None:
    begun = time.process_time()
    assert list(find_dates(part * (1_000_000 // len(part)))) == []
    assert time.process_time() - begun < 5


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


def test_a_weekday_of_two_words_settles_the_order_too() -> None:
    assert next(find_dates("Chủ nhật, 10/9/2023, 21:40")).value == "2023-09-10T21:40:00"
