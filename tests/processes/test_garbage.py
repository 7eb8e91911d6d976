"""Garbage is looked for seldom in a build, and as before after it."""

from __future__ import annotations

import gc
from itertools import islice
from pathlib import Path

import pytest

from tellings.engine.article import Reader
from tellings.model.page import Page
from tellings.pages import read
from tellings.processes.garbage import NEW_OBJECTS, seldom
from tellings.text import parser

EXAMPLES = Path(__file__).parents[2] / "examples/pages"


@seldom()
def _failing() -> None:
    raise ValueError(str(gc.get_threshold()[0]))


def test_the_thresholds_are_as_they_were_after_it() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match=str(NEW_OBJECTS)):
        _failing()
    assert gc.get_threshold() == before


def test_a_reader_lets_go_of_what_it_no_longer_keeps_without_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "KEPT_PARAGRAPHS", 1)
    reader, (first, *others) = Reader(), islice(read([str(EXAMPLES)]), 12)
    assert isinstance(first, Page)
    reader.read(first)
    gc.collect()
    with seldom():
        for page in others:
            assert isinstance(page, Page)
            reader.read(page)
        assert gc.collect() < len(others)  # a cycle at times is no matter; one a sentence fills a process
