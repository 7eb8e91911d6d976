"""Events that titles tell of too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.events.merging.test_merge import merged

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


def test_the_words_of_a_title_are_evidence_with_offsets_into_it(read: Read) -> None:
    title = "Kenya recalls envoy from Uganda"
    _, evidence = merged(read("Kenya recalled its ambassador from Uganda on Monday.", title=title))
    rows = [row for row in evidence if row.field == "title"]
    assert [(row.role, title[row.start : row.end]) for row in rows] == [
        ("actor", "Kenya"),
        ("act", "recalls"),
        ("recipient", "Uganda"),
    ]
    assert all(row.text == title[row.start : row.end] and row.sentence == title for row in rows)
    assert {row.field for row in evidence} == {"text", "title"}


def test_a_title_tells_no_refusal_by_the_word_of_what_is_refused(read: Read) -> None:
    body = "Kenya refused to sign the treaty with Uganda on Monday."
    _, evidence = merged(read(body, title="Kenya, Uganda sign treaty"))
    assert not any(row.field == "title" for row in evidence)


def test_where_a_title_says_it_was_is_no_side(read: Read) -> None:
    body = "Kenya and Uganda signed a treaty in Nairobi."
    _, evidence = merged(read(body, title="Uganda: treaty signed in Nairobi"))
    assert [row.text for row in evidence if row.field == "title" and row.role != "act"] == ["Uganda"]


def test_a_title_that_has_the_other_side_do_the_like_tells_of_another_event(read: Read) -> None:
    body = "Kenya detained six Ugandan sailors on Tuesday. Uganda had seized two Kenyan fishing boats in January."
    events, _ = merged(read(body, title="Kenya detains Ugandan patrol crew"))
    told = {e.actors[0].name: "told in the title too" in e.detail for e in events}
    assert told == {"Kenya": True, "Uganda": False}
