"""Expressions to days, as news means them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import Parse, day, days

from tellings.model.times import Interval, TimeExpression
from tellings.times import find, resolve

WEDNESDAY = "2031-04-16"


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("They met on Wednesday.", "2031-04-16", "2031-04-16", "day"),
        ("They met on Thursday.", "2031-04-10", "2031-04-10", "day"),
        ("They met last Sunday.", "2031-04-13", "2031-04-13", "day"),
        ("They will meet on Friday.", "2031-04-18", "2031-04-18", "day"),
        ("They will meet next Tuesday.", "2031-04-22", "2031-04-22", "day"),
        ("They met on December 31.", "2030-12-31", "2030-12-31", "day"),
        ("They met on April 17.", "2031-04-17", "2031-04-17", "day"),
        ("They met last week.", "2031-04-07", "2031-04-13", "week"),
        ("They met last month.", "2031-03-01", "2031-03-31", "month"),
        ("They met last year.", "2030-01-01", "2030-12-31", "year"),
        ("They met in May.", "2030-05-01", "2030-05-31", "month"),
        ("They will meet in May.", "2031-05-01", "2031-05-31", "month"),
        ("They met two days ago.", "2031-04-14", "2031-04-14", "day"),
        ("They met over the weekend.", "2031-04-12", "2031-04-13", "range"),
        ("They met in February 2022.", "2022-02-01", "2022-02-28", "month"),
        ("Aid will come within 30 days.", "2031-04-16", "2031-05-16", "range"),
        ("It will last until May 3.", "2031-04-16", "2031-05-03", "range"),
        ("It has grown since 2029.", "2029-01-01", "2031-04-16", "range"),
        ("They met less than a month after the coup.", "2031-03-16", "2031-04-16", "range"),
        ("Profits grew in the fourth quarter.", "2030-10-01", "2030-12-31", "range"),
        ("They met in February of last year.", "2030-02-01", "2030-02-28", "month"),
        ("They had met the day before.", "2031-04-15", "2031-04-15", "day"),
        ("They met over the past year.", "2030-04-16", "2031-04-16", "year"),
        ("They will vote this September.", "2031-09-01", "2031-09-30", "month"),
        ("They met last November.", "2030-11-01", "2030-11-30", "month"),
        ("He was killed on October 12.", "2030-10-12", "2030-10-12", "day"),
        ("They met a decade ago.", "2021-01-01", "2021-12-31", "year"),
        ("It began in the 19th century.", "1800-01-01", "1899-12-31", "range"),
    ],
)
def test_words_come_to_days(parse: Parse, text: str, first: str, last: str, precision: str) -> None:
    (found,) = find(*parse(text))
    dated = resolve(found, day(WEDNESDAY))
    assert dated is not None
    assert (dated.first.isoformat(), dated.last.isoformat(), dated.precision) == (first, last, precision)


def test_over_a_week_of_publication_one_weekday_is_one_day(parse: Parse) -> None:
    (found,) = find(*parse("They met on Sunday."))
    dated = resolve(found, days("2031-04-13", "2031-04-19"))
    assert dated is not None
    assert (dated.first, dated.precision) == (date(2031, 4, 13), "day")


def test_over_a_longer_time_it_is_an_interval(parse: Parse) -> None:
    (found,) = find(*parse("They met on Sunday."))
    dated = resolve(found, days("2031-04-13", "2031-04-25"))
    assert dated is not None
    assert (dated.first, dated.last, dated.precision) == (date(2031, 4, 13), date(2031, 4, 20), "range")


def test_the_basis_says_what_it_rests_on(parse: Parse) -> None:
    (found,) = find(*parse("They met last month."))
    dated = resolve(found, day(WEDNESDAY))
    assert dated is not None
    assert dated.basis == "'last month' as of 2031-04-16"


@pytest.mark.parametrize(
    "text",
    ["Ties grew in recent years.", "They met last summer.", "It came 900 centuries ago.", "He left two days later."],
)
def test_what_cannot_be_said_is_not_said(parse: Parse, text: str) -> None:
    (found,) = find(*parse(text))
    assert resolve(found, day(WEDNESDAY)) is None


def test_without_a_day_of_publication_only_full_dates_are_known(parse: Parse) -> None:
    weekday, full = find(*parse("They met on Friday and on 4 May 2031."))
    assert resolve(weekday, Interval(None, None)) is None
    assert resolve(full, Interval(None, None)) is not None


@given(
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "weekend"]),
    st.integers(-40, 40),
    st.sampled_from([None, "within", "late", "until", "since", "about", "anchored"]),
)
def test_days_always_stand_in_order(published: date, unit: str, amount: int, modifier: str | None) -> None:
    expression = TimeExpression(
        start=0, end=0, text="words", kind="relative", unit=unit, amount=amount, modifier=modifier
    )
    dated = resolve(expression, Interval(published, published))
    assert dated is None or dated.first <= dated.last


def test_what_is_past_is_not_in_the_part_of_a_month_to_come(parse: Parse) -> None:
    (found,) = find(*parse("They left in the middle of the month."))
    made = resolve(found, days("2031-03-26", "2031-04-01"), "past")
    assert made
    assert (made.first.month, made.last.month) == (3, 3)


def test_a_time_beside_the_main_act_is_told_from_its_own(parse: Parse) -> None:
    (raid,) = find(*parse("Brazil blamed Argentina for the raid in which a post was burnt on Sunday."))
    (blame,) = find(*parse("Brazil on Sunday blamed Argentina for the raid."))
    assert (raid.aside, blame.aside) == (True, False)
