"""A reading: everything that one article says by itself, before articles are compared."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model.actors import Cast, Sought
from tellings.model.article import Article, Cleaned, Dropped, Trace
from tellings.model.events import Coding
from tellings.model.places import Place
from tellings.model.quotes import Quote
from tellings.model.spans import Span
from tellings.model.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """A pure function of one page. The record's cross-article tables follow from the readings alone.

    Where pages of the same site have shown that paragraphs are the site's, the reading is of the article without them,
    and `alone` is the article as its page by itself gives it. `trace` is what pages of the site are compared by.
    `hints` are words that make no event by themselves, and may tell of one that another telling tells in full.
    `month` is that of its news where the article alone tells it, counted from the year 0; `sought` are those of its
    cast of whom other articles of the time may tell more.
    """

    article: Article
    dropped: tuple[Dropped, ...]
    sentences: tuple[Span, ...]
    cast: Cast
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    quotes: tuple[Quote, ...]
    codings: tuple[Coding, ...]
    trace: Trace | None = None
    alone: Cleaned | None = None
    hints: tuple[Coding, ...] = ()
    month: int | None = None
    sought: tuple[Sought, ...] = ()

    @property
    def cleaned(self) -> Cleaned:
        """The article as cleaned from its page alone."""
        return self.alone or Cleaned(self.article, self.dropped)
