"""What a time is counted from."""

from __future__ import annotations

import pytest
from worlds import Parse, day, days

from tellings.model.times import Interval
from tellings.times import counted_from, find, resolve

PUBLISHED = day("2031-04-16")


def last(parse: Parse, text: str, published: Interval = PUBLISHED) -> tuple[str, str] | None:
    found = find(*parse(text))
    dated = resolve(found[-1], published, "past", counted_from(found, found[-1], published))
    return (dated.first.isoformat(), dated.last.isoformat()) if dated else None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They met on April 3. Two days later they signed.", "2031-04-05"),
        ("They met on April 3. The next day they signed. A week later the pact was dead.", "2031-04-08"),
        ("Jets bombed the camp on April 10, two days after the raid.", "2031-04-08"),
        ("The pact was signed in March 2029. They met the next day.", ""),
        ("Shares fell on April 11. They were down 4 % from the previous Friday.", "2031-04-04"),
        ("They met on April 8. On the following Friday they signed.", "2031-04-11"),
        ("It rained. They were down 4 % from the previous Friday.", "2031-04-11"),
    ],
)
def test_it_is_the_time_named_just_before(parse: Parse, text: str, first: str) -> None:
    assert (last(parse, text) or ("",))[0] == first


def test_a_time_named_long_before_is_out_of_mind(parse: Parse) -> None:
    text = "They met on April 3. It rained. The road was closed. A bridge broke. Two days earlier they had signed."
    assert last(parse, text) == ("2031-04-14", "2031-04-14")


def test_an_uncertain_anchor_gives_an_uncertain_day(parse: Parse) -> None:
    text = "They met in the spring. The envoy came less than a month after the coup."
    published = days("2031-04-10", "2031-04-16")
    assert last(parse, text, published) == ("2031-03-10", "2031-04-16")


def test_since_an_event_without_a_day_is_open_to_the_past(parse: Parse) -> None:
    (found,) = find(*parse("It was his third visit within two months of taking office."))
    assert found.modifier == "within"


def test_a_chain_that_nobody_would_follow_gives_no_day(parse: Parse) -> None:
    assert last(parse, "They met on April 3. " + "Two days later they met. " * 60) is None
