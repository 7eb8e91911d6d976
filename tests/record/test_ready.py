"""Pages and stories are made ready beside the driver, in the order of the store's columns."""

from __future__ import annotations

import pickle

import pytest
from records import page, reading, story_rows

from tellings.record import schema
from tellings.record.ready import Form, names_of, ready_page, ready_story
from tellings.record.rows import read_reading, unpack

FORMS = (Form(), Form(packed=True, sketched=True))


@pytest.mark.parametrize("form", FORMS)
def test_a_ready_page_holds_all_its_rows_and_travels(form: Form) -> None:
    ready = ready_page(form, page(), reading(page()))
    assert pickle.loads(pickle.dumps(ready)) == ready
    assert set(ready.rows) <= set(schema.PAGE_TABLES)
    assert {len(row) for table, rows in ready.rows.items() for row in rows if table == "pages"} == {
        len(names_of("pages"))
    }
    [article] = ready.rows["articles"]
    stored = dict(zip(names_of("articles"), article, strict=True))
    assert read_reading(stored["reading"]) == reading(page())
    assert (ready.name, ready.page_id) == (page().name, page().page_id)


def test_only_a_store_that_packs_gets_long_texts_packed() -> None:
    plain, packed = (ready_page(form, page(), reading(page())).rows["pages"][0] for form in FORMS)
    at = names_of("pages").index("text")
    assert plain[at] == page().text
    assert isinstance(packed[at], bytes)
    assert unpack(packed[at]) == page().text


def test_a_ready_story_names_its_cast_and_days() -> None:
    told = story_rows([reading(page(number)) for number in (1, 2)])
    ready = ready_story(Form(), told)
    assert ready.story_id == told.story.story_id
    assert [actor_id for actor_id, _, _ in ready.cast] == [actor.actor_id for actor in told.actors]
    assert {row["article_id"] for row in ready.dated} == set(told.story.article_ids)
    assert [row[0] for row in ready.actors] == [actor_id for actor_id, _, _ in ready.cast]
    assert len(ready.rows["events"]) == len(told.events)
