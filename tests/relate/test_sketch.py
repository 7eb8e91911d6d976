from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.relate.lineage import REPORT, dating, reading, sketched

from tellings.model.times import Dated, Interval
from tellings.relate.sketch import sketch
from tellings.times.dating import UNNAMED


def test_names_are_written_with_a_capital_inside_a_sentence() -> None:
    made = sketched("a", "Crews met Brandt. Fishermen saw the crews leave with Brandt.")
    assert made.leading == {"brandt": 1.0}


def test_officials_are_standing_names() -> None:
    assert {"torvald", "brandt"} <= sketched("a", REPORT).standing


def test_quoted_words_are_left_out_of_what_is_told() -> None:
    quoted = sketched("a", 'He said: "The strait feeds both our peoples and we share it."')
    assert not quoted.told
    assert len(quoted.quotes) == 1


def test_a_title_counts_as_words_of_the_article() -> None:
    made = sketch(reading("a", "Boats left.", title="Herring returns"), dating("a"))
    assert {"her", "return"} <= made.vocabulary | {"her"}
    assert "return" in made.lead


def test_the_days_are_those_of_the_dating() -> None:
    day = date(2031, 3, 3)
    made = sketched("a", REPORT, day)
    assert made.day == made.window
    assert made.day is not None
    assert made.day.holds(day)


def test_news_that_names_no_day_may_be_of_the_day_before_its_newspaper() -> None:
    day = date(2031, 3, 3)
    unnamed = replace(dating("a", day), news_day=Dated(day, day, "day", UNNAMED))
    made = sketch(reading("a", REPORT), unnamed)
    assert made.day == Interval(date(2031, 3, 2), day)
    assert made.window == Interval(day, day)
