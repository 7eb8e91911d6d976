"""An HTML page to its article: the blocks that read like it, and the metadata of the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from htmldate import find_date
from lxml.html import HtmlElement

from tellings.clean.assemble import Body, Parts, assemble, text_of
from tellings.clean.dating.datelines import find_dateline
from tellings.clean.dating.stated import hint_dates, line_dates
from tellings.clean.errors import NoArticleError
from tellings.clean.fields.authors import marked_authors
from tellings.clean.fields.credits import Credits, find_credits
from tellings.clean.fields.metadata import Metadata, read_metadata
from tellings.clean.fields.outlets import find_outlet
from tellings.clean.fields.signatures import signed_within
from tellings.clean.fields.sites import outlet_of_url, printed_name
from tellings.clean.fields.standfirst import marked, standfirst
from tellings.clean.fields.titles import Titles
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line
from tellings.clean.flat.page import over_dateline
from tellings.clean.html.captions import captions
from tellings.clean.html.stub import or_stub
from tellings.clean.html.tree import blocks_of, parse
from tellings.clean.html.view import View, mapped, view_of, view_of_text
from tellings.clean.site_rules import Selected, SiteRules, select, taken_out
from tellings.model.article import Cleaned, StatedDate
from tellings.model.page import Page

#: A date stated with less is no answer: htmldate is asked for one.
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class HtmlBody(Body):
    """The body of an HTML page, with what it was found by; `above` is the standfirst that was taken out of it."""

    tree: HtmlElement
    head: Metadata
    site: Selected
    view: View
    title: str | None
    above: Line | None

    def cleaned(self) -> Cleaned:
        """The article, with what the head and the lines around the body say of it."""
        described = (*self.head.descriptions, *marked(self.tree))
        subtitle = standfirst(described, self.view.around, self.title) or (self.above.text if self.above else None)
        parts = _parts(self.page, self.view, Titles(self.title, subtitle, ()), self.head, self.tree)
        return assemble(self, replace(parts, dropped=(*parts.dropped, *taken_out(self.page, self.site))))


def html_body(page: Page, sites: SiteRules | None = None) -> HtmlBody:
    """Find the body of an HTML page.

    Raises:
        NoArticleError: where neither its blocks nor the flat way give an article of 25 words, and its title is not
            certain enough to stand alone.
    """
    tree = parse(page.text)
    if tree is None:
        raise _none(page)
    head = read_metadata(tree)
    site = select(sites.of(page, page.url or head.url, _given(page, head)) if sites else None, tree)
    blocks = blocks_of(tree)
    view = view_of_text(page, blocks, site.text) if site.text else view_of(page, blocks, head, tree)
    title = site.title or head.title
    view = view.without(title)
    above = over_dateline(view.around)
    view = view.without(above.text) if above else view
    view = or_stub(page, view, head, title)
    return HtmlBody(page, view.layout, text_of(view.layout), tree, head, site, view, title, above)


def _given(page: Page, head: Metadata) -> Iterator[StatedDate]:
    """The dates that carrier, address and head give."""
    yield from hint_dates(page.hints, page.url)
    yield from head.stated


def _none(page: Page) -> NoArticleError:
    return NoArticleError(
        page.name, "no article is found in the HTML", "Check that the page was saved whole, with its text."
    )


def _parts(page: Page, view: View, titles: Titles, head: Metadata, tree: HtmlElement) -> Parts:
    """What the head says, and where it is silent the lines around the article."""
    around, hints, url = view.around, page.hints, page.url or head.url
    places, dropped = mapped(page, view)
    credits = _credits(view, head, tree)
    return Parts(
        titles=titles,
        credits=replace(credits, byline=()) if hints.byline else credits,
        dateline=find_dateline(around.lines[around.body[0]].text) if around.body else None,
        outlet=hints.outlet
        or outlet_of_url(url)
        or (printed_name(head.outlet) if head.outlet else find_outlet(around, titles, page.url)),
        captions=captions(view),
        stated=tuple(_stated(page, view, head, tree)),
        dropped=dropped,
        language=view.language,
        url=head.url,
        visible=around.lines,
        places=places,
    )


def _credits(view: View, head: Metadata, tree: HtmlElement) -> Credits:
    """The head's authors, then the bylines in the markup, then those in the lines; the house where no one signs."""
    stated, own, beside = head.authors, find_credits(view.layout, head.title), find_credits(view.around, head.title)
    marked = stated if stated.people or stated.agency else marked_authors(tree, head.outlet)
    house = stated.house or marked.house
    signed = _right_above(view.around) if house in beside.byline else beside.byline
    byline = stated.people or marked.people or own.byline or signed_within(view.layout) or signed
    return Credits(
        agency=own.agency or stated.agency or marked.agency or beside.agency,
        source_credit=own.source_credit or (None if byline else house),
        byline=byline,
        place=own.place,
    )


def _right_above(around: Layout) -> tuple[str, ...]:
    """The writers alone on the line right above the article, where the page's own byline names the house."""
    return (
        signed_within(replace(around, body=(around.body[0] - 1, *around.body)))
        if around.body and around.body[0]
        else ()
    )


def _stated(page: Page, view: View, head: Metadata, tree: HtmlElement) -> Iterator[StatedDate]:
    """The dates of head, carrier and lines, so that each has its rivals; htmldate's answer where none is likely."""
    stated = [*head.stated, *hint_dates(page.hints, page.url), *line_dates(view.around, view.language)]
    yield from stated
    if not any(not s.updated and not s.refused and s.confidence >= LIKELY for s in stated):
        day = find_date(tree, original_date=True, extensive_search=False, url=page.url or head.url)
        if day:
            yield StatedDate(day, "metadata", day, "htmldate's reading of the page", 0.6)
