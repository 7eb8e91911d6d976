"""A page to its clean article, by the way that fits its kind."""

from __future__ import annotations

from tellings.clean.dating.stated import hint_dates
from tellings.clean.fields.language import language_of
from tellings.clean.flat.page import clean_flat
from tellings.clean.html.page import clean_html
from tellings.clean.site_rules import SiteRules, shipped
from tellings.clean.whole import clean_whole
from tellings.model.article import Cleaned
from tellings.model.page import Page


def clean(page: Page, sites: SiteRules | None = None) -> Cleaned:
    """Give the article of a page, with every part that was left out and why.

    `sites` are rules for single sites, those that come with Tellings where none are given.

    Raises:
        NoArticleError: where nothing on the page reads like an article.
    """
    sites = shipped() if sites is None else sites
    if page.hints.whole and page.kind == "text":
        return clean_whole(page, page.hints.language or language_of(page.text))
    if page.kind == "html":
        return clean_html(page, sites)
    rule = sites.of(page, page.url, hint_dates(page.hints, page.url))
    return clean_flat(page, page.hints.language or language_of(page.text), rule)
