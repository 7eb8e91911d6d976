"""Bounds on what is read of one page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.vary import varied

from tellings.engine import article
from tellings.engine.article import Reader
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading

STORY = next(text for name, text in varied(Path(__file__).parents[2] / "examples/pages", 20) if name.endswith(".txt"))


def test_a_page_of_too_many_lines_is_refused_and_empty_lines_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "MOST_LINES", STORY.count("\n") + 9)
    refused = Reader().read(Page("p", "p", "text", STORY + "\nLine" * 40))
    assert isinstance(refused, Reject)
    assert "lines" in refused.reason
    assert isinstance(Reader().read(Page("p", "p", "text", STORY + "\n" * 40)), Reading)
