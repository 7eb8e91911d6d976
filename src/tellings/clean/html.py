"""An HTML page to its article: trafilatura's paragraphs under the line rules, and the metadata of the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import trafilatura
from htmldate import find_date
from lxml.html import HtmlElement

from tellings.clean.assemble import Parts, assemble
from tellings.clean.authors import marked_authors
from tellings.clean.body import Window, before_foot
from tellings.clean.credits import Credits, find_credits
from tellings.clean.errors import NoArticleError
from tellings.clean.flat import flat_parts, without_repeats
from tellings.clean.flat import lay_out as lay_out_flat
from tellings.clean.flatten import flatten
from tellings.clean.language import language_of
from tellings.clean.layout import Layout
from tellings.clean.lines import split_lines
from tellings.clean.metadata import Metadata, read_metadata
from tellings.clean.rules import rules_of
from tellings.clean.signatures import signed_within
from tellings.clean.site_rules import SiteRules, select, taken_out
from tellings.clean.sites import outlet_of_url, printed_name
from tellings.clean.standfirst import standfirst
from tellings.clean.stated import hint_dates, line_dates
from tellings.clean.titles import Titles, fold
from tellings.model.article import Cleaned, Dropped, StatedDate
from tellings.model.page import Page

#: Rules that speak only beside the page's other furniture, which trafilatura has taken away already.
TOO_WEAK = frozenset(("navigation", "list of other articles", "cookie notice", "page foot"))


#: Fewer words than this are a teaser or a caption: the precise rules have cut too much.
ENOUGH_WORDS = 60
#: Where trafilatura gives less than this share of the flat way's words, it has missed the article.
LESS = 0.25


def clean_html(page: Page, sites: SiteRules | None = None) -> Cleaned:
    """Clean an HTML page.

    Raises:
        NoArticleError: where neither trafilatura nor the flat way finds an article of 25 words.
    """
    tree = trafilatura.load_html(page.text)
    if tree is None:
        raise _none(page)
    head = read_metadata(tree)
    stated = (*hint_dates(page.hints, page.url), *head.stated)
    site = select(sites.of(page, page.url or head.url, stated) if sites else None, tree)
    flat = flatten(tree)
    text = site.text or _main_text(tree) or ""
    language = page.hints.language or language_of(text or flat)
    around = lay_out_flat(flat, language)
    layout = lay_out(text, language)
    if not site.text and _words(layout) < LESS * _words(around):
        layout = around
    title = site.title or head.title
    layout = without_repeats(layout, Titles(title, None, ()))
    around = replace(around, body=_same_lines(around, layout))
    titles = Titles(title, standfirst(head.descriptions, around, title), ())
    parts = _parts(page, layout, around, titles, head, language, tree)
    return assemble(page, layout, replace(parts, dropped=(*parts.dropped, *taken_out(page, site))))


def _words(layout: Layout) -> int:
    """Words of paragraphs; the cells of a table that the page is laid out in are none."""
    return sum(line.words for line in layout.paragraphs() if not line.text.startswith("|"))


def _same_lines(around: Layout, layout: Layout) -> tuple[int, ...]:
    """The lines of the flattened page that are the article's paragraphs."""
    own = {fold(line.text) for line in layout.paragraphs()}
    return tuple(line.index for line in around.lines if line.words > 3 and fold(line.text) in own)


def _main_text(tree: HtmlElement) -> str | None:
    """trafilatura's main text, by its precise rules, or by the ordinary ones where those leave next to nothing.

    Shingle F1 on aeb_dev (English): precise .974, .961 without its tables, .976 under the line rules.
    """
    precise = trafilatura.extract(tree, include_comments=False, favor_precision=True)
    if precise and len(precise.split()) >= ENOUGH_WORDS:
        return str(precise)
    ordinary = trafilatura.extract(tree, include_comments=False)
    return max((str(text) for text in (precise, ordinary) if text), key=len, default=None)


def _none(page: Page) -> NoArticleError:
    return NoArticleError(
        page.name, "no article is found in the HTML", "Check that the page was saved whole, with its text."
    )


def lay_out(text: str, language: str) -> Layout:
    """Every paragraph that trafilatura keeps is the body, but for lines of furniture and the article's foot."""
    lines = split_lines(text, language)
    rules = tuple(None if rule and rule.name in TOO_WEAK else rule for rule in rules_of(lines))
    last = before_foot(rules, tuple(float(line.words) for line in lines), Window(0, len(lines))).last
    own = (i for i in range(last) if (rule := rules[i]) is None or rule.action == "foot")
    return Layout(lines, rules, tuple(own))


def _parts(
    page: Page, layout: Layout, around: Layout, titles: Titles, head: Metadata, language: str, tree: HtmlElement
) -> Parts:
    """What the lines say, with the head's fields before them."""
    found = flat_parts(page, layout, titles, language)
    return replace(
        found,
        credits=_credits(found.credits, layout, around, head, tree),
        outlet=outlet_of_url(page.url or head.url) or (printed_name(head.outlet) if head.outlet else found.outlet),
        stated=(*head.stated, *found.stated, *_fallback(page, around, head, tree)),
        dropped=tuple(_dropped(page, layout)),
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


def _dropped(page: Page, layout: Layout) -> Iterator[Dropped]:
    """The paragraphs that the line rules left out, where the page's source holds them verbatim."""
    for line, rule in zip(layout.lines, layout.rules, strict=True):
        start = page.text.find(line.text) if line.index not in layout.body else -1
        if start >= 0:
            yield Dropped(start, start + len(line.text), line.text, rule.name if rule else "title repeated")


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
