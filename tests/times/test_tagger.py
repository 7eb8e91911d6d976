"""Which words name a time, and what they say of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import Parse

from tellings.times import find
from tellings.times.rules import ASKED, RULES
from tellings.times.tagger import compiled, possible, tags
from tellings.times.words import number


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        ("They met on April 19.", "month_day", {"month": 4, "day": 19}),
        ("They met on Oct. 22, 2031.", "date", {"year": 2031, "month": 10, "day": 22}),
        ("They met on 3 March 2031.", "date", {"year": 2031, "month": 3, "day": 3}),
        ("They met on Friday, June 6.", "month_day", {"month": 6, "day": 6, "weekday": 4}),
        ("They met on 2031-06-06.", "date", {"year": 2031, "month": 6, "day": 6}),
        ("They met in February 2022.", "month", {"year": 2022, "month": 2}),
        ("They met in late 2021.", "year", {"year": 2021, "modifier": "late"}),
        ("The war of the 1990s ended.", "year", {"year": 1990, "unit": "decade"}),
        ("Sunday’s meeting went well.", "weekday", {"weekday": 6, "amount": None}),
        ("They met last Sunday.", "weekday", {"weekday": 6, "amount": -1}),
        ("The day before last Tuesday’s hearing they met.", "weekday", {"weekday": 0, "amount": -1}),
        ("They met the previous Sunday.", "weekday", {"weekday": 6, "amount": -1, "modifier": "anchored"}),
        ("They met on Thursday night.", "weekday", {"weekday": 3, "unit": "night"}),
        ("He came last month.", "relative", {"unit": "month", "amount": -1}),
        ("He came yesterday.", "relative", {"unit": "day", "amount": -1}),
        ("He came two days ago.", "relative", {"unit": "day", "amount": -2}),
        ("He came twenty-one days ago.", "relative", {"unit": "day", "amount": -21}),
        ("Talks begin in two weeks.", "relative", {"unit": "week", "amount": 2}),
        ("Aid comes within 30 days.", "relative", {"unit": "day", "amount": 30, "modifier": "within"}),
        ("He left the next day.", "relative", {"unit": "day", "amount": 1, "modifier": "anchored"}),
        ("The following year he left.", "relative", {"unit": "year", "amount": 1, "modifier": "anchored"}),
        ("They spoke over the weekend.", "relative", {"unit": "weekend"}),
        ("It ends by the end of the month.", "relative", {"unit": "month", "amount": 0, "modifier": "late"}),
        ("It grew in the third quarter of 2030.", "relative", {"unit": "quarter", "month": 7, "year": 2030}),
        ("It fell in nineteen ninety-six.", "year", {"year": 1996}),
        ("It is a bridge of the 19th century.", "year", {"year": 1800, "unit": "century"}),
        ("They met at 10 p.m. on Wednesday.", "weekday", {"weekday": 2, "clock": "22:00"}),
        ("He left at noon.", "clock", {"clock": "12:00"}),
        ("He came last night.", "relative", {"unit": "day", "amount": -1, "modifier": "night"}),
        ("He died last Oct. 23.", "month_day", {"month": 10, "day": 23, "amount": -1}),
        ("They met later that day.", "relative", {"unit": "day", "amount": 0, "modifier": "anchored"}),
        ("They met on the eve of the vote.", "relative", {"unit": "day", "amount": -1, "modifier": "eve"}),
        ("It closes by year-end.", "relative", {"unit": "year", "amount": 0, "modifier": "late"}),
        ("In this year's third quarter it grew.", "relative", {"unit": "quarter", "month": 7, "amount": 0}),
        ("The war lasted for years.", "duration", {"unit": "year", "amount": None}),
        (
            "It came less than a month after the coup.",
            "bounded",
            {"amount": -1, "unit": "month", "modifier": "less than"},
        ),
    ],
)
def test_words_of_time_are_read(text: str, kind: str, fields: dict[str, object]) -> None:
    (tag,) = tags(text)
    assert (tag.says.kind, {name: getattr(tag.says, name) for name in fields}) == (kind, fields)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital, we hear.",
        "The sun rose over the 17th annual meeting.",
        "The bank lent $2,031 to 1,999 clients.",
        "He has wed and sat on a second chair.",
        "The idea will fall to dust.",
        "The airline has four flights a week.",
        "A woman in her 30s spoke of three-quarters of the crop.",
    ],
)
def test_other_words_are_no_time(parse: Parse, text: str) -> None:
    assert find(*parse(text)) == ()


def test_lengths_and_repeated_times_are_left_out(parse: Parse) -> None:
    assert find(*parse("The three-day visit, the first in five years, is repeated every year.")) == ()


@pytest.mark.parametrize(
    ("word", "value"), [("a", 1), ("twelve", 12), ("twenty-one", 21), ("1,200", 1200), ("several", None)]
)
def test_numbers_in_words_and_digits(word: str, value: int | None) -> None:
    assert number(word) == value


@pytest.mark.parametrize(
    ("text", "head", "tense"),
    [
        ("Brazil recalled its envoy on Friday.", "recalled", "past"),
        ("Sunday’s meeting went well.", "meeting", "past"),
        ("The visit will last until April 19.", "last", "future"),
        ("The visit, scheduled until April 19, follows talks.", "scheduled", "future"),
        ("They met less than a month after Chile held a vote.", "held", "past"),
        ("Less than a month had passed since the visit when they met.", "visit", "past"),
    ],
)
def test_each_time_knows_its_governor_and_its_tense(parse: Parse, text: str, head: str, tense: str) -> None:
    article, parsed = parse(text)
    (found,) = find(article, parsed)
    assert parsed.sentences[found.sentence].tokens[found.head].text == head
    assert found.tense == tense


def test_spans_give_back_the_words(parse: Parse) -> None:
    article, parsed = parse("On Monday they met.\n\nThe “talks” end on 4 May 2031, he said.")
    assert [t.span.of(article.text) for t in find(article, parsed)] == ["Monday", "4 May 2031"]
    assert [t.index for t in find(article, parsed)] == [0, 1]


def test_a_bound_is_the_word_before(parse: Parse) -> None:
    found = find(*parse("It has grown since 2014 and ends by May 3."))
    assert [t.modifier for t in found] == ["since", "by"]


SAID = (
    "a the last next two 31 2031 1999 May Feb. Friday week weeks days months of ago after until later in 99 early , -"
)
WORDS = st.sampled_from(SAID.split())


@given(st.lists(WORDS, max_size=12))
def test_whatever_the_words_times_stand_apart_and_in_order(listed: list[str]) -> None:
    text = " ".join(listed)
    found = tags(text)
    assert [text[t.start : t.end] for t in found] == [t.text for t in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The summit was postponed until Monday.", "future"),
        ("The truce lasted until Monday.", "past"),
        ("The offer had been due to expire on Friday.", "past"),
        ("The minister could not be reached on Friday.", "past"),
        ("He invited her to Lume for November.", "future"),
        ("The court will look into it after Thursday's ruling.", "future"),
        ("The union will appeal Thursday's ruling.", "past"),
        ("The union will appeal at Thursday's hearing.", "future"),
        ("Neither the mayor nor her aides could be found on Friday.", "past"),
    ],
)
def test_words_around_a_time_say_whether_it_lies_ahead(parse: Parse, text: str, tense: str) -> None:
    (found,) = find(*parse(text))
    assert found.tense == tense


def test_a_rule_that_is_not_asked_finds_nothing() -> None:
    for text in ("Two days ago.", "It lasted three months.", "On May 3, after two weeks.", "In 2031.", "since Monday"):
        asked = {name for name, _, _ in possible(text)}
        found = {name for name, pattern, _ in compiled() if pattern.search(text)}
        assert found <= asked < {name for name, _, _ in compiled()}


def test_what_rules_are_asked_for_names_rules() -> None:
    assert {name for names, _ in ASKED for name in names} <= {name for name, _, _ in RULES}
