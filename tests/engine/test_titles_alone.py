"""A page that gives a title and no body still tells an event: the title is its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.engine.article import Reader
from tellings.engine.stories import sketches, story_rows
from tellings.model.article import Article, Cleaned, StatedDate
from tellings.model.page import Page
from tellings.model.reading import Reading
from tellings.pages import read
from tellings.pages.fields import Fields

TITLE = "Kenya expels Ugandan ambassador"
DAY = StatedDate("2031-05-14", "metadata", "2031-05-14", "a tag", 0.9)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def reading(reader: Reader, name: str, text: str) -> Reading:
    return reader.resolve(Cleaned(Article(name, name, f"{name}.txt", text or TITLE, title=TITLE, stated=(DAY,))))[0]


def test_a_title_alone_gives_its_event_with_words_of_the_text_that_it_becomes(reader: Reader) -> None:
    alone = reading(reader, "a1", "")
    rows = story_rows([alone])
    (event,) = rows.events
    assert (event.type, event.actors[0].country, event.date) == ("SANCTION", "KEN", "2031-05-14")
    assert {row.field for row in rows.evidence} == {"text"}
    assert {"act", "actor"} <= {row.role for row in rows.evidence}
    assert all(TITLE[row.start : row.end] == row.text for row in rows.evidence)
    assert [mention.text for mention in rows.mentions] == ["Kenya", "Ugandan ambassador"]
    assert [sketch.article_id for sketch in sketches([alone])] == ["a1"]


def test_a_title_alone_joins_the_event_of_a_body_and_is_no_further_source(reader: Reader) -> None:
    body = reading(reader, "a1", "Kenya expelled the Ugandan ambassador on Monday.")
    rows = story_rows([body, reading(reader, "a2", "")])
    (event,) = rows.events
    assert (event.n_tellings, event.n_independent) == (2, 1)
    assert {row.field for row in rows.evidence if row.article_id == "a2"} == {"text"}


def test_a_row_of_a_table_of_headlines_is_a_title_alone(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("date,headline\n2031-05-14,Kenya and Uganda Sign Peace Deal\n")
    [page] = read([str(tmp_path / "table.csv")], Fields(text="headline"))
    assert isinstance(page, Page)
    found = reader.read(page)
    assert isinstance(found, Reading)
    assert found.article.is_title
    assert [coding.type for coding in found.codings] == ["SUPPORT"]


def test_an_article_without_words_gives_nothing(reader: Reader) -> None:
    empty = reader.resolve(Cleaned(Article("a1", "a1", "a1.txt", "")))[0]
    assert story_rows([empty]).events == ()
