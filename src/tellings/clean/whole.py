"""A page whose carrier has cut the article out already: nothing of its text is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tellings.clean.assemble import Body, Parts, assemble, is_short, no_article, text_of
from tellings.clean.dating.datelines import find_dateline
from tellings.clean.dating.stated import hint_dates
from tellings.clean.fields.credits import Credits, find_credits
from tellings.clean.fields.names import people
from tellings.clean.fields.titles import Titles
from tellings.clean.fields.vocabulary import agency_names
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import split_lines
from tellings.clean.flat.words import fold
from tellings.clean.stubs import may_be_headline
from tellings.model.article import Cleaned
from tellings.model.page import Page


@dataclass(frozen=True, slots=True)
class WholeBody(Body):
    """The body of a page that is the article itself, as databases and tables of articles give it."""

    language: str

    def cleaned(self) -> Cleaned:
        """The article: title, outlet, writers and day are the carrier's."""
        page, hints = self.page, self.page.hints
        parts = Parts(
            titles=Titles(hints.title, None, ()),
            credits=_credits(self.layout, hints.byline),
            dateline=find_dateline(next((line.text for line in self.layout.paragraphs()), "")),
            outlet=hints.outlet,
            captions=(),
            stated=tuple(hint_dates(hints, page.url)),
            dropped=(),
            language=self.language,
        )
        signed = tuple(name for name in hints.byline if name not in agency_names())
        return assemble(replace(self, page=replace(page, hints=replace(hints, byline=signed))), parts)


def whole_body(page: Page, language: str) -> WholeBody:
    """The page's own text; its title goes where it stands there again, and may be all that there is.

    Raises:
        NoArticleError: where it has no words, beside a title too short to stand alone.
    """
    lines = split_lines(page.text, language, whole=True)
    title = page.hints.title
    body = tuple(line.index for line in lines if not title or fold(line.text) != fold(title))
    layout = Layout(lines, (None,) * len(lines), body)
    if is_short(page, layout) and not may_be_headline(title):
        raise no_article(page)
    return WholeBody(page, layout, text_of(layout), language)


def _credits(layout: Layout, signed: Iterable[str]) -> Credits:
    """The persons in the carrier's byline, and the agency that it names in their place or the text at its end."""
    signed = tuple(signed)
    found = find_credits(layout)
    agency = next((agency_names()[name] for name in signed if name in agency_names()), None)
    named = tuple(name for given in signed for name in people(given))
    return replace(found, agency=found.agency or agency, byline=named)
