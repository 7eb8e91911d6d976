"""Put the parts of a page together into its article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.clean.dating.datelines import Dateline, normal_case
from tellings.clean.errors import NoArticleError
from tellings.clean.fields.credits import Credits
from tellings.clean.fields.photos import kept_apart
from tellings.clean.fields.sites import key_of
from tellings.clean.fields.titles import Titles
from tellings.clean.fields.translated import reads_translated
from tellings.clean.fields.vocabulary import agency_names
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line
from tellings.clean.flat.wrapped import pieces
from tellings.model.article import Article, Cleaned, Dropped, Run, StatedDate
from tellings.model.ids import stable_id
from tellings.model.page import Page
from tellings.model.spans import Span

#: Fewer words of sentences than this are a headline or a caption, no article.
FEWEST_WORDS = 25


#: Entities that stand next to each other, and where they end; so many characters are asked for them.
ENTITIES = re.compile(r"(?:&#?\w{1,32};)+")
ENTITIES_BEFORE = re.compile(rf"{ENTITIES.pattern}\Z")
LONGEST_ENTITIES = 64
#: Outlets that share their name with an agency of another country.
NAMESAKES = frozenset(("CNA", "Time", "Trend"))


@dataclass(frozen=True, slots=True)
class Body:
    """The first stage of cleaning: which lines of a page are its article, and their text."""

    page: Page
    layout: Layout
    text: str


def is_short(page: Page, layout: Layout) -> bool:
    """Whether the body has fewer words than an article: than 25, or than one of what a carrier gave as an article."""
    return layout.words < (1 if page.hints.whole else FEWEST_WORDS)


def text_of(layout: Layout) -> str:
    """The paragraphs of the body, joined."""
    return "\n\n".join(line.text for line in layout.paragraphs())


def no_article(page: Page) -> NoArticleError:
    """What is raised where a page has neither a body nor a title that is certain enough to stand alone."""
    reason = "nothing on the page reads like an article"
    return NoArticleError(page.name, reason, "Check that the page was saved whole, with its text.")


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found on a page beside its body."""

    titles: Titles
    credits: Credits
    dateline: Dateline | None
    outlet: str | None
    captions: tuple[str, ...]
    stated: tuple[StatedDate, ...]
    dropped: tuple[Dropped, ...]
    language: str
    url: str | None = None
    #: The lines that readers see near the article, where the page's own text is not theirs: a source has more to it.
    visible: tuple[Line, ...] | None = None
    #: Of an HTML page: each paragraph's stretches in the source, counted from the paragraph's start.
    places: tuple[tuple[Run, ...], ...] = ()


def assemble(body: Body, parts: Parts) -> Cleaned:
    """Keep the body's map to the page's text, and fill in the fields."""
    page, dateline = body.page, parts.dateline
    place_name = (dateline.place if dateline else None) or (
        normal_case(parts.credits.place) if parts.credits.place else None
    )
    captions, photo_credits = kept_apart(parts.captions)
    article = Article(
        article_id=stable_id("a", page.page_id),
        page_id=page.page_id,
        page=page.name,
        text=body.text,
        title=parts.titles.title or page.hints.title,
        url=page.url or parts.url,
        subtitle=parts.titles.subtitle,
        byline=parts.credits.byline or page.hints.byline,
        outlet=parts.outlet or page.hints.outlet,
        agency=_agency(parts, parts.outlet or page.hints.outlet),
        source_credit=parts.credits.source_credit,
        dateline=Span(0, dateline.length) if dateline else None,
        dateline_place=place_name,
        dateline_date=dateline.day if dateline else None,
        captions=captions,
        photo_credits=photo_credits,
        stated=tuple(sorted(parts.stated, key=lambda s: -s.confidence)),
        seen=page.hints.seen,
        language=parts.language,
        translated=_translated(body.layout, parts),
        runs=tuple(_runs(page, list(body.layout.paragraphs()), parts.places)),
        repairs=page.repairs,
    )
    return Cleaned(article, parts.dropped)


def _translated(layout: Layout, parts: Parts) -> bool:
    page = layout.lines if parts.visible is None else parts.visible
    return reads_translated(page, layout.paragraphs())


def _agency(parts: Parts, outlet: str | None) -> str | None:
    """The dateline's agency, or the one credited; the outlet's own name in a dateline is no agency's."""
    signed = parts.dateline.agency if parts.dateline else None
    own = (
        signed is not None and outlet is not None and signed not in agency_names() and key_of(signed) in key_of(outlet)
    )
    return (None if own else signed) or parts.credits.agency or agency_of_site(outlet)


def agency_of_site(outlet: str | None) -> str | None:
    """The agency whose own site an outlet is: what TASS's site carries unsigned is TASS's."""
    if outlet is None or outlet in NAMESAKES:
        return None
    return agency_names().get(outlet)


def _runs(page: Page, paragraphs: Sequence[Line], places: Sequence[Sequence[Run]]) -> Iterator[Run]:
    """Where each paragraph stands in the page, in as many stretches as tags, entities and line ends leave of it."""
    place = after = 0
    for index, line in enumerate(paragraphs):
        if places:
            own = [Run(place + run.start, place + run.end, run.page_start) for run in places[index]]
            yield from _with_ends(page.text, own, Span(place, place + len(line.text)))
        elif page.kind == "text":
            yield from _of_lines(page.text, line, place)
        else:
            start = page.text.find(line.text, after)
            if start >= 0:
                yield Run(place, place + len(line.text), start)
                after = start + len(line.text)
        place += len(line.text) + 2


def _of_lines(text: str, line: Line, place: int) -> Iterator[Run]:
    """The lines of the page that a paragraph was joined of, each a blank after the other."""
    if text.startswith(line.text, line.start):
        yield Run(place, place + len(line.text), line.start)
        return
    for start, end, _ in pieces(text, line.start, line.end):
        yield Run(place, place + end - start, start)
        place += end - start + 1


def _with_ends(text: str, own: Sequence[Run], paragraph: Span) -> Iterator[Run]:
    """The runs of a paragraph, with empty ones around the entities that it begins or ends with."""
    before = (
        ENTITIES_BEFORE.search(text, max(0, own[0].page_start - LONGEST_ENTITIES), own[0].page_start) if own else None
    )
    if before and len(html.unescape(before[0])) == own[0].start - paragraph.start > 0:
        yield Run(paragraph.start, paragraph.start, before.start())
    yield from own
    last = own[-1].page_start + own[-1].end - own[-1].start if own else 0
    after = ENTITIES.match(text, last, last + LONGEST_ENTITIES) if own else None
    if after and len(html.unescape(after[0])) == paragraph.end - own[-1].end > 0:
        yield Run(paragraph.end, paragraph.end, after.end())
