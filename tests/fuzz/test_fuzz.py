"""Bytes and texts of nasty pieces through every reader and the cleaner: nothing crashes, every span is exact."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from fuzz.invariants import SUFFIXES, clean_whole, read_all
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tellings.model.page import Page
from tellings.pages.make import make_page

#: The same examples in every run; `tests/fuzz/atheris_clean.py` looks for others by coverage.
SETTINGS = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SENTENCE = "The minister of Brazil met the president of Argentina in Lima on Monday and said that both would sign. "
PIECES = (
    SENTENCE * 3,
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\u2028",
        "\x85",
        "\x0b",
        "\t",
        " ",
        "\u00a0",
        "\ufeff",
        "\u200b",
        "\u202e",
        "\u00ad",
        "\0",
    ),
    *(
        "LIMA, March 3 (Reuters) - ",
        "By Ana Prado\n",
        "Published: 3 March 2031 10:00 UTC\n",
        "Photo: A. B./AFP\n",
        "- ",
    ),
    *(
        "Read more: ",
        "© 2031 The Herald\n",
        "Share this\n",
        "var a = {b: [1]};\n",
        "(",
        "“",
        "”",
        "'",
        '"',
        "..",
        "??!",
        "—",
    ),
    *(
        "e\u0301\u0301",
        "👩‍🚀",
        "中文，",
        "مرحبا ",
        "\U0010ffff",
        "\ufffe",
        "Ã©â€™",
        "\x92",
        "ﬁ",
        "İ",
        "ß",
        "1" * 30,
        "12/03/2031 ",
    ),
)
TAGS = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<article>",
        "<h1>",
        "</h1>",
        "<br>",
        "<li>",
        "<ul>",
        "<table><tr><td>",
        "<a href='/x'>",
    ),
    *(
        "<script>",
        "</script>",
        "<style>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<title>",
        "</title>",
        "<head>",
        "</body>",
        "</html>",
    ),
    *(
        "<time datetime='2031-03-03'>",
        "<meta charset='koi8-r'>",
        "<meta name=author content='A B'>",
        "<base href='//'>",
        "<svg>",
    ),
    *(
        '<script type=\'application/ld+json\'>{"@type":"NewsArticle",',
        '"author":[',
        "&#xD800;",
        "&#0;",
        "&shy;",
        "&nbsp;",
        "<",
    ),
)
CARRIED = (
    *(
        b"WARC/1.0\r\n",
        b"WARC-Type: response\r\n",
        b"WARC-Target-URI: http://a/b\r\n",
        b"Content-Length: 80\r\n",
        b"\r\n",
    ),
    *(
        b"Content-Type: application/http\r\n",
        b"HTTP/1.1 200 OK\r\n",
        b"Content-Encoding: gzip\r\n",
        gzip.compress(b"<p>a"),
    ),
    *(
        b'{"text": "',
        b'"}\n',
        b'"url": 3',
        b"\\ud800",
        b"<?xml version='1.0'?>",
        b"<rss><channel>",
        b"<item><title>a</title>",
    ),
    *(
        b"<description>",
        b"<content:encoded/>",
        b"</item>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"\xff\xfe",
        b"\0",
        b"\x1b$B",
        b"\xe9",
    ),
    *(
        b"# Talks\n",
        b"title,text\n",
        b"LENGTH: 300 words\n",
        b"Document 1 of 2\n",
        b"[",
        b"https://example.org/a\n",
        b"%PDF-1.4\n",
    ),
)


@SETTINGS
@given(
    suffix=st.sampled_from(SUFFIXES),
    data=st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(CARRIED), max_size=14).map(b"".join)),
    packed=st.booleans(),
)
def test_any_bytes_give_pages_or_rejects(tmp_path: Path, suffix: str, data: bytes, packed: bool) -> None:
    folder = tmp_path / suffix.strip(".")
    folder.mkdir(exist_ok=True)
    (folder / f"page{suffix}").write_bytes(gzip.compress(data) if packed else data)
    for page in read_all(folder):
        clean_whole(page)


@SETTINGS
@given(st.lists(st.sampled_from((SENTENCE, *PIECES)), min_size=1, max_size=25).map("".join))
def test_any_flat_text_gives_an_article_with_exact_spans_or_none(text: str) -> None:
    check(text)


@SETTINGS
@given(st.lists(st.sampled_from((*PIECES, *TAGS)), max_size=25).map("".join))
def test_any_html_gives_an_article_with_exact_spans_or_none(text: str) -> None:
    check(f"<html><body><p>{SENTENCE}</p>{text}<p>{SENTENCE}</p>")


def check(text: str) -> None:
    page = make_page("page.txt", text.encode())
    if isinstance(page, Page):
        clean_whole(page)


@pytest.mark.parametrize("data", [b"", b"\0", b"\n", b"{", b"[", b"<", b"&", b"WARC/", b"\x1f\x8b", b"\xef\xbb\xbf"])
def test_next_to_nothing_is_no_page(tmp_path: Path, data: bytes) -> None:
    for suffix in SUFFIXES:
        (tmp_path / f"page{suffix}").write_bytes(data)
    assert read_all(tmp_path) == []
