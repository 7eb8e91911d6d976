"""One page, or the reason why there is none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextvars import ContextVar

from tellings.model.ids import stable_id
from tellings.model.page import Hints, Page, PageKind, Reject
from tellings.pages.decode import binary_kind, decode
from tellings.pages.mend import mend

#: No article is longer; bigger pages are data dumps that would hold up a build.
MAX_BYTES = 20 * 1024 * 1024

STAGE = "pages"
HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
#: What a saved page may begin with in place of it, and what then says that it is one.
HEAD_START = re.compile(r"\s*<(?:script|link|meta|style|title|base|noscript)\b", re.IGNORECASE)
WHOLE = re.compile(r"<body\b|</head>|</html>", re.IGNORECASE)
BLOCK_TAG = re.compile(
    r"</(?:p|div|article|section|h[1-6]|li|span|a|body)>|<(?:p|br|div)\b[^<>]{0,300}>", re.IGNORECASE
)
TAG = re.compile(r"<[a-zA-Z][^>]*+")
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
#: Characters of a tag, from which on its attributes are counted, and the most that it may have: parsing takes time by
#: their square, 5 CPU seconds for 50,000.
LONG_TAG, MOST_ATTRIBUTES = 10_000, 1000
#: Opening tags of a page. Set when trafilatura read the HTML, 40 CPU seconds for 50,000 paragraphs; 6,012 is the most
#: that 642 real pages had.
MOST_TAGS = 100_000
BYTES_LEFT = re.compile(r"[^\W\d_]")
#: Asked with each page's name before it is made; what it gives stands in the page's place. Set by who reads within
#: bounds (`pages.apart`), and knows so which page ended a process.
BEFORE: ContextVar[Callable[[str], Reject | None] | None] = ContextVar("BEFORE", default=None)


def make_page(
    name: str, data: bytes, *, url: str | None = None, charset: str | None = None, hints: Hints | None = None
) -> Page | Reject:
    """Decode `data` into a page and mend its text, or say why it is none.

    `charset` is what the carrier declares (a WARC record's HTTP header). The page's id depends on
    its address and its bytes alone.
    """
    name = printable(name)
    before = BEFORE.get()
    refused = (before and before(name)) or _refused(name, data)
    if refused:
        return refused
    decoded = decode(data, charset)
    if decoded is None:
        return reject(name, "no charset gives sensible text", "Save the page again as UTF-8.")
    text, repairs = mend(decoded.text)
    if not BYTES_LEFT.search(text):
        return reject(name, "the page has no words", "Check that the page was saved whole.")
    overload = _overload(text)
    if overload:
        return reject(name, overload, "Check that this is a page of news; split it where it holds many.")
    return Page(
        page_id=stable_id("p", url or name.rsplit("/", 1)[-1], hashlib.sha256(data).hexdigest()),
        name=name,
        kind=sniff(text),
        text=text,
        url=url,
        charset=decoded.charset,
        size=len(data),
        hints=hints or Hints(),
        repairs=(*decoded.notes, *repairs),
    )


def _refused(name: str, data: bytes) -> Reject | None:
    if not data.strip():
        return reject(name, "the page is empty", "Check that the page was saved whole.")
    if len(data) > MAX_BYTES:
        return too_big(name)
    kind = binary_kind(data)
    if kind:
        return reject(name, f"the page is {kind}, not text or HTML", "Give the page's HTML or its text.")
    return None


def _overload(text: str) -> str | None:
    """What of a page's markup no page of news has."""
    for number, tag in enumerate(TAG.finditer(text)):
        if number >= MOST_TAGS:
            return f"the page has more than {MOST_TAGS:,} tags"
        if tag.end() - tag.start() > LONG_TAG and len(QUOTED.sub("", tag.group()).split()) > MOST_ATTRIBUTES:
            return f"a tag has more than {MOST_ATTRIBUTES:,} attributes"
    return None


def sniff(text: str) -> PageKind:
    """Tell HTML from text by the content: an HTML start, or three block tags in the first 20,000 characters."""
    if HTML_START.match(text[:4000]) or (HEAD_START.match(text) and WHOLE.search(text)):
        return "html"
    tags = BLOCK_TAG.findall(text[:20000])
    return "html" if len(tags) >= 3 else "text"


def reject(name: str, reason: str, remedy: str) -> Reject:
    """A page that this stage could not read."""
    return Reject(printable(name), STAGE, reason, remedy)


def printable(name: str) -> str:
    """A file's name as text: Linux allows bytes that are no UTF-8, which Python holds as lone surrogates."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def too_big(name: str) -> Reject:
    """The refusal of a page over the limit."""
    limit = MAX_BYTES // (1024 * 1024)
    return reject(name, f"the page is bigger than {limit} MB", "Split it, or give each article as a page of its own.")
