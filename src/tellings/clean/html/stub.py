"""An HTML page that is a headline alone: where head and page agree on it, and say that it is an article's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from tellings.clean.assemble import is_short, no_article
from tellings.clean.fields.language import language_of
from tellings.clean.fields.metadata import Metadata
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.rules import rules_of
from tellings.clean.flat.words import fold, stems
from tellings.clean.html.evidence import HEADINGS
from tellings.clean.html.tree import Block, Blocks
from tellings.clean.html.view import ABOVE, BELOW, View
from tellings.clean.stubs import BELOW as GOING_ON
from tellings.clean.stubs import going_on, may_be_headline, tells_no_news
from tellings.model.page import Page

#: Of the JSON-LD, the social headline and the headings shown, so many agree on a certain title.
AGREE = 2
#: A block of which more is links is a link.
LINKED = 0.5
#: A body of which more is links is a list of other pages.
LISTED = 0.8
#: A body of no more words that has none of so many in the headlines is a wall, a notice or an advertisement.
WALL, TELLING = 100, 4


def or_stub(page: Page, view: View, head: Metadata, title: str | None) -> View:
    """The view; where what it takes for an article is none, the view of the headline alone.

    Raises:
        NoArticleError: where it is none, and the title is not certain enough to stand alone.
    """
    none = is_short(page, view.layout) or is_list(view) or is_notice(view, title)
    if not none and not is_off_subject(view, head):
        return view
    if title is not None and is_certain(head, title):
        return view_of_stub(page, view.blocks, title)
    if none:
        raise no_article(page)
    return view


def is_certain(head: Metadata, title: str) -> bool:
    """Whether a title is an article's beyond doubt: given twice, and a page's that says it is an article."""
    if not may_be_headline(title):
        return False
    wanted, given = fold(title), head.headlines
    structured = _says(given.structured, wanted)
    agree = (structured, _says(given.social, wanted), any(_says(heading, wanted) for heading in given.shown))
    return sum(agree) >= AGREE and (structured or head.is_article)


def _says(headline: str | None, title: str) -> bool:
    """Whether a headline is the title, with the site's name or without."""
    text = fold(headline or "")
    return bool(text) and (title in text or text in title) and 2 * min(len(text), len(title)) > len(title)


def is_list(view: View) -> bool:
    """Whether what was taken for an article is links, as on a section's front."""
    body = [view.blocks.blocks[i] for i in view.body]
    return sum(block.linked for block in body) > LISTED * max(1, sum(len(block.text) for block in body))


def is_notice(view: View, title: str | None) -> bool:
    """Whether what was taken for an article is a few lines below the title of an error, a wall or a check."""
    return title is not None and view.layout.words <= WALL and tells_no_news(title)


def is_off_subject(view: View, head: Metadata) -> bool:
    """Whether what was taken for an article is a few lines that have not one word of the page's headlines.

    Of 157 mixed pages, 400 guides and 85 of news, bodies so short have none on four, three of which are a wall, a
    notice or an advertisement; the fourth's title is its site's.
    """
    if not view.body or view.layout.words > WALL:
        return False
    given = head.headlines
    subject = stems(" ".join(filter(None, (given.structured, given.social, *given.shown))))
    return len(subject) >= TELLING and not subject & view.layout.subject


def view_of_stub(page: Page, blocks: Blocks, title: str) -> View:
    """The view of a page that is its headline and the lines below that go on with it."""
    heading = _heading(blocks, title)
    first = max(0, heading - ABOVE)
    near = blocks.blocks[first : heading + 1 + BELOW]
    lines = split_lines("\n".join(block.text for block in near))
    rules = rules_of(lines)
    below = [lines[i] for i in _below(blocks, near, heading + 1 - first)]
    own = [line.index for line in going_on(title, below)]
    body = tuple(structs.replace(lines[i], index=number) for number, i in enumerate(own))
    layout = Layout(body, (None,) * len(body), tuple(range(len(body))))
    language = page.hints.language or language_of("\n".join((title, *(line.text for line in body))))
    return View(blocks, language, Layout(lines, rules, tuple(own)), layout, tuple(first + i for i in own), first)


def _heading(blocks: Blocks, title: str) -> int:
    """Where the title stands on the page: the first heading that says it, else the first block; 0 where none does."""
    wanted = fold(title)
    said = [i for i, block in enumerate(blocks.blocks) if _says(block.text, wanted)]
    return next((i for i in said if _is_heading(blocks, i)), said[0] if said else 0)


def _is_heading(blocks: Blocks, index: int) -> bool:
    element = blocks.blocks[index].element
    return element >= 0 and blocks.elements[element].tag in HEADINGS


def _below(blocks: Blocks, near: Sequence[Block], first: int) -> Iterator[int]:
    """The blocks below the title that are no links, up to the next heading."""
    for i, block in enumerate(near[first : first + GOING_ON], start=first):
        if block.element >= 0 and blocks.elements[block.element].tag in HEADINGS:
            return
        if block.linked <= LINKED * len(block.text):
            yield i
