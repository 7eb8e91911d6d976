"""An HTML page to its article: the blocks that read like it, and the metadata of the head."""

from __future__ import annotations

from dataclasses import replace

from htmldate import find_date
from lxml.html import HtmlElement

from tellings.clean.assemble import Parts, assemble
from tellings.clean.dating.stated import hint_dates, line_dates
from tellings.clean.errors import NoArticleError
from tellings.clean.fields.authors import marked_authors
from tellings.clean.fields.credits import Credits, find_credits
from tellings.clean.fields.metadata import Metadata, read_metadata
from tellings.clean.fields.signatures import signed_within
from tellings.clean.fields.sites import outlet_of_url, printed_name
from tellings.clean.fields.standfirst import standfirst
from tellings.clean.fields.titles import Titles
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.page import flat_parts
from tellings.clean.html.tree import blocks_of, parse
from tellings.clean.html.view import View, mapped, view_of, view_of_text
from tellings.clean.site_rules import SiteRules, select, taken_out
from tellings.model.article import Cleaned, StatedDate
from tellings.model.page import Page


def clean_html(page: Page, sites: SiteRules | None = None) -> Cleaned:
    """Clean an HTML page.

    Raises:
        NoArticleError: where neither its blocks nor the flat way give an article of 25 words.
    """
    tree = parse(page.text)
    if tree is None:
        raise _none(page)
    head = read_metadata(tree)
    stated = (*hint_dates(page.hints, page.url), *head.stated)
    site = select(sites.of(page, page.url or head.url, stated) if sites else None, tree)
    blocks = blocks_of(tree)
    view = view_of_text(page, blocks, site.text) if site.text else view_of(page, blocks, head.title or "")
    title = site.title or head.title
    view = view.without(title)
    titles = Titles(title, standfirst(head.descriptions, view.around, title), ())
    parts = _parts(page, view, titles, head, tree)
    return assemble(page, view.layout, replace(parts, dropped=(*parts.dropped, *taken_out(page, site))))


def _none(page: Page) -> NoArticleError:
    return NoArticleError(
        page.name, "no article is found in the HTML", "Check that the page was saved whole, with its text."
    )


def _parts(page: Page, view: View, titles: Titles, head: Metadata, tree: HtmlElement) -> Parts:
    """What the lines say, with the head's fields before them."""
    found = flat_parts(page, view.layout, titles, view.language)
    places, dropped = mapped(page, view)
    return replace(
        found,
        credits=_credits(found.credits, view.layout, view.around, head, tree),
        outlet=outlet_of_url(page.url or head.url) or (printed_name(head.outlet) if head.outlet else found.outlet),
        stated=(*head.stated, *found.stated, *_fallback(page, view.around, head, tree)),
        dropped=dropped,
        places=places,
        visible="\n".join(block.text for block in view.blocks.blocks),
        url=head.url,
    )


def _credits(found: Credits, layout: Layout, around: Layout, head: Metadata, tree: HtmlElement) -> Credits:
    """The head's authors, then the bylines in the markup, then those in the lines; the house where no one signs."""
    stated = head.authors
    marked = stated if stated.people or stated.agency else marked_authors(tree, head.outlet)
    beside = find_credits(around, head.title) if around.body else found
    byline = stated.people or marked.people or found.byline or signed_within(layout) or beside.byline
    house = None if byline else stated.house or marked.house
    return replace(
        found,
        agency=found.agency or stated.agency or marked.agency or beside.agency,
        byline=byline,
        source_credit=found.source_credit or house,
    )


def _fallback(page: Page, around: Layout, head: Metadata, tree: HtmlElement) -> list[StatedDate]:
    """The stamps beside the article where neither head nor carrier states its day, else htmldate's answer."""
    stated = [*head.stated, *hint_dates(page.hints, page.url)]
    if any(not s.updated and not s.refused and s.confidence >= 0.8 for s in stated):
        return []
    stamps = list(line_dates(around)) if around.body else []
    if any(not s.updated and not s.refused and s.confidence >= 0.5 for s in (*stated, *stamps)):
        return stamps
    day = find_date(tree, original_date=True, url=page.url or head.url)
    guess = [StatedDate(day, "metadata", day, "htmldate's reading of the page", 0.6)] if day else []
    return [*stamps, *guess]
