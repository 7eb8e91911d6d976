"""A flat page, tags gone, to its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tellings.clean.assemble import Parts, assemble
from tellings.clean.body import kept, scores, window
from tellings.clean.credits import find_credits
from tellings.clean.datelines import find_dateline
from tellings.clean.layout import Layout
from tellings.clean.lines import Line, split_lines
from tellings.clean.outlets import find_outlet
from tellings.clean.rules import LineRule, rules_of
from tellings.clean.site_rules import SiteRule, site_first
from tellings.clean.stated import hint_dates, line_dates
from tellings.clean.titles import Titles, find_titles, fold
from tellings.model.article import Cleaned, Dropped
from tellings.model.page import Page


def lay_out(text: str, language: str, site: SiteRule | None = None) -> Layout:
    """Lines, rules and body of a flat page."""
    lines = split_lines(text, language)
    rules = site_first(site, lines, rules_of(lines))
    values = scores(lines, rules)
    return Layout(lines, rules, kept(lines, rules, values, window(values)))


def clean_flat(page: Page, language: str, site: SiteRule | None = None) -> Cleaned:
    """Clean a flat page, under the rule of its site where there is one.

    Raises:
        NoArticleError: where nothing on it reads like an article.
    """
    layout = lay_out(page.text, language, site)
    layout, titles = titled(layout, page.hints.title)
    layout = without_repeats(layout, titles)
    return assemble(page, layout, flat_parts(page, layout, titles, language))


def flat_parts(page: Page, layout: Layout, titles: Titles, language: str) -> Parts:
    """What the lines around the body say; what the carrier says of outlet and writers goes before it."""
    credits = find_credits(layout, titles.title)
    return Parts(
        titles=titles,
        credits=replace(credits, byline=()) if page.hints.byline else credits,
        dateline=find_dateline(layout.lines[layout.body[0]].text) if layout.body else None,
        outlet=page.hints.outlet or find_outlet(layout, titles, page.url),
        captions=tuple(captions(layout)),
        stated=(*hint_dates(page.hints, page.url), *line_dates(layout, language, titles.lines)),
        dropped=tuple(dropped(layout, titles)),
        language=language,
    )


#: A headline that ends in a quotation reads like a sentence; it has no more words than this.
HEADLINE = 25
STOP = re.compile(r"[.!?…]\W*$")


def titled(layout: Layout, given: str | None = None) -> tuple[Layout, Titles]:
    """The layout with its titles; where none stands above the body, its first line may be the headline.

    A title that the carrier gave is the title, be it printed or not.
    """
    titles = find_titles(layout)
    if given and fold(titles.title or "") != fold(given):
        return layout, Titles(given, None, tuple(li.index for li in layout.head if fold(li.text) == fold(given)))
    if titles.title or len(layout.body) < 2:
        return layout, titles
    first = layout.lines[layout.body[0]]
    if first.words > HEADLINE or STOP.search(first.text):
        return layout, titles
    below = Layout(layout.lines, layout.rules, layout.body[1:])
    found = find_titles(below)
    return (below, found) if found.title else (layout, titles)


def without_repeats(layout: Layout, titles: Titles) -> Layout:
    """Take the title's repetitions out of the body."""
    same = {fold(t) for t in (titles.title, titles.subtitle) if t}
    body = tuple(i for i in layout.body if fold(layout.lines[i].text) not in same)
    return Layout(layout.lines, layout.rules, body)


def captions(layout: Layout) -> list[str]:
    """Captions near the article: those above it and inside it."""
    last = layout.body[-1] if layout.body else len(layout.lines)
    return [
        line.text
        for line, rule in zip(layout.lines, layout.rules, strict=True)
        if rule and rule.action == "caption" and line.index < last + 3
    ]


def dropped(layout: Layout, titles: Titles) -> list[Dropped]:
    """Every line that is not the article, neighbours with one reason joined."""
    body = set(layout.body)
    blocks: list[tuple[Line, Line, str]] = []
    closing = ""
    for line, rule in zip(layout.lines, layout.rules, strict=True):
        if line.index in body:
            continue
        closing = rule.name if rule and rule.action in ("end", "author") else closing
        reason = _reason(line, rule, layout, titles, closing)
        if blocks and blocks[-1][2] == reason and blocks[-1][1].index == line.index - 1:
            blocks[-1] = (blocks[-1][0], line, reason)
        else:
            blocks.append((line, line, reason))
    return [Dropped(a.start, b.end, _between(layout.lines, a, b), reason) for a, b, reason in blocks]


def _between(lines: Sequence[Line], first: Line, last: Line) -> str:
    return "\n".join(line.text for line in lines[first.index : last.index + 1])


def _reason(line: Line, rule: LineRule | None, layout: Layout, titles: Titles, closing: str) -> str:
    """The rule's name; for a line without a rule, where it stands and under which closing line."""
    if line.index in titles.lines:
        return "title" if fold(line.text) == fold(titles.title or "") else "subtitle"
    if rule is not None:
        return rule.name
    if line.code:
        return "script or style"
    if not layout.body or line.index < layout.body[0]:
        return "before the article"
    if line.index < layout.body[-1]:
        return "title repeated" if fold(line.text) == fold(titles.title or "") else "sub-heading"
    return closing or "after the article"
