"""What only the SQLite store promises."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from records import fill, page, reading, story_rows

from tellings.errors import TellingsError
from tellings.model.rows import StoryRows
from tellings.record import answers, connection, open_store, queries, schema
from tellings.record import rows as to_rows
from tellings.record.filters import Filter
from tellings.record.sqlite import SqliteStore
from tellings.record.store import Row, Value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


@pytest.fixture
def filled(path: Path) -> Path:
    with open_store(path, create=True) as store:
        fill(store)
    return path


def test_the_file_is_wal_with_foreign_keys_and_search(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA foreign_key_list(quotes)").fetchall()
    assert connection.execute("INSERT INTO articles_words(articles_words) VALUES ('integrity-check')")
    connection.close()


def test_a_store_turns_foreign_keys_on(filled: Path) -> None:
    with open_store(filled) as store:
        assert list(store.rows("PRAGMA foreign_keys")) == [(1,)]
        assert list(store.rows("PRAGMA synchronous")) == [(1,)]


def indexes(path: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(path)
    found = set(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
    connection.close()
    return found


def test_indexes_that_were_put_aside_for_many_rows_are_there_again(path: Path) -> None:
    with open_store(path, create=True) as store:
        before = indexes(path)
        fill(store)
    assert indexes(path) == before
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_what_a_story_refers_to_comes_first() -> None:
    """Without its index, a table is read whole for each row that something in it waits for."""
    told = story_rows([reading(page(number)) for number in (1, 2, 3)])
    come = {("actors", actor.actor_id) for actor in told.actors}
    for table, row in to_rows.story_rows(told):
        for column in schema.columns(table):
            value = row.get(column.name)
            if column.references and value is not None and column.references[0] in schema.STORY_TABLES:
                assert (column.references[0], value) in come
            if column.name == schema.columns(table)[0].name:
                come.add((table, value))


def test_a_derivation_that_fails_leaves_the_indexes(filled: Path) -> None:
    def stopped() -> Iterator[StoryRows]:
        raise KeyboardInterrupt
        yield

    before = indexes(filled)
    with open_store(filled, write=True) as store, pytest.raises(KeyboardInterrupt):
        store.replace_stories(stopped())
    assert indexes(filled) == before


def test_search_follows_removal(filled: Path) -> None:
    with open_store(filled, write=True) as store:
        store.remove(page(1).page_id)
        assert len(list(queries.search(store, "border"))) == 2


def test_a_record_of_a_newer_version_is_refused(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for how in ({}, {"write": True}, {"create": True}):
        with pytest.raises(TellingsError, match="newer version") as error:
            open_store(filled, **how)
        assert "upgrade" in error.value.remedy


def test_a_record_of_an_older_version_is_refused(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(TellingsError, match="older version") as error:
        open_store(filled, create=True)
    assert "build it anew" in error.value.remedy


def test_a_file_that_is_no_record_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("Dear diary, this is no database at all, but it is long enough to be taken for one. " * 20)
    before = path.read_bytes()
    for how in ({}, {"create": True}):
        with pytest.raises(TellingsError, match="not a Tellings record"):
            open_store(path, **how)
    assert path.read_bytes() == before


def test_another_program_s_database_is_refused(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mine (a)")
    other.close()
    with pytest.raises(TellingsError, match="not a Tellings record"):
        open_store(path, create=True)


def test_a_second_writer_is_told_to_wait(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    with open_store(filled, write=True) as first, open_store(filled, write=True) as second:
        first.add(page(7), reading(page(7)))
        with pytest.raises(TellingsError, match="in use by another process") as error:
            second.add(page(8), reading(page(8)))
        assert "wait" in error.value.remedy
        first.commit()
        second.add(page(8), reading(page(8)))
        second.commit()
        assert len(second.page_ids()) == 5


def test_readers_read_while_a_build_writes(filled: Path) -> None:
    with open_store(filled, write=True) as writer, open_store(filled) as reader:
        writer.add(page(7), reading(page(7)))
        assert len(reader.page_ids()) == 3


def add_many(store: SqliteStore) -> None:
    for number in range(10, 1000):
        store.add(page(number), reading(page(number)))


def test_a_full_disk_loses_nothing_that_was_committed(filled: Path) -> None:
    """`max_page_count` makes SQLite's own write fail with SQLITE_FULL, as a full disk does."""
    with SqliteStore(filled, create=False, write=True) as store:
        pages = next(store.rows("PRAGMA page_count"))[0]
        next(store.rows(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(TellingsError, match="disk is full") as error:
            add_many(store)
        assert "free some space" in error.value.remedy
    with open_store(filled) as store:
        assert len(store.page_ids()) == 3
        assert len(list(answers.events(store))) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes where nobody may")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(TellingsError):
        open_store(tmp_path / "record.sqlite", create=True)


class Explained(SqliteStore):
    """Notes the plan of every query."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, create=False, write=False)
        self.scans: list[str] = []

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        for *_, plan in super().rows(f"EXPLAIN QUERY PLAN {sql}", parameters):
            if str(plan).startswith("SCAN") and "VIRTUAL TABLE" not in str(plan) and "INDEX" not in str(plan):
                self.scans.append(f"{plan}: {sql}")
        return super().rows(sql, parameters)


#: Small by nature, a list of values, the few best of the index of words, or no more rows than are worth counting.
UNSCALED = ("SCAN judgements", "SCAN CONSTANT", "SCAN w:", "SCAN counted:")


def test_reading_scans_no_table(filled: Path) -> None:
    with Explained(filled) as store:
        list(answers.events(store, Filter(pair=("BOR", "SYL"), since="2031", until="2032")))
        list(answers.events(store, Filter(actor="Borduria", type="ACCUSE")))
        list(answers.quotes(store, Filter(speaker="Ana Kol", since="2031")))
        list(answers.stories(store, Filter(pair=("BOR", "SYL"))))
        list(answers.articles(store, Filter(since="2031", actor="Borduria")))
        list(queries.search(store, "border"))
        answers.dyad(store, "BOR", "SYL")
        assert not [scan for scan in store.scans if not scan.startswith(UNSCALED)]
