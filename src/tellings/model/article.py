"""Articles: the news text of a page, with what its page states about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Span

DateSource = Literal["metadata", "line", "url", "carrier"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the article's text that stands letter by letter in the page's text."""

    start: int
    end: int
    page_start: int


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that the page gives for itself, whether true or false.

    `value` is ISO 8601 as precise as printed ("2022-12-30T15:19:00+05:30", "2020-10-23"), with an
    offset only where one is printed. `detail` says which words or tag it was read from. `refused` is why
    it can be no page's own day, whatever the text says; "" where nothing in it speaks against it.
    """

    value: str
    source: DateSource
    text: str
    detail: str
    confidence: float
    updated: bool = False
    refused: str = ""


#: What begins the odds in a reason of the line model's ("after the article (line model: 0.94 against)").
HOW_SURE = " (line model:"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the page that is not the article: its span in the page's text, and why it was left out.

    An HTML page's span has the tags between the words too; it is -1 to -1 where the source is not found to hold them.
    """

    start: int
    end: int
    text: str
    reason: str

    @property
    def rule(self) -> str:
        """The reason without how sure the line model was of it, by which such parts are counted."""
        return self.reason.partition(HOW_SURE)[0]


@dataclass(frozen=True, slots=True)
class Article:
    """The clean article. `text` never changes for a given id: paragraphs parted by one empty line.

    `dateline` covers the dateline inside `text` ("MOSCOW, Oct. 22 (Xinhua) -- "), so that later
    stages can step over it; `dateline_date` is its printed day ("Oct. 22"), not yet given a year.
    `outlet` carries the page, `agency` wrote the report, `source_credit` is who else is credited.
    `captions` are without the pictures' credits, which stand in `photo_credits` ("AP Photo/Jane Roe").
    `repairs` are the page's: what was mended before its words could be read.
    """

    article_id: str
    page_id: str
    page: str
    text: str
    title: str | None = None
    url: str | None = None
    subtitle: str | None = None
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    source_credit: str | None = None
    dateline: Span | None = None
    dateline_place: str | None = None
    dateline_date: str | None = None
    captions: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    stated: tuple[StatedDate, ...] = ()
    seen: str | None = None
    language: str = "en"
    translated: bool = False
    runs: tuple[Run, ...] = ()
    repairs: tuple[str, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether a title is all that the page gives: then it is the text too."""
        return bool(self.title) and self.text == self.title


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning a page gives: the article, and every part that was left out."""

    article: Article
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What pages of a site are compared by: each paragraph's key and length in letters, as the page alone gives it."""

    page_id: str
    site: str
    paragraphs: tuple[tuple[str, int], ...]
