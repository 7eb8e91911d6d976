"""A page to its clean article, by the way that fits its kind."""

from __future__ import annotations

from tellings.clean.flat import clean_flat
from tellings.clean.html import clean_html
from tellings.clean.language import language_of
from tellings.model.article import Cleaned
from tellings.model.page import Page


def clean(page: Page) -> Cleaned:
    """Give the article of a page, with every part that was left out and why.

    Raises:
        NoArticleError: where nothing on the page reads like an article.
    """
    if page.kind == "html":
        return clean_html(page)
    return clean_flat(page, page.hints.language or language_of(page.text))
