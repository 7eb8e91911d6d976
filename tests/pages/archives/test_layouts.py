"""Every layout of every database in every file format gives the same articles."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages.archives import samples
from pages.archives.samples import TOLD, Told
from pages.archives.writers import pdf, rtf, rtf_table, word, word_table, wrapped

from tellings.model.page import Page, Reject
from tellings.pages.archives import split_download
from tellings.pages.archives.articles import split_document
from tellings.pages.archives.documents import read_document
from tellings.pages.archives.text import Document
from tellings.pages.make import make_page

Found = Iterator[Page | Reject]
Lines = Sequence[str]
LAYOUTS = {"Nexis": samples.nexis_uni(), "Factiva": samples.factiva_plain(), "ProQuest": samples.proquest()}


def page_of(name: str, data: bytes) -> Page:
    page = make_page(name, data)
    assert isinstance(page, Page)
    return page


def as_word(lines: Lines) -> Found:
    return read_document("news.docx", word(lines))


def as_rtf(lines: Lines) -> Found:
    return read_document("news.rtf", rtf(lines))


def as_pdf(lines: Lines) -> Found:
    """Lines 90 characters wide with gaps between them, 48 a page, each page numbered."""
    shown = list(chain.from_iterable((*wrapped(line), "") for line in lines))
    pages = [shown[i : i + 48] for i in range(0, len(shown), 48)]
    return read_document("news.pdf", pdf([[*page, f"Page {n} of {len(pages)}"] for n, page in enumerate(pages, 1)]))


def as_html(lines: Lines) -> Found:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return split_download(page_of("news.html", f"<html><body>{body}</body></html>".encode()))


def as_text(lines: Lines) -> Found:
    return split_download(page_of("news.txt", "\n\n".join(lines).encode()))


def as_lines(lines: Lines) -> Found:
    return split_download(page_of("news.txt", "\r\n".join(lines).encode()))


def check(found: Found, told: Sequence[Told] = TOLD) -> None:
    pages = list(found)
    assert [page.name.split("#")[1] for page in pages] == [str(n) for n in range(1, len(told) + 1)]
    for page, expected in zip(pages, told, strict=True):
        assert isinstance(page, Page)
        assert (page.hints.title, page.hints.outlet) == (expected.title, expected.outlet)
        assert page.hints.byline == (expected.byline,)
        assert page.hints.language == "en"
        assert expected.day.split()[0] in (page.hints.published or "")
        assert page.text == "\n\n".join(expected.paragraphs)
        assert (page.kind, page.hints.whole) == ("text", True)


@pytest.mark.parametrize("form", [as_word, as_rtf, as_pdf, as_html, as_text, as_lines])
@pytest.mark.parametrize("database", LAYOUTS)
def test_each_database_in_each_format(database: str, form: Callable[[Lines], Found]) -> None:
    check(form(LAYOUTS[database]))


def test_the_numbered_documents_of_lexisnexis() -> None:
    check(split_download(page_of("news.txt", samples.nexis_old().encode())))
    short = (samples.GRAIN,)
    check(split_download(page_of("news.txt", samples.nexis_old(short).encode())), short)


def test_factivas_codes_in_tables() -> None:
    rows = [row for told in TOLD for row in samples.factiva_rows(told)]
    check(read_document("news.docx", word_table(rows)))
    check(read_document("news.rtf", rtf_table(rows)))


def test_factivas_codes_in_html() -> None:
    def cell(values: Sequence[str]) -> str:
        return "".join(f'<p class="articleParagraph enarticleParagraph">{value}</p>' for value in values)

    articles = "".join(
        '<div class="article enArticle"><table>'
        + "".join(f"<tr><td><b>{c}</b>&nbsp;</td><td>{cell(v)}</td></tr>" for c, v in samples.factiva_rows(told))
        + "</table></div>"
        for told in TOLD
    )
    check(split_download(page_of("news.html", f"<html><body>{articles}</body></html>".encode())))


def test_factivas_codes_in_text() -> None:
    def shown(code: str, values: Sequence[str]) -> str:
        return f"{code} {values[0]}" if len(values) == 1 else f"{code}\n" + "\n\n".join(values)

    text = "\n".join(shown(*row) for told in TOLD for row in samples.factiva_rows(told))
    check(split_download(page_of("news.txt", text.encode())))


LINES = [*samples.nexis_uni(), *samples.nexis_old().split("\n"), *samples.factiva_plain(), *samples.proquest()]
LINES += [cell for row in samples.factiva_rows(samples.BRIDGE) for cell in (row[0], *row[1])]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=80), st.booleans())
def test_no_order_of_a_download_s_lines_ends_the_reading(lines: list[str], wrapped: bool) -> None:
    blocks = tuple((line,) for line in map(str.strip, lines) if line)
    assert all(page.name.startswith("x#") for page in split_document("x", Document(blocks, wrapped)))


def test_an_article_keeps_its_id_by_its_place_and_text() -> None:
    first, second = as_word(LAYOUTS["Nexis"]), as_word(LAYOUTS["Nexis"])
    assert [p.page_id for p in first if isinstance(p, Page)] == [p.page_id for p in second if isinstance(p, Page)]


@pytest.mark.parametrize(
    "text",
    [
        "The report ends with the words: End of Document.\n\nBody\n\nIt was the last of its kind.",
        "HD stands for high definition.\n\nThe sets cost 900.\n\nIN THE END\n\nNobody bought any.",
        "The archive is kept by ProQuest document link services.\n\nFull text: none.",
        "The minister wrote Document LAKHER0020310314e73e0001x into the file.\n\nNobody knows why.",
    ],
)
def test_a_page_that_only_speaks_like_a_download_stays_whole(text: str) -> None:
    page = page_of("news.txt", text.encode())
    assert list(split_download(page)) == [page]


@pytest.mark.parametrize("piece", ["1", "1 of ", "Document ", "Document A", "End of ", "_", "a: "])
def test_a_long_line_of_beginnings_takes_linear_time(piece: str) -> None:
    page = page_of("long.txt", b"End of Document x " + piece.encode() * (1_000_000 // len(piece)))
    started = time.process_time()
    assert list(split_download(page)) == [page]
    assert time.process_time() - started < 5
