"""Those whom only their role names, and invented names, as sides of acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.reading import Reading


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("The unions began a strike on Monday.", "PROTEST", ["The unions"], []),
        ("Vandoria handed a smuggler over to Ostmar.", "COOPERATE", ["Vandoria"], ["Ostmar"]),
        ("A crowd threw stones at the Chilean embassy.", "PROTEST", ["A crowd"], ["the Chilean embassy"]),
        ("Police broke up a rally with batons.", "ASSAULT", ["Police"], []),
    ],
)
def test_who_is_named_by_a_role_or_by_an_unknown_name_acts(
    read: Callable[..., Reading], text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    reading = read(text)
    coding = next(c for c in reading.codings if c.type == kind)
    named = [reading.cast.mentions[m].text for m in coding.actors]
    assert named == actors
    assert [reading.cast.mentions[m].text for m in coding.recipients] == recipients


def test_a_thing_of_a_known_side_stays_that_side(lines: Callable[[str], list[str]]) -> None:
    assert "RETREAT IRN>GRC" in lines("Tehran released the crew of a Greek tanker.")


def test_weapons_are_no_doers(lines: Callable[[str], list[str]]) -> None:
    assert lines("The vessels passed the strait.") == []
