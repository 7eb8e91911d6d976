"""Fetching, against a server on this machine."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tellings.model.page import Page, Reject
from tellings.pages import read
from tellings.pages.fetch import Fetched, Fetcher
from tellings.pages.fields import USUAL_FIELDS

TEXT = "Ministers of both countries met in Vell on Friday; žádný z nich nemluvil."
HTML = f"<html><body><p>{TEXT}</p></body></html>"
FEED = f"<rss version='2.0'><channel><title>Wire</title><item><link>https://example.org/1</link><description>{TEXT}</description></item></channel></rss>"


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []  # noqa: RUF012 - what the server was asked, read by the tests

    def do_GET(self) -> None:
        Site.asked.append((self.path, self.headers["User-Agent"]))
        name = self.path.partition("?")[0].strip("/")
        getattr(self, f"give_{name}", self.give_missing)()

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_page(self) -> None:
        self.answer(HTML.encode("iso-8859-2"), Content_Type="text/html; charset=iso-8859-2")

    def give_packed(self) -> None:
        self.answer(gzip.compress(HTML.encode()), Content_Encoding="gzip", Content_Type="text/html; charset=utf-8")

    def give_deflated(self) -> None:
        self.answer(zlib.compress(HTML.encode()), Content_Encoding="deflate")

    def give_bomb(self) -> None:
        self.answer(gzip.compress(b"<p>" * 30_000_000), Content_Encoding="gzip")

    def give_big(self) -> None:
        self.answer(b"x" * 3000)

    def give_moved(self) -> None:
        self.answer(b"", 302, Location="/page#part")

    def give_elsewhere(self) -> None:
        self.answer(b"", 302, Location="file:///etc/hostname")

    def give_round(self) -> None:
        self.answer(b"", 302, Location="/round")

    def give_feed(self) -> None:
        self.answer(FEED.encode(), Content_Type="application/rss+xml")

    def give_slow(self) -> None:
        self.answer(HTML[:20].encode())
        time.sleep(1)

    def give_drip(self) -> None:
        self.answer(b"")
        for _ in range(20):
            self.wfile.write(b"x" * 70_000)
            self.wfile.flush()
            time.sleep(0.05)

    def give_forbidden(self) -> None:
        self.answer(b"no", 403)

    def give_missing(self) -> None:
        self.answer(b"nothing here", 404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def found(url: str) -> Page | Reject:
    (page,) = read([url], USUAL_FIELDS, Fetcher(pause=0))
    return page


@pytest.mark.parametrize("path", ["page", "packed", "deflated"])
def test_a_page_is_fetched_unpacked_and_decoded(site: str, path: str) -> None:
    page = found(f"{site}/{path}")
    assert isinstance(page, Page)
    assert (page.name, page.url, page.text) == (f"{site}/{path}", f"{site}/{path}", HTML)
    assert page.hints.seen
    assert Site.asked[-1][1].startswith("Tellings/")


def test_a_redirect_gives_the_last_address_and_keeps_the_name(site: str) -> None:
    page = found(f"{site}/moved")
    assert isinstance(page, Page)
    assert (page.name, page.url) == (f"{site}/moved", f"{site}/page")


def test_a_feed_gives_its_entries(site: str) -> None:
    assert found(f"{site}/feed").name == "https://example.org/1"


@pytest.mark.parametrize(
    ("path", "reason", "remedy"),
    [
        ("missing", "404", "Check the address"),
        ("forbidden", "403", "open the page in a browser"),
        ("elsewhere", "not allowed", "Check the address"),
        ("round", "302", "Check the address"),
        ("bomb", "unpacks to more than 20 MB", "Save the page"),
    ],
)
def test_what_cannot_be_fetched_says_why(site: str, path: str, reason: str, remedy: str) -> None:
    rejected = found(f"{site}/{path}")
    assert isinstance(rejected, Reject)
    assert reason in rejected.reason
    assert remedy in rejected.remedy


def test_the_size_and_both_times_are_bounded(site: str) -> None:
    for path, fetcher, reason in (
        ("big", Fetcher(limit=1000), "bigger than"),
        ("slow", Fetcher(timeout=0.2), "cannot be fetched"),
        ("drip", Fetcher(longest=0.2), "takes longer"),
    ):
        rejected = fetcher.fetch(f"{site}/{path}")
        assert isinstance(rejected, Reject), path
        assert reason in rejected.reason


def test_nobody_there_is_a_reject() -> None:
    assert "cannot be fetched" in found("http://127.0.0.1:9/").reason  # type: ignore[union-attr]


def test_a_list_is_fetched_when_it_is_named_and_not_when_it_lies_in_a_folder(site: str, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"# pages of Friday\n{site}/page\n\n{site}/missing\n{site}/page\n")
    page, missing = read([str(tmp_path / "list.txt")], USUAL_FIELDS, Fetcher(pause=0))
    assert isinstance(page, Page)
    assert isinstance(missing, Reject)
    asked = len(Site.asked)
    (rejected,) = read([str(tmp_path)])
    assert isinstance(rejected, Reject)
    assert "list of addresses" in rejected.reason
    assert len(Site.asked) == asked


def test_pages_of_one_host_are_fetched_with_a_pause_between(site: str) -> None:
    waits: list[float] = []
    fetcher = Fetcher(pause=5, sleep=waits.append)
    assert isinstance(fetcher.fetch(f"{site}/page"), Fetched)
    assert not waits
    fetcher.fetch(f"{site}/page")
    assert 0 < waits[0] <= 5
