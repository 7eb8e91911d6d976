"""The library: a record built, opened and asked in Python."""

from __future__ import annotations

from pathlib import Path

import pytest
from records import fill

import tellings as t
from tellings.record import open_store

PAGE = """Brazil and Argentina agree on a bridge

Brazil's foreign minister met Argentina's foreign minister in Brasilia on 2 March 2031.

"The bridge is ours together," the Brazilian minister said after the meeting, which lasted two hours.
"""


@pytest.fixture
def record(tmp_path: Path) -> t.Record:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        fill(store)
    return t.open(tmp_path / "record.sqlite")


def test_building_without_a_path_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    with t.build([tmp_path / "page.txt"], jobs=1) as record:
        path = record.store.path
        assert path.exists()
        assert len(record.articles()) == 1
        assert record.summary
        assert not record.summary.rejects
    assert not path.exists()


def test_answers_are_frozen_dataclasses(record: t.Record) -> None:
    [event] = record.events(pair=("BOR", "SYL"))
    assert event.actors[0].country == "BOR"
    assert event.evidence[0].sentence
    with pytest.raises(AttributeError):
        event.type = "AID"  # type: ignore[misc]


def test_every_question_has_an_answer(record: t.Record) -> None:
    asked = (record.articles(), record.quotes(), record.stories(), record.disagreements(), record.actors())
    assert [len(found) for found in asked] == [3, 3, 1, 1, 3]
    assert record.dyad("BOR", "SYL", by="year")[0].period == "2031"
    assert len(record.search("outrage")) == 3
    assert record.explain(record.events()[0].event_id).passages


def test_a_record_that_is_read_cannot_be_judged(record: t.Record, tmp_path: Path) -> None:
    event = record.events()[0].event_id
    with pytest.raises(t.TellingsError, match="cannot be written"):
        record.judge(event, "reject", "Ida")
    with t.open(tmp_path / "record.sqlite", write=True) as written:
        written.judge(event, "change", "Ida", field="status", value="denied")
        assert written.events()[0].status == "denied"


def test_there_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(t.TellingsError, match="no record"):
        t.open(tmp_path / "none.sqlite")


def test_answers_go_over_to_pandas(record: t.Record) -> None:
    pytest.importorskip("pandas")
    assert list(record.events().to_pandas()["type"]) == ["ACCUSE"]


def test_answers_go_over_to_polars(record: t.Record) -> None:
    pytest.importorskip("polars")
    assert record.events().to_polars()["type"].to_list() == ["ACCUSE"]
