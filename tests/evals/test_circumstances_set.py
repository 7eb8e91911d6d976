"""The set of circumstances: short articles with the place, mode, context and day of each act."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evals.circumstances import FIELDS, is_right

from tellings.vocab.countries import countries
from tellings.vocab.tables import rows as vocabulary

PATH = Path(__file__).parents[2] / "evals" / "sets" / "circumstances.jsonl"
ROWS = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]
EVENTS = [(row["text"], event) for row in ROWS for event in row["events"]]
KINDS = {(row["type"], row["mode"]) for row in vocabulary("plover.tsv")}


def test_every_article_has_a_number_of_its_own_and_a_part() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    assert {row["part"] for row in ROWS} == {"one", "two", "three", "last"}


def test_the_words_of_an_act_stand_in_its_article() -> None:
    assert [event["act"] for text, event in EVENTS if event["act"] not in text] == []
    assert [event["act"] for _, event in EVENTS if not set(event) <= {"act", "type", *FIELDS}] == []


def test_types_modes_contexts_and_countries_are_known() -> None:
    contexts = {row["context"] for row in vocabulary("contexts.tsv")}
    modes = [(event["type"], (event.get("mode") or "").split("|")) for _, event in EVENTS]
    assert [m for types, ms in modes for m in ms if not any((t, m) in KINDS for t in types)] == []
    assert {c for _, event in EVENTS for c in (event.get("context") or "").split("|")} <= {*contexts, ""}
    assert {event["country"] for _, event in EVENTS if event.get("country")} <= countries().keys()


@pytest.mark.parametrize(
    ("want", "got", "field", "right"),
    [
        ("Lima", ("Greater Lima",), "place", True),
        ("Lima|Callao", ("Callao",), "place", True),
        ("Lima", (), "place", False),
        (None, (), "place", True),
        (None, ("Lima",), "place", False),
        ("legal|crime", ("economic", "crime"), "context", True),
        ("2031-05-06", ("2031-05-06", "2031-05-06"), "date", True),
        ("2031-05-06", ("2031-05-01", "2031-05-06"), "date", False),
    ],
)
def test_an_answer_is_right_by_its_field(want: str | None, got: tuple[str, ...], field: str, right: bool) -> None:
    assert is_right(want, got, field) == right
