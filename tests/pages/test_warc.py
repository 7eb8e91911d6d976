from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from pages.warcs import record

from tellings.model.page import Page, Reject
from tellings.pages.warc import read_warc

TEXT = "Ministers of both countries met in Tallinn on Monday. " * 30
HTML = f"<html><body><p>{TEXT}</p></body></html>".encode()
CHUNKED = "Transfer-Encoding: chunked\r\n"


def read(data: bytes) -> list[Page | Reject]:
    return list(read_warc("crawl.warc", io.BytesIO(data)))


def page(data: bytes) -> Page:
    (found,) = read(data)
    assert isinstance(found, Page), found
    return found


def chunked(body: bytes, size: int = 100) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def bare(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize("whole", [False, True])
def test_records_are_read_packed_one_by_one_and_as_a_whole(whole: bool) -> None:
    records = [record(f"https://example.org/{n}", HTML) for n in range(3)]
    data = gzip.compress(b"".join(records)) if whole else b"".join(map(gzip.compress, records))
    assert [found.name for found in read(data)] == [f"https://example.org/{n}" for n in range(3)]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (CHUNKED, chunked(HTML)),
        ("Content-Encoding: gzip\r\n", gzip.compress(HTML)),
        ("Content-Encoding: x-gzip\r\n", gzip.compress(HTML)),
        ("Content-Encoding: GZIP\r\n" + CHUNKED, chunked(gzip.compress(HTML), 20)),
        ("Content-Encoding: deflate\r\n", zlib.compress(HTML)),
        ("Content-Encoding: deflate\r\n", bare(HTML)),
        ("Content-Encoding: br\r\n", brotli.compress(HTML)),
        ("Content-Encoding: gzip, br\r\n", brotli.compress(gzip.compress(HTML))),
        ("Content-Encoding: identity\r\n", HTML),
        ("Content-Encoding: utf-8\r\n", HTML),
    ],
)
def test_bodies_are_taken_out_of_chunks_and_compression(headers: str, body: bytes) -> None:
    assert page(record("https://example.org/1", body, headers=headers)).text == HTML.decode()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_bodies_that_the_crawler_unpacked_already_are_read_as_they_are(coding: str) -> None:
    headers = f"Content-Encoding: {coding}\r\n{CHUNKED}"
    assert page(record("https://example.org/1", HTML, headers=headers)).text == HTML.decode()


def test_a_packed_body_that_breaks_off_gives_what_came_before() -> None:
    body = gzip.compress(b"".join(b"<p>Ministers met %d times.</p>\n" % n for n in range(5000)))
    found = page(record("https://example.org/1", body[: len(body) // 2], headers="Content-Encoding: gzip\r\n"))
    assert found.text.startswith("<p>Ministers met 0 times.</p>")


def test_a_body_in_a_coding_that_is_not_read_is_a_reject() -> None:
    (found,) = read(record("https://example.org/1", b"\x28\xb5\x2f\xfd....", headers="Content-Encoding: zstd\r\n"))
    assert isinstance(found, Reject)
    assert "zstd" in found.reason


def test_other_statuses_are_rejects_that_name_the_page_and_the_answer() -> None:
    data = record("https://example.org/gone", b"gone", status="404 Not Found") + record("https://example.org/1", HTML)
    gone, found = read(data)
    assert isinstance(gone, Reject)
    assert gone.name == "https://example.org/gone"
    assert "404 Not Found" in gone.reason
    assert isinstance(found, Page)


def test_other_records_and_types_are_stepped_over() -> None:
    data = b"".join(
        (
            record("https://example.org/2.png", b"\x89PNG", kind="image/png"),
            record("https://example.org/1", HTML, named="revisit"),
            record("https://example.org/1", HTML, named="request"),
            record("https://example.org/1", HTML, named="conversion"),
            record("https://example.org/1", HTML),
        )
    )
    assert page(data).url == "https://example.org/1"


def test_a_file_without_pages_says_what_it_holds() -> None:
    data = record("https://example.org/2.png", b"\x89PNG", kind="image/png") * 2
    (found,) = read(data + record("https://example.org/1", HTML, named="conversion"))
    assert isinstance(found, Reject)
    assert "2 x response of image/png, 1 x conversion record" in found.reason


def test_the_crawler_s_header_says_the_charset_and_the_day() -> None:
    text = "<p>Министры встретились в Таллине."
    found = page(record("https://example.org/1", text.encode("cp1251"), kind="text/html; charset=windows-1251"))
    assert (found.text, found.charset) == (text, "cp1251")
    assert found.hints.seen == "2031-03-15T10:00:00Z"


def test_a_page_that_the_crawler_cut_off_says_so() -> None:
    found = page(record("https://example.org/1", HTML, warc="WARC-Truncated: length\r\n"))
    assert found.repairs == ("the crawler cut the page off: length",)


def test_a_file_that_breaks_off_keeps_what_was_read() -> None:
    data = record("https://example.org/1", HTML) + record("https://example.org/2", HTML)
    first, second, broken = read(data[:-200])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert second.text == HTML.decode()[: len(second.text)] != ""
    assert isinstance(broken, Reject)
    assert broken.reason == "the WARC breaks off inside record 2"


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_breaks_down_keeps_what_was_read(packed: bool) -> None:
    first, second = record("https://example.org/1", HTML), record("https://example.org/2", HTML)
    data = gzip.compress(first) + gzip.compress(second)[:60] + b"\0\1" * 50 if packed else first + b"junk" * 50 + second
    found = read(data)
    assert isinstance(found[0], Page)
    assert isinstance(found[-1], Reject)
    assert "breaks off after record" in found[-1].reason


@pytest.mark.parametrize("body", [b"<p>hello", b"", b"garbage\n\n<p>hello"])
def test_a_response_without_http_is_a_reject_and_the_next_is_read(body: bytes) -> None:
    whole = record("https://example.org/1", HTML)
    start = whole.index(b"HTTP/1.1")
    head = whole[:start].replace(b"Content-Length: %d" % (len(whole) - start - 4), b"Content-Length: %d" % len(body))
    bad, good = read(head + body + b"\r\n\r\n" + whole)
    assert isinstance(bad, Reject)
    assert isinstance(good, Page)


def test_a_response_without_an_address_is_named_by_its_place() -> None:
    data = record("x", HTML).replace(b"WARC-Target-URI: x\r\n", b"")
    assert page(data).name == "crawl.warc#1"
