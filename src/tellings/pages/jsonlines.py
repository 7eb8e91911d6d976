"""Pages from JSON lines: one page a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from tellings.model.page import Hints, Page, Reject
from tellings.pages.make import MAX_BYTES, make_page, reject, too_big

Named = str | dict[str, object] | None


class Row(msgspec.Struct):
    """The fields that are read, under the names in use; others may stand beside them."""

    url: str | None = None
    html: str | None = None
    text: str | None = None
    body: str | None = None
    content: str | None = None
    title: str | None = None
    published: str | float | None = None
    date: str | float | None = None
    outlet: Named = None
    source: Named = None
    publisher: Named = None
    authors: str | list[str] | None = None
    byline: str | list[str] | None = None
    author: str | list[str] | None = None
    language: str | None = None
    seen: str | None = None


DECODER = msgspec.json.Decoder(Row)


def read_json_lines(name: str, stream: BinaryIO) -> Iterator[Page | Reject]:
    """Give each line as a page named by its `url`, else by file and line number; a bad line gives a reject."""
    number = 0
    while line := stream.readline(2 * MAX_BYTES):
        number += 1
        if not line.endswith(b"\n") and len(line) == 2 * MAX_BYTES:
            yield too_big(f"{name}#{number}")
            _skip_line(stream)
        elif line.strip():
            yield _page(f"{name}#{number}", line)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(MAX_BYTES)) and not rest.endswith(b"\n"):
        pass


def _page(place: str, line: bytes) -> Page | Reject:
    try:
        row = DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return reject(place, f"the line is no JSON object of a page: {error}", "Mend the line; one object a line.")
    text = row.html or row.text or row.body or row.content
    if not text:
        return reject(place, "the line has no html, text, body or content", "Give the page under one of these fields.")
    return make_page(row.url or place, text.encode("utf-8", "replace"), url=row.url, charset="utf-8", hints=_hints(row))


def _hints(row: Row) -> Hints:
    published = row.published if row.published is not None else row.date
    return Hints(
        title=row.title,
        outlet=next((n for n in map(_name, (row.outlet, row.publisher, row.source)) if n), None),
        byline=_names(row.authors or row.byline or row.author),
        published=None if published is None else str(published),
        language=row.language,
        seen=row.seen,
    )


def _name(value: Named) -> str | None:
    if isinstance(value, dict):
        name = value.get("name")
        return name if isinstance(name, str) else None
    return value


def _names(value: str | list[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)
