"""A reading: everything that one article says by itself, before articles are compared."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model.actors import Cast
from tellings.model.article import Article, Dropped
from tellings.model.events import Coding
from tellings.model.places import Place
from tellings.model.quotes import Quote
from tellings.model.spans import Span
from tellings.model.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """A pure function of one page. The record's cross-article tables follow from the readings alone."""

    article: Article
    dropped: tuple[Dropped, ...]
    sentences: tuple[Span, ...]
    cast: Cast
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    codings: tuple[Coding, ...]
