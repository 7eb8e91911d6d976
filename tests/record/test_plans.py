"""Filters go by an index: no question with one reads a big table of a SQLite record from end to end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from records import fill

from tellings.cli.told import the_family, the_story
from tellings.record import answers, filters, open_store, profile, queries
from tellings.record.filters import Filter
from tellings.record.sqlite import _NAMED, _SEARCH
from tellings.record.store import Row, Value

BIG = {
    *("e", "q", "v", "a", "m", "s", "r", "d", "x"),
    *(
        "events",
        "quotes",
        "evidence",
        "articles",
        "mentions",
        "stories",
        "actors",
        "families",
        "tellings",
        "event_dyads",
    ),
}
ASKED = {
    "pair": Filter(pair=("BOR", "SYL")),
    "actor": Filter(actor="BOR"),
    "speaker": Filter(speaker="Ana Kol"),
    "type": Filter(type="ACCUSE"),
    "since": Filter(since="2031-03"),
    "until": Filter(until="2031-04"),
}


COVERED = "USING COVERING INDEX events_by_id"


class Planned:
    """Plans queries beside answering them, and keeps which tables they read whole, in which order, and what they sort.

    A table that is read in the order of its index is read no further than entries are asked for.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self.read_whole: set[str] = set()
        self.in_order: set[str] = set()
        self.sorts = False
        self.steps: list[str] = []

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        for *_, step in self._connection.execute(f"EXPLAIN QUERY PLAN {sql}", tuple(parameters)):
            self.steps.append(step)
            if step.startswith("SCAN "):
                (self.in_order if "_in_order" in step else self.read_whole).add(step.split()[1])
            self.sorts |= step.startswith("USE TEMP B-TREE FOR ORDER BY") and "IN (?" not in sql
        return self._connection.execute(sql, tuple(parameters))

    def named(self, part: str) -> Iterator[Row]:
        return self.rows(_NAMED, (f'"{part}"',))

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
    assert not (planned.read_whole | planned.in_order) & BIG


def test_a_dyad_and_a_story_read_no_big_table_whole(planned: Planned) -> None:
    assert answers.dyad(planned, "BOR", "SYL")
    assert answers.dyad(planned, "BOR", "SYL", "day", Filter(since="2031", type="ACCUSE"))
    assert not (planned.read_whole | planned.in_order) & BIG
    [story] = answers.stories(planned)
    assert list(answers.events(planned, Filter(story=story.story_id)))
    assert not planned.read_whole & BIG


def test_a_dyad_is_counted_without_reading_the_row_of_an_event(planned: Planned) -> None:
    assert answers.dyad(planned, "BOR", "SYL")
    assert [COVERED in step for step in planned.steps if step.startswith("SEARCH e ")] == [True, True]


@pytest.mark.parametrize("name", ["pair", "actor"])
def test_events_of_a_pair_or_an_actor_are_put_in_order_without_reading_their_rows(planned: Planned, name: str) -> None:
    assert next(queries.events(planned, ASKED[name]))
    first = next(step for step in planned.steps if step.startswith("SEARCH e "))
    assert COVERED in first


def test_a_search_goes_by_the_index_of_words(planned: Planned) -> None:
    assert list(planned.search("border", 10))
    assert planned.read_whole == {
        "w",
        "articles_words",
    }  # SQLite's word for asking the index of words, and what it gives


@pytest.mark.parametrize("what", ["articles", "quotes", "events", "stories", "actors"])
def test_what_is_shown_comes_in_the_order_of_an_index(planned: Planned, what: str) -> None:
    assert next(getattr(answers, what)(planned))
    assert len(planned.in_order) == 1
    assert not planned.sorts
    assert not planned.read_whole & BIG


@pytest.mark.parametrize("name", ["type", "since", "until"])
def test_days_and_types_are_found_in_their_order(planned: Planned, name: str) -> None:
    assert next(answers.events(planned, ASKED[name]))
    assert not planned.sorts
    assert not planned.in_order


def test_part_of_a_name_is_found_by_the_index_of_names(planned: Planned) -> None:
    assert filters.find_actors(planned, "na ko") == ("A-kol",)
    assert not planned.read_whole & BIG


def test_what_is_known_of_an_actor_reads_no_big_table_whole(planned: Planned) -> None:
    [actor] = answers.actors(planned, Filter(actor="Ana Kol"))
    assert profile.known(planned, actor, 20).aliases
    assert not (planned.read_whole | planned.in_order) & BIG


def test_an_actors_names_are_counted_in_the_order_of_an_index(planned: Planned) -> None:
    [actor] = answers.actors(planned, Filter(actor="Ana Kol"))
    planned.steps.clear()
    assert list(profile.aliases(planned, actor))
    assert any("COVERING INDEX mentions_by_actor" in step for step in planned.steps)


def test_a_pair_is_looked_for_among_the_events_of_the_country_that_is_seldomer_in_them(planned: Planned) -> None:
    often = len(list(planned.rows("SELECT 1 FROM evidence WHERE country = 'BOR'")))
    assert often
    assert filters.event_conditions(planned, Filter(pair=("BOR", "NUL")))[0].values == ("NUL", "BOR")
    assert filters.event_conditions(planned, Filter(pair=("NUL", "BOR")))[0].values == ("NUL", "BOR")


def test_stories_and_families_are_found_by_an_article_or_page(planned: Planned) -> None:
    [article, *_] = answers.articles(planned)
    planned.in_order.clear()
    for wanted in (article.story_id, article.article_id, article.page):
        assert the_story(planned, str(wanted)).story_id == article.story_id  # type: ignore[arg-type]
    assert the_family(planned, str(article.family_id))[0]  # type: ignore[arg-type]
    assert not (planned.read_whole | planned.in_order) & BIG


def test_single_entries_are_found_by_their_ids(planned: Planned) -> None:
    [article] = list(answers.articles(planned, Filter(story=next(answers.stories(planned)).story_id)))[:1]
    assert list(answers.articles(planned, Filter(ids=(article.article_id,))))
    assert list(answers.actors(planned, Filter(actor="Ana Kol")))
    assert not planned.read_whole & BIG
