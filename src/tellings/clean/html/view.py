"""An HTML page's blocks as lines, under the line rules: those near the article, and the article's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml.html import HtmlElement
from msgspec import structs

from tellings.clean.fields.language import language_of
from tellings.clean.fields.metadata import Metadata
from tellings.clean.fields.titles import Titles
from tellings.clean.flat.body import Window, before_foot
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line, split_lines
from tellings.clean.flat.page import lay_out as lay_out_flat
from tellings.clean.flat.page import without_repeats
from tellings.clean.flat.rules import LineRule, rules_of
from tellings.clean.flat.words import fold
from tellings.clean.html.extract import article_blocks
from tellings.clean.html.opinion import instead
from tellings.clean.html.reasons import reasons
from tellings.clean.html.sources import Decoded, decoded, places, runs, span
from tellings.clean.html.tree import Block, Blocks
from tellings.model.article import Dropped, Run
from tellings.model.page import Page

#: Rules that speak only beside the page's other furniture, which is not among the article's blocks.
TOO_WEAK = frozenset(("navigation", "list of other articles", "cookie notice", "page foot"))
#: Blocks above and below the article in which its byline, date and captions are looked for.
ABOVE, BELOW = 30, 20
#: Fewer words than this are no article: the flat way then tries.
ENOUGH_WORDS, FEW_CHARACTERS = 25, 500
#: Where the page shows a smaller share of the text in its head, scripts would have shown it, or a wall hides it.
SMALL = 0.25
#: A line of so many words that ends like a sentence is a paragraph.
PARAGRAPH = 12


@dataclass(frozen=True, slots=True)
class View:
    """Two layouts of one page: `around` has the lines near the article, `layout` those chosen for it.

    `chosen` gives the block of each of `layout`'s lines (none where a site's rule gave the text), `first` the block of
    `around`'s first line.
    """

    blocks: Blocks
    language: str
    around: Layout
    layout: Layout
    chosen: tuple[int, ...]
    first: int

    @property
    def body(self) -> tuple[int, ...]:
        """The blocks that are the article's paragraphs."""
        return tuple(self.chosen[i] for i in self.layout.body) if self.chosen else ()

    def without(self, title: str | None) -> View:
        """The view with the title's repetitions taken out of the article."""
        layout = without_repeats(self.layout, Titles(title, None, ()))
        gone = {fold(self.layout.lines[i].text) for i in set(self.layout.body) - set(layout.body)}
        body = tuple(i for i in self.around.body if fold(self.around.lines[i].text) not in gone)
        return replace(self, layout=layout, around=replace(self.around, body=body))


def view_of(page: Page, blocks: Blocks, head: Metadata, tree: HtmlElement) -> View:
    """The view of a page by its blocks; where those are no article by the head's text, or by the flat way."""
    chosen = article_blocks(blocks, head.title or "", tree)
    text = "\n".join(blocks.blocks[i].text for i in chosen)
    if len(text) < SMALL * len(head.body) and _is_article(head.body):
        return view_of_text(page, blocks, head.body)
    if not _is_article(text):
        chosen = instead(blocks, tree, _is_article)
        text = "\n".join(blocks.blocks[i].text for i in chosen)
    if not chosen:
        return _flat(page, blocks)
    language = page.hints.language or language_of(text)
    first = max(0, chosen[0] - ABOVE)
    near = blocks.blocks[first : chosen[-1] + 1 + BELOW]
    lines = split_lines("\n".join(block.text for block in near))
    rules = rules_of(lines)
    own = [i - first for i in chosen]
    layout = lay_out([lines[i] for i in own], [rules[i] for i in own])
    around = Layout(lines, rules, tuple(own[i] for i in layout.body))
    return View(blocks, language, around, layout, chosen, first)


def _is_article(text: str) -> bool:
    """Whether a text has words enough for an article."""
    return len(text) >= FEW_CHARACTERS or sum(line.words for line in split_lines(text)) >= ENOUGH_WORDS


def lay_out(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> Layout:
    """Every line that was chosen is the body, but for lines of furniture and the article's foot."""
    lines = tuple(structs.replace(line, index=i) for i, line in enumerate(lines))
    strong = tuple(None if rule and rule.name in TOO_WEAK else rule for rule in rules)
    last = before_foot(strong, tuple(float(line.words) for line in lines), Window(0, before_end(lines, rules))).last
    own = (i for i in range(last) if (rule := strong[i]) is None or rule.action == "foot")
    return Layout(lines, strong, tuple(own))


def before_end(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> int:
    """Where the article ends: at the first line that heads a list or a form and has no paragraph after it."""
    last = len(lines)
    for line, rule in zip(reversed(lines), reversed(rules), strict=True):
        if rule is None and line.ended and line.words >= PARAGRAPH:
            return last
        if rule is not None and rule.action == "end":
            last = line.index
    return last


def _flat(page: Page, blocks: Blocks) -> View:
    text = "\n".join(block.text for block in blocks.blocks)
    language = page.hints.language or language_of(text)
    layout = lay_out_flat(text, language)
    return View(blocks, language, layout, layout, tuple(range(len(layout.lines))), 0)


def view_of_text(page: Page, blocks: Blocks, text: str) -> View:
    """The view where a site's rule or the page's head gave the article's text."""
    language = page.hints.language or language_of(text)
    lines = split_lines(text, language)
    layout = lay_out(lines, rules_of(lines))
    own = {fold(line.text) for line in layout.paragraphs()}
    near = split_lines("\n".join(block.text for block in blocks.blocks), language)
    body = tuple(line.index for line in near if line.words > 3 and fold(line.text) in own)
    return View(blocks, language, Layout(near, rules_of(near), body), layout, (), 0)


def mapped(page: Page, view: View) -> tuple[tuple[tuple[Run, ...], ...], tuple[Dropped, ...]]:
    """Where each paragraph stands in the page's source, counted from its own start; and the blocks left out."""
    source, blocks = decoded(page.text), view.blocks.blocks
    found = places(source, blocks)
    left_out = tuple(
        _joined(source, blocks[first : last + 1], found[first : last + 1], reason)
        for first, last, reason in _left_out(view)
    )
    return tuple(runs(source, blocks[i], found[i]) for i in view.body), left_out


def _left_out(view: View) -> Iterator[tuple[int, int, str]]:
    """The first and the last of neighbouring blocks that are not the article for one reason."""
    body = view.body or view.around.body
    told = dict.fromkeys(view.chosen, "title repeated or article's foot")
    told |= {view.first + i: rule.name for i, rule in enumerate(view.around.rules) if rule}
    told |= {i: rule.name for i, rule in zip(view.chosen, view.layout.rules, strict=False) if rule}
    told |= dict.fromkeys(body, "")
    why = (told.get(i, reason) for i, reason in enumerate(reasons(view.blocks, body)))
    last = -1
    for reason, same in groupby(why):
        first, last = last + 1, last + len(list(same))
        if reason:
            yield first, last, reason


def _joined(source: Decoded, blocks: Sequence[Block], found: Sequence[Sequence[int]], reason: str) -> Dropped:
    """One dropped part; -1 for its span where the source is not found to hold it."""
    stood = span(source, blocks, found)
    start, end = (stood.start, stood.end) if stood else (-1, -1)
    return Dropped(start, end, "\n".join(block.text for block in blocks), reason)
