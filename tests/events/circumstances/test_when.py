"""Which time expression dates an act."""

from __future__ import annotations

import pytest
from tests.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "type_", "time"),
    [
        ("The war began on May 6, when Kenya seized boats of Uganda.", "COERCE", "May 6"),
        ("Two men died on Monday when Kenya shelled Uganda.", "ASSAULT", "Monday"),
        ("Kenya had closed the border with Uganda the day before.", "COERCE", "the day before"),
    ],
)
def test_an_act_has_the_time_that_governs_it(read: Read, text: str, type_: str, time: str) -> None:
    reading = read(text)
    coding = next(c for c in reading.codings if c.type == type_)
    assert coding.time is not None
    assert reading.times[coding.time].text == time


def test_a_time_within_a_word_is_no_trouble(read: Read) -> None:
    reading = read(
        "Kenya has defended its decision to advise against the post-1990s vaccine of Uganda, under-60s said."
    )
    assert [t.text for t in reading.times if t.text == "60s"] == []
    assert [c.type for c in reading.codings] != []
