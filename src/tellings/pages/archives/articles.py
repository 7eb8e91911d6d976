"""A page that is a download from a news database, taken apart into its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tellings.model.page import Hints, Page, Reject
from tellings.pages.archives import factiva, nexis, proquest
from tellings.pages.archives.entry import Database, Entry
from tellings.pages.archives.html import html_document
from tellings.pages.archives.text import Document, text_document
from tellings.pages.carried import language_code
from tellings.pages.make import make_page, reject

DATABASES: tuple[Database, ...] = (nexis.DATABASE, factiva.DATABASE, proquest.DATABASE)

#: Words of which each download has one: looked for first, since next to no page is a download.
MARKS = (
    *("End of Document", "End Of Document", "Ende des Dokuments", "Fin du document", "Fin del documento"),
    *("DOCUMENTS", "Document ", "Dokument ", "Documento ", "ProQuest", "articleParagraph"),
)
SIGNS = re.compile(
    r"End of Document|Ende des Dokuments|Fin du document|Fin del documento"
    r"|(?<!\d)\d{1,6} (?:of|von|de|di) \d{1,6} (?:DOCUMENTS?|DOKUMENTE?)"
    r"|(?:Document|Dokument|Documento) \d+ (?:of|von|de|di) \d+"
    r"|Do[ck]umento? [A-Z]{2,8}\w{14,24}|ProQuest document (?:ID|link)",
    re.IGNORECASE,
)
#: What every sign holds, and how far a sign reaches before and behind it.
CORE = re.compile("ument|UMENT")
BEFORE, BEHIND = 40, 80


def split_download(page: Page) -> Iterator[Page | Reject]:
    """Give the articles of a page that is a download, each a page named `NAME#3`; any other page as it is."""
    if not _is_download(page.text):
        yield page
        return
    document = html_document(page.text) if page.kind == "html" else text_document(page.text)
    found = list(split_document(page.name, document)) if document else []
    yield from found or [page]


def _is_download(text: str) -> bool:
    """Whether a text has a mark of a download and a sign of one.

    Signs are looked for around their core alone: a page of 200 kB takes 1 CPU ms so, and 60 with all of it searched.
    """
    if not any(mark in text for mark in MARKS):
        return False
    return any(SIGNS.search(text, max(0, m.start() - BEFORE), m.end() + BEHIND) for m in CORE.finditer(text))


def split_document(name: str, document: Document) -> Iterator[Page | Reject]:
    """Give the articles of a document that is a download; nothing where it is none."""
    for database in DATABASES:
        entries = database.split(document)
        for number, blocks in enumerate(entries, 1):
            entry = database.read(blocks, document.wrapped)
            yield _page(f"{name}#{number}", entry, database.name)
        if entries:
            return


def _page(name: str, entry: Entry, database: str) -> Page | Reject:
    text = "\n\n".join(entry.paragraphs)
    if not text:
        reason = f"the {database} entry {entry.title or ''!r} has no text"
        return reject(name, reason, f"Download it from {database} with its full text; pictures have none.")
    hints = Hints(
        title=entry.title,
        outlet=entry.outlet,
        byline=entry.byline,
        published=entry.published,
        language=language_code(entry.language),
        seen=entry.loaded,
        whole=True,
    )
    page = make_page(name, text.encode("utf-8", "replace"), charset="utf-8", hints=hints)
    return page if isinstance(page, Reject) else replace(page, kind="text", url=entry.url)
