"""Pages from the web: only addresses that the user names are fetched, one at a time."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit

import tellings
from tellings.model.page import Reject
from tellings.pages.bodies import unpacked
from tellings.pages.make import MAX_BYTES, reject

AGENT = f"Tellings/{tellings.__version__} (news pages for research, on a user's own request)"
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was fetched: its last address after redirects, its bytes unpacked, its charset and the moment."""

    url: str
    data: bytes
    charset: str | None
    seen: str


class Response(Protocol):
    """What is read of a response."""

    headers: http.client.HTTPMessage

    def read(self, amount: int) -> bytes:
        """The next bytes."""


class FetchError(Exception):
    """What was fetched is no page."""


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses: `timeout` seconds for an answer, `longest` for a page, `pause` between two of one host."""

    timeout: float = 20.0
    longest: float = 60.0
    pause: float = 1.0
    limit: int = MAX_BYTES
    sleep: Callable[[float], None] = time.sleep
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched | Reject:
        """Fetch a page, or say why there is none."""
        try:
            request = urllib.request.Request(_quoted(url), headers={"User-Agent": AGENT, "Accept": ACCEPT})
            request.add_header("Accept-Encoding", "gzip, deflate")
            self._wait(urlsplit(url).netloc)
            with _opener().open(request, timeout=self.timeout) as response:
                data = self._read(response)
                charset = response.headers.get_content_charset()
                return Fetched(urldefrag(response.geturl())[0], data, charset, _now())
        except urllib.error.HTTPError as error:
            error.close()
            return reject(url, f"the server answers {error.code} {error.reason}", _remedy(error.code))
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            return reject(url, f"the address cannot be fetched: {reason}", "Check the address and the connection.")
        except FetchError as error:
            return reject(url, str(error), "Save the page to a file first and give that file.")

    def _wait(self, host: str) -> None:
        left = self._last.get(host, -self.pause) + self.pause - time.monotonic()
        if host in self._last and left > 0:
            self.sleep(left)
        self._last[host] = time.monotonic()

    def _read(self, response: Response) -> bytes:
        """The body, unpacked. Raises FetchError where it is too big, too slow or packed in an unknown way."""
        ends = time.monotonic() + self.longest
        packed = bytearray()
        while taken := response.read(CHUNK):
            packed += taken
            if len(packed) > self.limit:
                raise FetchError(f"the page is bigger than {self.limit >> 20} MB")
            if time.monotonic() > ends:
                raise FetchError(f"the page takes longer than {self.longest:.0f} seconds")
        return self._unpacked(bytes(packed), response.headers.get("Content-Encoding", ""))

    def _unpacked(self, packed: bytes, coding: str) -> bytes:
        data = unpacked(packed, "", coding, self.limit + 1)
        if data is None:
            raise FetchError(f"the page is packed in a way that is not read: {coding}")
        if len(data) > self.limit:
            raise FetchError(f"the page unpacks to more than {self.limit >> 20} MB")
        return data


def _opener() -> urllib.request.OpenerDirector:
    """Only the web: no files, no FTP, also after a redirect; proxies as the environment says."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        *(urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler),
        *(urllib.request.HTTPDefaultErrorHandler, urllib.request.HTTPRedirectHandler),
        *(urllib.request.HTTPErrorProcessor, urllib.request.UnknownHandler),
    ):
        opener.add_handler(handler())
    return opener


def _quoted(url: str) -> str:
    """An address as it goes over the wire: names of hosts and paths in other scripts encoded."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(part, safe="/%:=&?~#+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def _remedy(status: int) -> str:
    if status in (401, 402, 403, 429, 451):
        return "The site keeps programs out: open the page in a browser, save it, and give the file."
    return "Check the address." if status < 500 else "Try again later, or save the page in a browser."


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
