"""Words of a title that tell of an event: kept beside the evidence of the text, exported, explained, checked."""

from __future__ import annotations

import json
from pathlib import Path

import tellings
from tellings.record import open_store
from tellings.record.check import check
from tellings.record.explain import explain

TITLE = "Kenya recalls ambassador from Uganda"
BODY = (
    "Kenya recalled its ambassador from Uganda on Monday after a dispute over fishing in Lake Victoria.\n\n"
    "The foreign ministry in Nairobi said that the envoy would stay at home until the boats were given back. "
    "Traders on both shores said that they feared for the market days of the coming month.\n"
)


def test_a_title_is_evidence_in_a_list_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{TITLE}\n\nMonday, 3 March 2031\n\n{BODY}", encoding="utf-8")
    with tellings.build([page], tmp_path / "record.sqlite") as record:
        record.export("jsonl", tmp_path)
    events = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text("utf-8").splitlines()]
    event = next(e for e in events if e["type"] == "SANCTION")
    words = {one["role"]: TITLE[one["start"] : one["end"]] for one in event["title_evidence"]}
    assert words == {"actor": "Kenya", "act": "recalls", "recipient": "Uganda"}
    assert {"act", "actor"} <= {one["role"] for one in event["evidence"]}
    assert not any(one["sentence"] == TITLE for one in event["evidence"])
    with open_store(tmp_path / "record.sqlite") as store:
        assert list(check(store)) == []
        told = explain(store, event["event_id"]).passages[-1]
    assert (told.text, told.note) == (TITLE, "told in the title too")
