"""A page to its clean article, by the way that fits its kind."""

from __future__ import annotations

from tellings.clean.dating.stated import hint_dates
from tellings.clean.fields.language import language_of
from tellings.clean.flat.page import FlatBody, flat_body
from tellings.clean.html.page import HtmlBody, html_body
from tellings.clean.site_rules import SiteRules, shipped
from tellings.clean.whole import WholeBody, whole_body
from tellings.model.article import Cleaned
from tellings.model.page import Page


def clean(page: Page, sites: SiteRules | None = None) -> Cleaned:
    """Give the article of a page, with every part that was left out and why.

    `sites` are rules for single sites, those that come with Tellings where none are given.

    Raises:
        NoArticleError: where nothing on the page reads like an article.
    """
    return find_body(page, sites).cleaned()


def body_text(page: Page, sites: SiteRules | None = None) -> str:
    """Give the text alone of the article that `clean` gives, in two thirds of its time.

    Raises:
        NoArticleError: as `clean` does.
    """
    return find_body(page, sites).text


def find_body(page: Page, sites: SiteRules | None = None) -> FlatBody | HtmlBody | WholeBody:
    """Find the body of a page: the first stage of cleaning, of whose answer `cleaned` is the second.

    Raises:
        NoArticleError: as `clean` does.
    """
    sites = shipped() if sites is None else sites
    if page.kind == "html":
        return html_body(page, sites)
    language = page.hints.language or language_of(page.text)
    if page.hints.whole:
        return whole_body(page, language)
    return flat_body(page, language, sites.of(page, page.url, hint_dates(page.hints, page.url)))
