"""The mode of an event over all its accounts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.events.merging.test_merge import merged

from tellings.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The presidents of Kenya and Uganda met in Nairobi.", "visit"),
        ("The presidents of Kenya and Uganda met in Geneva.", "third-party"),
        ("The presidents of Kenya, Chad and Uganda met in Geneva.", "multilateral"),
        ("The presidents of Kenya and Uganda spoke by telephone.", "phone"),
    ],
)
def test_who_meets_and_where_tells_the_mode_of_a_meeting(read: Read, text: str, mode: str) -> None:
    events, _ = merged(read(text))
    assert [e.mode for e in events if e.type == "CONSULT"] == [(mode,)]
