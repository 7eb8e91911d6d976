"""Pages as they came in, and pages that could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PageKind = Literal["html", "text"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page's carrier (feed entry, JSON line, WARC header) says beside the page itself."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    #: When the carrier had the page in hand (WARC-Date): nothing on it was published later.
    seen: str | None = None
    #: The page's text is the article itself, cut out by the carrier: cleaning leaves nothing of it out.
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What came in, decoded once and never changed.

    `name` is the file name or URL as given; `page_id` depends on the address (URL, else the last
    part of the name) and the bytes alone, so that a page keeps its id wherever it is read from.
    `repairs` says in plain words what was done between the bytes and `text`: a charset that is said
    of the page and not borne out, mojibake mended, characters left out that show nothing.
    """

    page_id: str
    name: str
    kind: PageKind
    text: str
    url: str | None = None
    charset: str = "utf-8"
    size: int = 0
    hints: Hints = field(default_factory=Hints)
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reject:
    """A page that could not be read: what was wrong with it, and what the user can do."""

    name: str
    stage: str
    reason: str
    remedy: str
