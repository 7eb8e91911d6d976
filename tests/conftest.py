"""Fixtures that every stage's tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.text.parser import Parser

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[[str], tuple[Article, Parsed]]:
    """Make an article of a plain text, and parse it."""

    def made(text: str, title: str | None = None) -> tuple[Article, Parsed]:
        article = Article("a1", "p1", "page.txt", text, title=title)
        return article, parser.parse(article)

    return made


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five real pages beside the repository, where they are present."""
    folder = ROOT / "../shared/seeds"
    if not folder.is_dir():
        pytest.skip("the real pages are not here")
    return folder
