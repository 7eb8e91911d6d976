"""Bounds on what is read of one page."""

from __future__ import annotations

import pytest

from tellings.engine import article
from tellings.engine.article import Reader
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading

SENTENCE = "The foreign minister of Anlu met the ambassador of France in Paris on Monday, and both signed a treaty."


def test_a_page_of_too_many_lines_is_refused_and_empty_lines_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "MOST_LINES", 30)
    story = "Anlu and France sign a treaty\n\n" + "\n\n".join([SENTENCE * 2] * 4)
    refused = Reader().read(Page("p", "p", "text", story + "\nLine" * 40))
    assert isinstance(refused, Reject)
    assert "lines" in refused.reason
    assert isinstance(Reader().read(Page("p", "p", "text", story + "\n" * 40)), Reading)
