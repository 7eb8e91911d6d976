"""What only the Parquet store promises."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from records import fill, page, reading

from tellings.errors import TellingsError
from tellings.record import open_store, parquet


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    with open_store(tmp_path / "record", create=True) as store:
        fill(store)
    return tmp_path / "record"


def test_the_files_are_plain_parquet_for_anyone(filled: Path) -> None:
    found = duckdb.sql(f"SELECT page, published, story_id IS NOT NULL FROM '{filled}/articles/*.parquet'").fetchall()
    assert len(found) == 3
    assert all(day and story for _, day, story in found)


def test_files_without_a_manifest_s_word_are_cleaned_away(filled: Path) -> None:
    orphan = filled / "articles" / "999999.parquet"
    orphan.write_bytes(b"half a file")
    with open_store(filled) as store:
        assert store.counts()["articles"] == 3
    assert orphan.exists(), "a reader deletes nothing"
    with open_store(filled, write=True) as store:
        assert store.counts()["articles"] == 3
    assert not orphan.exists()


def test_a_record_of_a_newer_version_is_refused(filled: Path) -> None:
    manifest = json.loads((filled / "manifest.json").read_text())
    (filled / "manifest.json").write_text(json.dumps(manifest | {"tellings_record": 99}))
    for how in ({}, {"write": True}, {"create": True}):
        with pytest.raises(TellingsError, match="newer version"):
            open_store(filled, **how)


def test_a_record_of_an_older_version_is_refused(filled: Path) -> None:
    manifest = json.loads((filled / "manifest.json").read_text())
    (filled / "manifest.json").write_text(json.dumps(manifest | {"tellings_record": 1}))
    with pytest.raises(TellingsError, match="older version"):
        open_store(filled)


def test_a_folder_of_other_things_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(TellingsError, match="not a Tellings record"):
        open_store(tmp_path, create=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_damaged_manifest_is_named(filled: Path) -> None:
    (filled / "manifest.json").write_text("{")
    with pytest.raises(TellingsError, match="damaged"):
        open_store(filled)


def test_a_missing_file_is_named_and_not_passed_over(filled: Path) -> None:
    next((filled / "events").iterdir()).unlink()
    with pytest.raises(TellingsError, match="damaged"):
        open_store(filled)


def test_a_second_writer_is_told_to_wait(filled: Path) -> None:
    with open_store(filled, write=True), pytest.raises(TellingsError, match="in use by another process"):
        open_store(filled, write=True)
    with open_store(filled, write=True) as store:
        assert len(store.page_ids()) == 3


def test_many_small_builds_leave_few_files(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "MOST_FILES", 3)
    with open_store(filled, write=True) as store:
        for number in range(10, 16):
            store.add(page(number), reading(page(number)))
            store.commit()
        fill(store, ())
    assert [len(list((filled / table).iterdir())) for table in ("pages", "articles", "dropped")] == [1, 1, 1]
    with open_store(filled) as store:
        assert len(store.page_ids()) == 9
