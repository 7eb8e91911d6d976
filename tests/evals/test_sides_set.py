"""The set of sides: short texts with every event, its actor and its recipient."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from evals.sides import DATA, HALVES, VOCABULARY, Wanted, is_side

from tellings.model.rows import Party
from tellings.vocab.tables import rows as vocabulary

ROWS: list[dict[str, Any]] = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
TYPES = {row["type"] for row in vocabulary("plover.tsv")} | {"*"}
POLICE = Party("p", "police of Kenya", "police", "KEN", "COP", None)
UGANDA = Party("u", "Uganda", "Ugandans", "UGA", None, None)


def test_every_row_has_the_fields_and_known_types() -> None:
    assert [row for row in ROWS if set(row) != {"half", "about", "text", "events", "optional"}] == []
    assert {row["half"] for row in ROWS} == set(HALVES)
    assert {kind for row in ROWS for event in row["events"] + row["optional"] for kind in event["type"]} <= TYPES


def test_no_text_stands_twice_and_enough_are_blind_to_measure_on() -> None:
    assert [text for text, n in Counter(row["text"] for row in ROWS).items() if n > 1] == []
    assert sum(len(row["events"]) for row in ROWS if row["half"] == "blind") >= 90


def test_every_type_is_there() -> None:
    types = Counter(event["type"][0] for row in ROWS for event in row["events"])
    assert TYPES - {"*"} <= set(types)


def test_the_vocabulary_of_the_set_is_there() -> None:
    assert sorted(path.name for path in VOCABULARY.glob("*.tsv")) == ["countries.tsv", "organisations.tsv"]


@pytest.mark.parametrize(
    ("parties", "wanted", "fits"),
    [
        ((POLICE,), "KEN", True),
        ((POLICE,), "KEN/COP|MIL", True),
        ((POLICE,), "KEN/GOV", False),
        ((POLICE,), "UGA~KEN", True),
        ((POLICE, UGANDA), "KEN", False),
        ((POLICE, UGANDA), "UGA+KEN", True),
        ((replace(POLICE, country=None),), "-", True),
        ((POLICE,), "-", False),
        ((), "none", True),
        ((), "KEN", False),
        ((POLICE,), "*", True),
    ],
)
def test_what_a_side_asks_for(parties: tuple[Party, ...], wanted: str, fits: bool) -> None:
    assert is_side(parties, wanted) == fits


def test_an_event_with_two_mutual_sides_may_have_them_in_any_order() -> None:
    wanted = Wanted(("CONSULT",), "KEN", "UGA~none", True, ())
    assert is_side((UGANDA, POLICE), "KEN+UGA")
    assert wanted.mutual
