"""The day of words in the sentence before, and what it cannot be the day of."""

from __future__ import annotations

import pytest
from tests.events.circumstances.test_scenes import event
from tests.events.conftest import Read

OPENING = "Rain fell on the coast.\n\nThe harvest was late.\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two had met on Thursday in Lima. Peru will free ten Chilean prisoners.", "2031-05-12"),
        ("Chile had signed the truce on Friday. Peru is to free ten Chilean prisoners.", "2031-05-12"),
        ("The parliament met on Thursday. Peru will free ten Chilean prisoners, it heard.", "2031-05-08"),
        ("The two had met on Thursday in Lima. Peru promised Chile ten buses.", "2031-05-08"),
    ],
)
def test_a_promise_is_of_the_news_and_not_of_what_had_been_done(read: Read, text: str, day: str) -> None:
    assert str(event(read, OPENING + text, "AGREE").date)[:10] == day
