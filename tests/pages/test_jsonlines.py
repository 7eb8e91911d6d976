from __future__ import annotations

import io
import json
import time
from collections.abc import Mapping

import pytest

from tellings.model.page import Page, Reject
from tellings.pages.fields import Fields
from tellings.pages.jsonlines import read_json, read_json_lines

TEXT = "Ministers of both countries met in Vell on Friday."


def array(data: object, fields: Fields | None = None) -> list[Page | Reject]:
    text = data if isinstance(data, str) else json.dumps(data)
    return list(read_json("news.json", io.BytesIO(text.encode()), fields or Fields()))


def line(row: Mapping[str, object], fields: Fields | None = None) -> Page:
    (page,) = read_json_lines("news.jsonl", io.BytesIO(json.dumps(row).encode()), fields or Fields())
    assert isinstance(page, Page)
    return page


def test_fields_by_name_also_inside_others() -> None:
    row = {"payload": {"raw": TEXT, "when": 1931000000}, "head": "Talks", "text": "not this"}
    page = line(row, Fields(text="payload.raw", date="payload.when", title="head"))
    assert page.text == TEXT
    assert (page.hints.title, page.hints.published) == ("Talks", "2031-03-11T12:53:20+00:00")


def test_usual_names_in_any_case_and_objects_with_names() -> None:
    row = {
        "Full_Text": TEXT,
        "Publication Date": "March 14, 2031",
        "source": {"id": None, "name": "Wire"},
        "authors": [{"name": "Ana Prado"}, "Karl Ohm"],
        "lang": "English",
    }
    hints = line(row).hints
    assert (hints.outlet, hints.byline, hints.language) == ("Wire", ("Ana Prado", "Karl Ohm"), "en")
    assert hints.published == "March 14, 2031"


def test_html_goes_before_text_unless_text_is_asked_for() -> None:
    row = {"html": f"<html><p>{TEXT}</p></html>", "text": TEXT}
    assert line(row).kind == "html"
    assert line(row, Fields(text="text")).kind == "text"


def test_an_array_an_object_and_an_answer_with_articles_inside() -> None:
    row = {"text": TEXT, "title": "Talks"}
    assert [page.name for page in array([row, row])] == ["news.json#1", "news.json#2"]
    assert [page.name for page in array(row)] == ["news.json"]
    assert [page.name for page in array({"status": "ok", "articles": [row, row], "tags": [{"a": 1}]})] == [
        "news.json#1",
        "news.json#2",
    ]


def test_json_lines_under_another_name() -> None:
    assert len(array("\n".join(json.dumps({"text": TEXT, "n": n}) for n in range(3)))) == 3


def test_an_array_over_many_lines_with_a_byte_order_mark() -> None:
    text = "\ufeff" + json.dumps([{"text": TEXT + "ž" * n} for n in range(50)], indent=2, ensure_ascii=False)
    assert sum(isinstance(page, Page) for page in array(text)) == 50


def test_a_long_array_takes_linear_time_and_is_read_one_at_a_time() -> None:
    rows = ",".join(json.dumps({"text": f"{TEXT} {n}"}) for n in range(8_000))
    stream = io.BytesIO(f"[{rows}]".encode())
    started = time.process_time()
    assert sum(1 for _ in read_json("news.json", stream)) == 8_000
    assert time.process_time() - started < 10


def test_a_broken_array_keeps_what_came_before() -> None:
    first, second = array(f'[{{"text": "{TEXT}"}}, {{"text": broken]')
    assert isinstance(first, Page)
    assert isinstance(second, Reject)
    assert "from here on" in second.reason


@pytest.mark.parametrize("text", ["[" * 200_000, '{"text":' * 200_000, "[]", "3", "nothing", '{"a": 1}', "[1, 2]"])
def test_what_is_no_pages_is_a_reject(text: str) -> None:
    assert all(isinstance(found, Reject) for found in array(text))
    assert array(text)


def test_deep_json_in_a_line_is_a_reject_and_the_next_line_is_read() -> None:
    deep = '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}"
    first, second = read_json_lines("a.jsonl", io.BytesIO(f'{deep}\n{{"text": "{TEXT}"}}\n'.encode()))
    assert isinstance(first, Reject)
    assert isinstance(second, Page)
