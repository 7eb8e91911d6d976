"""Pages from WARC files: the HTTP responses that hold HTML or text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tellings.model.page import Hints, Page, Reject
from tellings.pages.make import MAX_BYTES, make_page, reject, too_big

TEXT_TYPES = ("text/html", "text/plain", "application/xhtml+xml", "")


class _Forward:
    """A stream that is only read on: fastwarc ends the process where a pipe's position cannot be told."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at


def read_warc(name: str, stream: BinaryIO) -> Iterator[Page | Reject]:
    """Give each response of HTML or text as a page named by its address; redirects and errors are stepped over.

    `WARC-Date` becomes `hints.seen`. A broken file gives the records before the break and one reject.
    """
    number = 0
    forward = cast("BinaryIO", _Forward(stream))
    try:
        for record in ArchiveIterator(forward, record_types=WarcRecordType.response, parse_http=True):
            number += 1
            if _wanted(record):
                yield _page(record)
    except Exception as error:  # fastwarc raises many kinds, and every one means a broken file
        yield reject(name, f"the WARC breaks off after record {number}: {error}", "Fetch the file again.")
        return
    if not number:
        yield reject(name, "the WARC holds no HTTP responses", "Give a WARC with response records.")


def _wanted(record: WarcRecord) -> bool:
    kind = (record.http_content_type or "").lower()
    headers = record.http_headers
    return kind in TEXT_TYPES and (headers is None or headers.status_code in (None, 200))


def _page(record: WarcRecord) -> Page | Reject:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    data = record.reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return too_big(url)
    hints = Hints(seen=record.headers.get("WARC-Date"))
    return make_page(url, data, url=url, charset=record.http_charset, hints=hints)
