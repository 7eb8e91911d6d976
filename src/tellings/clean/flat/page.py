"""A flat page, tags gone, to its article."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tellings.clean.assemble import Body, Parts, assemble, is_short, no_article, text_of
from tellings.clean.dating.datelines import Dateline, find_dateline
from tellings.clean.dating.stated import hint_dates, line_dates
from tellings.clean.fields.credits import find_credits
from tellings.clean.fields.outlets import find_outlet
from tellings.clean.fields.photos import names_house, photo_credit
from tellings.clean.fields.signatures import signing
from tellings.clean.fields.titles import Titles, find_titles
from tellings.clean.flat.body import REPEATED_WORDS, chosen, kept, others_from, printed_over, scores, unbroken, window
from tellings.clean.flat.features import features
from tellings.clean.flat.layout import OPENING, Layout
from tellings.clean.flat.lines import Line, read_sheet
from tellings.clean.flat.model import line_model
from tellings.clean.flat.rules import LineRule, rules_of_each
from tellings.clean.flat.words import fold, same_words
from tellings.clean.site_rules import SiteRule, site_first
from tellings.clean.stubs import flat_stub
from tellings.model.article import HOW_SURE, Cleaned, Dropped
from tellings.model.page import Page


def lay_out(text: str, language: str, site: SiteRule | None = None) -> Layout:
    """Lines, rules and body of a flat page."""
    sheet = read_sheet(text, language, whole=True)
    lines = sheet.lines
    rules = site_first(site, lines, rules_of_each(lines))
    over = others_from(lines, rules)
    values = scores(lines, rules, over)
    span = window(values)
    own = kept(lines, rules, values, span)
    if not lines:
        return Layout(lines, rules, own)
    measured = features(sheet, rules, values, span, own)
    log_odds = line_model().log_odds(*measured).tolist()
    return Layout(lines, rules, chosen(lines, rules, own, log_odds, over), tuple(log_odds), sheet)


@dataclass(frozen=True, slots=True)
class FlatBody(Body):
    """The body of a flat page, with the titles that stand above it."""

    titles: Titles
    language: str

    def cleaned(self) -> Cleaned:
        """The article, with what the lines around the body say of it."""
        return assemble(self, flat_parts(self.page, self.layout, self.titles, self.language))


def flat_body(page: Page, language: str, site: SiteRule | None = None) -> FlatBody:
    """Find the body of a flat page, under the rule of its site where there is one.

    Raises:
        NoArticleError: where nothing on it reads like an article.
    """
    layout = lay_out(page.text, language, site)
    layout, titles = titled(below_standfirst(layout), page.hints.title)
    layout = without_signatures(without_repeats(layout, titles))
    if is_short(page, layout):
        layout, titles = short(page, layout, titles)
    return FlatBody(page, layout, text_of(layout), titles, language)


def short(page: Page, layout: Layout, titles: Titles) -> tuple[Layout, Titles]:
    """The layout of a page on which too little reads like an article.

    It may be printed over and over, stand on one line, or be a headline alone.

    Raises:
        NoArticleError: where it is neither.
    """
    for find in (printed_over, unbroken):
        found = replace(layout, body=find(layout.lines, layout.rules))
        if not is_short(page, found):
            return titled(found, page.hints.title)
    stub = flat_stub(layout.lines, layout.rules, page.hints.title)
    if stub is None:
        raise no_article(page)
    if stub.headline is None:
        return replace(layout, body=stub.body), Titles(page.hints.title, None, titles.lines)
    title = layout.lines[stub.headline].text
    return replace(layout, body=stub.body), Titles(title, None, (stub.headline,))


def flat_parts(page: Page, layout: Layout, titles: Titles, language: str) -> Parts:
    """What the lines around the body say; what the carrier says of outlet and writers goes before it."""
    credits = find_credits(layout, titles.title)
    return Parts(
        titles=titles,
        credits=replace(credits, byline=()) if page.hints.byline else credits,
        dateline=_dateline(layout),
        outlet=page.hints.outlet or find_outlet(layout, titles, page.url),
        captions=tuple(captions(layout)),
        stated=(*hint_dates(page.hints, page.url), *line_dates(layout, language, titles.lines)),
        dropped=tuple(dropped(layout, titles)),
        language=language,
    )


def _dateline(layout: Layout) -> Dateline | None:
    first, *others = (line.text for line in layout.paragraphs()) if layout.body else ("",)
    return find_dateline(first, "\n".join(others))


#: A body of fewer paragraphs has none to spare.
ENOUGH_BELOW = 3
#: A standfirst has at most so many words.
MOST_ABOVE = 45
#: A headline that ends in a quotation reads like a sentence; it has no more words than this.
HEADLINE = 25
STOP = re.compile(r"[.…]\W*$")


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
    below = replace(layout, body=layout.body[1:])
    found = find_titles(below)
    return (below, found) if found.title else (layout, titles)


def below_standfirst(layout: Layout) -> Layout:
    """The layout without the standfirst over its text."""
    return replace(layout, body=layout.body[1:]) if over_dateline(layout) else layout


def over_dateline(layout: Layout) -> Line | None:
    """The standfirst: one paragraph, then a byline or stamp, then a dateline; or one before an agency's dateline."""
    if len(layout.body) < ENOUGH_BELOW:
        return None
    first, second = (layout.lines[index] for index in layout.body[:2])
    begins = find_dateline(second.text) if first.words <= MOST_ABOVE and not find_dateline(first.text) else None
    signed = any(rule is not None and rule.action == "head" for rule in layout.rules[first.index : second.index])
    return first if begins and (signed or begins.agency) else None


def without_repeats(layout: Layout, titles: Titles) -> Layout:
    """Take the title's repetitions out of the body."""
    again = same_words(layout.paragraphs(), (titles.title, titles.subtitle))
    return replace(layout, body=tuple(i for i in layout.body if i not in again)) if again else layout


def without_signatures(layout: Layout) -> Layout:
    """Take the writers' names out of the body: they stand between a standfirst and the text."""
    names = signing(layout)
    return replace(layout, body=tuple(i for i in layout.body if i not in names)) if names else layout


def captions(layout: Layout) -> list[str]:
    """Captions near the article: those above it and inside it, and lines above it that end in a picture's credit."""
    last = layout.body[-1] if layout.body else len(layout.lines)
    near = layout.lines[: last + 3]
    above = min(layout.body, default=0) - OPENING
    plain = (li for li in layout.opening() if li.index > above and layout.rules[li.index] is None)
    credited = frozenset(line.index for line in plain if _is_credited(line))
    return [line.text for line in near if layout.is_caption(line) or line.index in credited]


def _is_credited(line: Line) -> bool:
    """Whether a line is a sentence or two about a picture, with whose picture it is."""
    caption, credit = photo_credit(line.text) if FEWEST_CAPTION <= line.words <= MOST_CAPTION else ("", None)
    return credit is not None and len(caption.split()) >= FEWEST_CAPTION and names_house(credit)


def dropped(layout: Layout, titles: Titles) -> list[Dropped]:
    """Every line that is not the article, neighbours with one reason joined."""
    body = layout.inside
    blocks: list[tuple[Line, Line, str]] = []
    closing, title = "", fold(titles.title or "")
    for line, rule in zip(layout.lines, layout.rules, strict=True):
        if line.index in body:
            continue
        closing = rule.name if rule and rule.action in ("end", "author") else closing
        reason = _of_titles(line, titles, title) or _reason(line, rule, layout, title, closing)
        if blocks and blocks[-1][2] == reason and blocks[-1][1].index == line.index - 1:
            blocks[-1] = (blocks[-1][0], line, reason)
        else:
            blocks.append((line, line, reason))
    return [
        Dropped(
            a.start, b.end, _between(layout.lines, a, b), _with_odds(reason, layout.log_odds[a.index : b.index + 1])
        )
        for a, b, reason in blocks
    ]


#: A picture's caption has so many words beside its credit.
FEWEST_CAPTION, MOST_CAPTION = 4, 60
#: Reasons that are the line model's, not a rule's.
BEFORE, AFTER, INSIDE = "before the article", "after the article", "unlike the lines around it"


def _with_odds(reason: str, log_odds: Sequence[float]) -> str:
    """The reason with how sure the line model is, the mean of a block's lines, where the model is the reason."""
    if reason not in (BEFORE, AFTER, INSIDE) or not log_odds:
        return reason
    against = sum(1 / (1 + math.exp(min(odds, 30))) for odds in log_odds) / len(log_odds)
    return f"{reason}{HOW_SURE} {against:.2f} against)"


def _between(lines: Sequence[Line], first: Line, last: Line) -> str:
    return "\n".join(line.text for line in lines[first.index : last.index + 1])


def _of_titles(line: Line, titles: Titles, title: str) -> str | None:
    """Whether a line is the title, given folded, or the subtitle."""
    if line.index not in titles.lines:
        return None
    return "title" if fold(line.text) == title else "subtitle"


def _reason(line: Line, rule: LineRule | None, layout: Layout, title: str, closing: str) -> str:
    """The rule's name; for a line without a rule, where it stands and under which closing line."""
    if rule is not None:
        return rule.name
    if line.code:
        return "script or style"
    if not layout.body or line.index < layout.body[0]:
        return BEFORE
    if line.index < layout.body[-1]:
        return _inside(line, title)
    return closing or AFTER


def _inside(line: Line, title: str) -> str:
    if fold(line.text) == title:
        return "title repeated"
    return "printed more than once" if line.times > 1 and line.words >= REPEATED_WORDS else INSIDE
