"""Pages from WARC files: the HTTP responses that hold HTML or text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from tellings.model.page import Hints, Page, Reject
from tellings.pages.bodies import unpacked
from tellings.pages.make import MAX_BYTES, make_page, reject, too_big

TEXT_TYPES = ("text/html", "text/plain", "application/xhtml+xml", "")
OK = 200


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
    """Give each HTTP response of HTML or text as a page named by its address; `WARC-Date` becomes `hints.seen`.

    A response with another status than 200 is a reject. Other types of content and other records (requests,
    resources, conversions, revisits, DNS) are stepped over, and named only where nothing else is in the file. One
    record is in memory at a time. A broken file gives the records before the break, what is left of the broken one,
    and a reject.
    """
    others: Counter[str] = Counter()
    number = 0
    for number, record in enumerate(_records(stream), start=1):
        if isinstance(record, Exception):
            yield _broken(name, f"after record {number - 1}: {record}")
            return
        kind = _other_kind(record)
        others[kind] += 1
        if not kind:
            yield from _response(record, name, number)
    if not others[""]:
        held = ", ".join(f"{count} x {kind}" for kind, count in others.most_common(5) if kind) or "nothing"
        reason = f"the WARC holds no HTTP responses of HTML or text, but {held}"
        yield reject(name, reason, "Give a WARC with response records.")


def _records(stream: BinaryIO) -> Iterator[WarcRecord | Exception]:
    """The records, and at last what went wrong: fastwarc raises many kinds, and every one means a broken file."""
    try:
        yield from ArchiveIterator(cast("BinaryIO", _Forward(stream)), parse_http=False)
    except Exception as error:
        yield error


def _other_kind(record: WarcRecord) -> str:
    """What a record is that may hold no page; empty for an HTTP response of HTML or text."""
    if record.record_type != WarcRecordType.response or not record.is_http:
        return f"{record.headers.get('WARC-Type')} record"
    try:
        record.parse_http(auto_decode="none")
    except OSError:
        return "response with broken HTTP headers"
    kind = (record.http_content_type or "").lower()
    return "" if kind in TEXT_TYPES else f"response of {kind}"


def _response(record: WarcRecord, file: str, number: int) -> Iterator[Page | Reject]:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    place = url or f"{file}#{number}"
    headers = record.http_headers
    if headers.status_code != OK:
        said = (headers.status_line or "nothing").strip()[:100]
        yield reject(place, f"the server answered {said}", "Fetch the page again, or leave it out.")
        return
    try:
        sent = record.reader.read(MAX_BYTES + 1)
    except OSError as error:
        yield reject(place, f"the record cannot be read: {error}", "Fetch the page again.")
        return
    yield _page(record, place, url, sent)
    if len(sent) < min(record.content_length, MAX_BYTES):
        yield _broken(file, f"inside record {number}")


def _page(record: WarcRecord, place: str, url: str | None, sent: bytes) -> Page | Reject:
    transfer, coding = (record.http_headers.get(name) or "" for name in ("Transfer-Encoding", "Content-Encoding"))
    data = unpacked(sent, transfer, coding, MAX_BYTES + 1)
    if data is None:
        return reject(place, f"its body is packed as {coding}, which is not read", "Fetch the page again as gzip.")
    if len(sent) > MAX_BYTES:
        return too_big(place)
    page = make_page(
        place, data, url=url, charset=record.http_charset, hints=Hints(seen=record.headers.get("WARC-Date"))
    )
    cut = record.headers.get("WARC-Truncated")
    if isinstance(page, Reject) or not cut:
        return page
    return replace(page, repairs=(*page.repairs, f"the crawler cut the page off: {cut}"))


def _broken(file: str, where: str) -> Reject:
    return reject(file, f"the WARC breaks off {where}", "Fetch the file again; what stands before it is read.")
