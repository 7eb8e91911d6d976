"""Events that titles tell of too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.events.test_merge import merged

from tellings.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        ("Kenya recalls envoy from Uganda", "Kenya recalled its ambassador from Uganda on Monday.", True),
        ("Nairobi: envoy recalled", "Kenya recalled its ambassador from Uganda on Monday.", True),
        ("Chadian minister arrested in Niger", "Niger arrested a Chadian minister on Monday.", True),
        ("Kenya and Uganda at odds over lake", "Kenya recalled its ambassador from Uganda on Monday.", False),
        ("Envoy recalled", "Kenya recalled its ambassador from Uganda on Monday.", False),
    ],
    ids=["present tense", "a colon and no verb", "a participle alone", "another act", "nobody named"],
)
def test_a_title_tells_of_an_event_by_its_act_and_a_side(read: Read, title: str, body: str, told: bool) -> None:
    events, _ = merged(read(body, title=title))
    assert any("told in the title too" in event.detail for event in events) is told
