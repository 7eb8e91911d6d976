"""The contrast set of statuses: pairs of sentences that differ in whether the act took place."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from tellings.vocab.tables import rows as vocabulary

PATH = Path(__file__).parents[2] / "evals" / "sets" / "status.jsonl"
FIELDS = {"pair", "text", "actor", "act", "recipient", "type", "status"}
STATUSES = {"happened", "planned", "hypothetical", "alleged", "denied", "negated"}
TYPES = {row["type"] for row in vocabulary("plover.tsv")}

Row = dict[str, str]
ROWS: list[Row] = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]


def by_pair() -> dict[str, list[Row]]:
    pairs: dict[str, list[Row]] = defaultdict(list)
    for row in ROWS:
        pairs[row["pair"]].append(row)
    return pairs


def test_every_row_has_the_fields_and_known_labels() -> None:
    assert [row for row in ROWS if set(row) != FIELDS] == []
    assert [row for row in ROWS if row["type"] not in TYPES or row["status"] not in STATUSES] == []


def test_actor_act_and_recipient_are_words_of_the_text_and_the_act_stands_once() -> None:
    assert [row for row in ROWS if row["actor"] not in row["text"] or row["recipient"] not in row["text"]] == []
    assert [row for row in ROWS if not row["act"] or row["text"].count(row["act"]) != 1] == []


def test_there_are_400_pairs_of_one_type_in_which_one_act_happened_and_the_other_did_not() -> None:
    pairs = by_pair().values()
    assert len(pairs) >= 400
    assert [pair for pair in pairs if len(pair) != 2 or len({row["type"] for row in pair}) != 1] == []
    assert [pair for pair in pairs if sum(row["status"] == "happened" for row in pair) != 1] == []


def test_no_sentence_stands_twice() -> None:
    assert [text for text, n in Counter(row["text"] for row in ROWS).items() if n > 1] == []


def test_every_type_and_every_status_is_there_often_enough_to_be_measured() -> None:
    types, statuses = Counter(row["type"] for row in ROWS), Counter(row["status"] for row in ROWS)
    assert {kind: types[kind] for kind in TYPES if types[kind] < 40} == {}
    assert {status: statuses[status] for status in STATUSES if statuses[status] < 40} == {}
