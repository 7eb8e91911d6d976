"""Every format writes every table; the JSON Lines have the fields that scripts read."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from records import fill

from tellings.errors import TellingsError
from tellings.exports import FORMATS, export
from tellings.exports.tables import TABLES, written
from tellings.record import Store, open_store
from tellings.record.judgements import judge

FIELDS = {
    "articles": "page article_id url title subtitle byline outlet agency source_credit dateline_place dateline_date captions photo_credits"
    " published updated published_basis published_confidence published_rejected language translated repairs text story_id family_id",
    "quotes": "quote_id page article_id kind text start end parts evidence speaker_text speaker_name speaker_id addressee_name"
    " cue relayed_by said_on said_on_basis utterance_id confidence",
    "events": "event_id type mode contexts quad score actors recipients date date_end date_precision date_basis place"
    " place_country place_geonames_id place_lat place_lon status reported_by summary story_id n_tellings n_independent"
    " confidence detail evidence",
    "stories": "story_id title date pages n_tellings n_independent families tellings",
    "disagreements": "story_id pages field values detail",
}
NESTED = {
    ("articles", "published_rejected"): "value reason",
    ("quotes", "parts"): "start end text",
    ("quotes", "evidence"): "role start end text",
    ("events", "actors"): "name text country sector office actor_id",
    ("events", "recipients"): "name text country sector office actor_id",
    ("events", "evidence"): "page article_id role start end text sentence",
    ("stories", "families"): "family_id pages",
    ("stories", "tellings"): "page other_page relation direction score detail shared",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("record") / "record.sqlite", create=True) as opened:
        fill(opened)
        yield opened


@pytest.fixture(scope="module")
def exported(store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict]]:
    paths = export(store, "jsonl", tmp_path_factory.mktemp("jsonl"))
    return {path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in paths}


@pytest.mark.parametrize("table", FIELDS)
def test_json_lines_have_the_fields_that_scripts_read(exported: dict[str, list[dict]], table: str) -> None:
    assert exported[table]
    for row in exported[table]:
        assert set(FIELDS[table].split()) <= set(row)


@pytest.mark.parametrize(("table", "field"), NESTED)
def test_lists_hold_objects_with_the_fields_that_scripts_read(
    exported: dict[str, list[dict]], table: str, field: str
) -> None:
    nested = [one for row in exported[table] for one in row[field]]
    assert nested
    assert all(set(NESTED[table, field].split()) <= set(one) for one in nested)


def test_shared_passages_have_both_spans(exported: dict[str, list[dict]]) -> None:
    [shared] = exported["stories"][0]["tellings"][0]["shared"]
    assert set(shared) == {"start", "end", "other_start", "other_end"}


def test_spans_give_back_their_words(exported: dict[str, list[dict]]) -> None:
    texts = {row["page"]: row["text"] for row in exported["articles"]}
    for quote in exported["quotes"]:
        for part in (*quote["parts"], *quote["evidence"]):
            assert texts[quote["page"]][part["start"] : part["end"]] == part["text"]
    for evidence in exported["events"][0]["evidence"]:
        assert texts[evidence["page"]][evidence["start"] : evidence["end"]] == evidence["text"]
        assert evidence["text"] in evidence["sentence"]


def test_truth_values_are_truth_values_and_nothing_is_null_as_text(exported: dict[str, list[dict]]) -> None:
    assert exported["articles"][0]["translated"] is False
    assert exported["articles"][0]["subtitle"] is None


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_delimited_text_reads_back(store: Store, tmp_path: Path, form: str, delimiter: str) -> None:
    for path, table in zip(export(store, form, tmp_path), TABLES, strict=True):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=delimiter))
        assert len(rows) == len(list(table.entries(store)))
        assert list(rows[0]) == table.columns
    assert json.loads(rows[0]["values"]) == ["Klow", "Szohôd"]


def test_parquet_keeps_numbers_and_truth_values(store: Store, tmp_path: Path) -> None:
    paths = {path.stem: path for path in export(store, "parquet", tmp_path)}
    typed = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{paths['events']}')").fetchall())
    assert (typed["score"], typed["quad"], typed["date"]) == ("DOUBLE", "BIGINT", "VARCHAR")
    assert duckdb.sql(f"SELECT translated FROM '{paths['articles']}'").fetchall() == [(False,)] * 3


def test_an_unknown_format_lists_those_that_exist(store: Store, tmp_path: Path) -> None:
    with pytest.raises(TellingsError) as error:
        export(store, "gdelt9", tmp_path)
    assert all(name in error.value.remedy for name in FORMATS)


def test_a_file_that_could_not_be_finished_does_not_take_the_old_one_s_place(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("old")
    with pytest.raises(TypeError), written(path) as file:
        file.writelines(["half", None])  # type: ignore[list-item]
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("events.jsonl", "old")]


def test_a_folder_that_is_a_file_is_named(store: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(TellingsError, match="taken"):
        export(store, "jsonl", tmp_path / "taken" / "inside")


def test_what_people_rejected_is_not_exported(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        fill(store)
        quote = next(iter(store.readings())).quotes[0]
        judge(store, quote.quote_id, "reject", author="Ida")
        export(store, "jsonl", tmp_path / "out")
    assert quote.quote_id not in (tmp_path / "out" / "quotes.jsonl").read_text()
