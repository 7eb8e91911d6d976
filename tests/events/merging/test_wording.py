"""An event in one readable line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.events.merging.test_merge import merged

from tellings.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kenya arrested the reporter Amara Dlin.", "Kenya arrested Amara Dlin"),
        ("Kenya freed two Ugandan fishermen.", "Kenya released fishermen of Uganda"),
        ("Kenya expelled Ugandans and warned Uganda.", "Kenya expelled people of Uganda"),
        ("Kenyan President Amara Dlin visited Uganda.", "Amara Dlin visited Uganda on"),
    ],
    ids=["a person", "a group", "a state's people", "a place that is the host"],
)
def test_who_was_arrested_freed_or_visited_is_said_plainly(read: Read, text: str, said: str) -> None:
    assert any(event.summary.startswith(said) for event in merged(read(text, "a1"))[0])
