"""Pages made to break a cleaner: bounded time, no crash, the article where it can be reached."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from tellings.clean import NoArticleError
from tellings.clean.html.page import html_body
from tellings.model.page import Page

PROSE = (
    "<p>The ministers of Karvania and Ostrel met in Port Selm on Monday to talk about the river and its fish.</p>"
    "<p>They said that they would meet again in the spring, when the ice has left the upper valley for good.</p>"
)
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "levels after the article": PROSE + "<div>" * 100_000,
    "levels inside a line": PROSE + "<b>" * 100_000,
    "entities that hold entities": f"{BOMB}<p>&b;</p>{PROSE}",
    "null bytes": PROSE.replace("met", "m\0et"),
    "marks of direction": PROSE.replace("met", "\u202emet\u202c"),
    "a thousand attributes": "<p " + "a='b' " * 1_000 + ">x</p>" + PROSE,
    "script that looks like text": "<script>" + 'var a="<p>The minister said so.</p>";' * 1_000 + "</script>" + PROSE,
}
SECONDS = 10


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_gives_its_article_in_time(source: str) -> None:
    started = time.process_time()
    article = html_body(Page("p1", "a.html", "html", source)).cleaned().article
    assert time.process_time() - started < SECONDS
    assert "again in the spring" in article.text
    assert "said so" not in article.text
    for run in article.runs:
        assert article.text[run.start : run.end] == source[run.page_start : run.page_start + run.end - run.start]


def test_a_page_of_levels_before_its_text_is_refused_or_read() -> None:
    with suppress(NoArticleError):
        assert html_body(Page("p1", "a.html", "html", "<div>" * 100_000 + PROSE)).text
