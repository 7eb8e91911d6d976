"""An HTML page to its article: trafilatura's paragraphs under the same rules as flat lines."""

from __future__ import annotations

import trafilatura

from tellings.clean.errors import NoArticleError
from tellings.clean.flat import clean_flat
from tellings.clean.language import language_of
from tellings.model.article import Cleaned
from tellings.model.page import Page


def clean_html(page: Page) -> Cleaned:
    """Clean an HTML page."""
    text = trafilatura.extract(page.text, include_comments=False, include_tables=False, favor_precision=True)
    if not text:
        raise NoArticleError(
            page.name, "trafilatura finds no article in the HTML", "Check that the page was saved whole."
        )
    flat = Page(page.page_id, page.name, "text", text, page.url, page.charset, page.size, page.hints)
    return clean_flat(flat, language_of(text))
