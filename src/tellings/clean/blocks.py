"""A page in its own order: every block that is the article's, and every one that is not, with the rule for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.model.article import Article, Cleaned, Dropped
from tellings.model.spans import Span

#: What a paragraph of the article is called where a dropped block has its rule.
ARTICLE = "article"
#: What parts the paragraphs of an article's text.
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page. `start` and `end` count code points of the page's text.

    In an HTML page tags and entities stand between the words; both are None where the source is not found to hold them.
    """

    page: str
    start: int | None
    end: int | None
    kept: bool
    rule: str
    text: str


def blocks(cleaned: Cleaned) -> Iterator[Block]:
    """Give the paragraphs and the dropped blocks of a page in the order in which they stand in it."""
    page = cleaned.article.page
    left_out = sorted(cleaned.dropped, key=lambda block: (block.start, block.end), reverse=True)
    for span, place in _paragraphs(cleaned.article):
        while left_out and place and left_out[-1].start < place.start:
            yield _dropped(page, left_out.pop())
        start, end = (place.start, place.end) if place else (None, None)
        yield Block(page, start, end, True, ARTICLE, span.of(cleaned.article.text))
    for block in reversed(left_out):
        yield _dropped(page, block)


def _dropped(page: str, block: Dropped) -> Block:
    start, end = (block.start, block.end) if block.start >= 0 else (None, None)
    return Block(page, start, end, False, block.reason, block.text)


def _paragraphs(article: Article) -> Iterator[tuple[Span, Span | None]]:
    """Each paragraph's span in the article and the one in the page, as far as the article's runs tell it."""
    start = 0
    for text in article.text.split(GAP) if article.text else ():
        span = Span(start, start + len(text))
        yield span, in_page(article, span)
        start = span.end + len(GAP)


def in_page(article: Article, span: Span) -> Span | None:
    """Where the words of a span of the article stand in the page: from the first run that it meets to the last.

    Where the span begins or ends with an entity, which no run holds, it reaches to the run next to that.
    """
    runs = article.runs
    first = bisect_right(runs, span.start, key=lambda run: run.end)
    last = bisect_left(runs, span.end, key=lambda run: run.start) - 1
    if first > last:
        return None
    if runs[first].start > span.start and first and runs[first - 1].end == span.start:
        first -= 1
    if runs[last].end < span.end and last + 1 < len(runs) and runs[last + 1].start == span.end:
        last += 1
    one, other = runs[first], runs[last]
    return Span(
        one.page_start + max(0, span.start - one.start), other.page_start + min(span.end, other.end) - other.start
    )
