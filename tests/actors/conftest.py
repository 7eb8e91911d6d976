"""Casts of small texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.actors import find
from tellings.model.actors import Cast
from tellings.model.article import Article
from tellings.model.text import Parsed

CastOf = Callable[..., Cast]


@pytest.fixture(scope="session")
def cast_of(parse: Callable[..., tuple[Article, Parsed]]) -> CastOf:
    """Find everyone in a text; every mention must give back its words."""

    def made(text: str, title: str | None = None) -> Cast:
        article, parsed = parse(text, title)
        cast = find(article, parsed)
        assert all(article.text[m.start : m.end] == m.text for m in cast.mentions)
        ends = [m.end for m in cast.mentions]
        assert all(m.start >= end for m, end in zip(cast.mentions[1:], ends, strict=False))
        return cast

    return made
