"""Put the parts of a page together into its article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.clean.credits import Credits
from tellings.clean.datelines import Dateline, normal_case
from tellings.clean.errors import NoArticleError
from tellings.clean.layout import Layout
from tellings.clean.titles import Titles
from tellings.clean.translated import reads_translated
from tellings.model.article import Article, Cleaned, Dropped, Run, StatedDate
from tellings.model.ids import stable_id
from tellings.model.page import Page
from tellings.model.spans import Span

#: Fewer words of sentences than this are a headline or a caption, no article.
FEWEST_WORDS = 25


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


def assemble(page: Page, layout: Layout, parts: Parts) -> Cleaned:
    """Join the paragraphs, keep the map to the page's text, and fill in the fields.

    Raises:
        NoArticleError: where fewer than 25 words of sentences are left.
    """
    paragraphs = list(layout.paragraphs())
    if sum(line.words for line in paragraphs) < FEWEST_WORDS:
        raise NoArticleError(
            page.name,
            "nothing on the page reads like an article",
            "Check that the page was saved whole, with its text.",
        )
    runs: list[Run] = []
    place = 0
    for line in paragraphs:
        runs.append(Run(place, place + line.end - line.start, line.start))
        place += line.end - line.start + 2
    text = "\n\n".join(line.text for line in paragraphs)
    dateline = parts.dateline
    place_name = (dateline.place if dateline else None) or (
        normal_case(parts.credits.place) if parts.credits.place else None
    )
    article = Article(
        article_id=stable_id("a", page.page_id),
        page_id=page.page_id,
        page=page.name,
        text=text,
        title=parts.titles.title or page.hints.title,
        url=page.url,
        subtitle=parts.titles.subtitle,
        byline=parts.credits.byline or page.hints.byline,
        outlet=parts.outlet or page.hints.outlet,
        agency=(dateline.agency if dateline else None) or parts.credits.agency,
        source_credit=parts.credits.source_credit,
        dateline=Span(0, dateline.length) if dateline else None,
        dateline_place=place_name,
        dateline_date=dateline.day if dateline else None,
        captions=parts.captions,
        stated=tuple(sorted(parts.stated, key=lambda s: -s.confidence)),
        seen=page.hints.seen,
        language=parts.language,
        translated=reads_translated(page.text, text),
        runs=tuple(runs),
    )
    return Cleaned(article, parts.dropped)


WORDS = re.compile(r"\w+")
