"""The blocks of an HTML page: what its block elements and table cells hold."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tellings.pages.archives.text import Document, blocks_of

BLOCKS = frozenset(
    (
        *("p", "div", "td", "th", "tr", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("blockquote", "section", "article", "hr", "body", "center", "dd", "dt", "pre"),
    )
)
SKIPPED = frozenset(("script", "style", "head", "title", "noscript", "template"))
BREAK = "\n"
#: A rule of this many underscores, as ProQuest's other forms print it.
RULE = "_" * 20


def html_document(text: str) -> Document | None:
    """The document that an HTML page is, None where it holds no element."""
    # as bytes, since lxml refuses a str that declares its encoding
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return None if root is None else Document(blocks_of(_texts(root)), wrapped=False)


def _texts(root: etree._Element) -> Iterator[str]:
    held: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        skipped += (1 if starts else -1) if tag in SKIPPED else 0
        if tag in BLOCKS:
            yield "".join(held)
            held = []
            if tag == "hr" and starts:
                yield RULE
        if tag == "br" and starts:
            held.append(BREAK)
        text = element.text if starts else element.tail
        if text and not skipped:
            held.append(" ".join(text.split("\n")))
    yield "".join(held)
