"""How weekdays told in the past tense are counted."""

from __future__ import annotations

from datetime import date

import pytest
from evals.timex import Counts, Timex, count, scores

WRITTEN = date(2031, 4, 16)  # a Wednesday


def weekday(words: str, value: str, found: str, tense: str | None = "past") -> dict[str, float | int]:
    counts = Counts()
    got = Timex(0, len(words), words, "DATE", found, "weekday", tense)  # type: ignore[arg-type]
    count(counts, [Timex(0, len(words), words, "DATE", value)], [got], WRITTEN)
    return scores(counts)


def test_a_weekday_is_right_by_its_marked_day() -> None:
    assert weekday("Monday", "2031-04-14", "2031-04-14")["weekday_past"] == 1.0
    assert weekday("Monday", "2031-04-14", "2031-04-07")["weekday_past_clear"] == 0.0


def test_only_what_is_told_in_the_past_tense_counts() -> None:
    assert weekday("Monday", "2031-04-21", "2031-04-21", tense="future")["weekday_past_n"] == 0


@pytest.mark.parametrize(
    ("words", "value", "unclear"),
    [
        ("Monday", "2031-04-15", 1),  # a Tuesday
        ("Monday", "2031-04-07", 1),  # over a week before
        ("the previous Monday", "2031-04-07", 0),
        ("day before last Tuesday", "2031-04-14", 0),
        ("Monday", "2031-04-14", 0),
    ],
)
def test_a_mark_that_the_words_rule_out_is_counted_apart(words: str, value: str, unclear: int) -> None:
    assert weekday(words, value, "2031-04-14")["weekday_past_unclear"] == unclear
