"""Filters go by an index: no question with one reads a big table of a SQLite record from end to end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from records import fill

from tellings.record import answers, open_store
from tellings.record.filters import Filter
from tellings.record.sqlite import _SEARCH
from tellings.record.store import Row, Value

BIG = {"e", "q", "v", "a", "m", "events", "quotes", "evidence", "articles", "mentions"}
ASKED = {
    "pair": Filter(pair=("BOR", "SYL")),
    "actor": Filter(actor="BOR"),
    "speaker": Filter(speaker="Ana Kol"),
    "type": Filter(type="ACCUSE"),
    "since": Filter(since="2031-03"),
    "until": Filter(until="2031-04"),
}


class Planned:
    """Plans queries beside answering them, and keeps which tables they read whole."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self.read_whole: set[str] = set()

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        for *_, step in self._connection.execute(f"EXPLAIN QUERY PLAN {sql}", tuple(parameters)):
            if step.startswith("SCAN "):
                self.read_whole.add(step.split()[1])
        return self._connection.execute(sql, tuple(parameters))

    def search(self, words: str, limit: int) -> Iterator[Row]:
        return self.rows(_SEARCH, (f'"{words}"', limit))


@pytest.fixture
def planned(tmp_path: Path) -> Planned:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        fill(store)
    return Planned(tmp_path / "record.sqlite")


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("what", ["articles", "quotes", "events", "stories"])
def test_a_filter_reads_no_big_table_whole(planned: Planned, name: str, what: str) -> None:
    assert list(getattr(answers, what)(planned, ASKED[name]))
    assert not planned.read_whole & BIG


def test_a_dyad_and_a_story_read_no_big_table_whole(planned: Planned) -> None:
    assert answers.dyad(planned, "BOR", "SYL")
    [story] = answers.stories(planned)
    assert list(answers.events(planned, Filter(story=story.story_id)))
    assert not planned.read_whole & BIG


def test_a_search_goes_by_the_index_of_words(planned: Planned) -> None:
    assert list(planned.search("border", 10))
    assert planned.read_whole == {"articles_words"}  # SQLite's word for asking the index of words


def test_single_entries_are_found_by_their_ids(planned: Planned) -> None:
    [article] = list(answers.articles(planned, Filter(story=next(answers.stories(planned)).story_id)))[:1]
    assert list(answers.articles(planned, Filter(ids=(article.article_id,))))
    assert list(answers.actors(planned, Filter(actor="Ana Kol")))
    assert not planned.read_whole & BIG
