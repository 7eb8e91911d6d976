"""Read pages one at a time from whatever carries them."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from io import BufferedReader
from pathlib import Path, PurePath
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from tellings.model.page import Page, Reject
from tellings.pages.archives import split_download
from tellings.pages.archives.kinds import MAX_DOCUMENT, is_document
from tellings.pages.feeds import read_feed
from tellings.pages.fetch import Fetched, Fetcher
from tellings.pages.fields import USUAL_FIELDS, Fields
from tellings.pages.jsonlines import read_json, read_json_lines
from tellings.pages.make import MAX_BYTES, make_page, reject, too_big
from tellings.pages.paths import LONGEST_LIST, STDIN, addresses, expand, is_address
from tellings.pages.tables import read_table
from tellings.pages.warc import read_warc

PARQUET = b"PAR1"
GZIP = b"\x1f\x8b"
#: How much of a stream is looked at to tell what it is.
HEAD = 2048
Found = Iterator[Page | Reject]
Reader = Callable[[str, BinaryIO, "Reading"], Found]


@dataclass(frozen=True, slots=True)
class Reading:
    """What holds for a whole reading: the names of fields, and what fetches addresses."""

    fields: Fields = USUAL_FIELDS
    fetcher: Fetcher = field(default_factory=Fetcher)


@dataclass(frozen=True, slots=True)
class Source:
    """What is read as one: a file, an address, or "-" for standard input.

    `named` says that the user named the file itself; `copy` is where a copy of what it names stands.
    """

    name: str
    named: bool = False
    copy: str | None = None


def read(paths: Iterable[str], fields: Fields = USUAL_FIELDS, fetcher: Fetcher | None = None) -> Found:
    """Give the pages that the paths hold, one at a time, in the order of the paths.

    A path is a file, a folder, a pattern, an address, or `-` for standard input; docs/formats.md lists what
    is read. `fields` name the fields of JSON and tables. What cannot be read comes as a `Reject`, and the
    reading goes on. At most one page (20 MB) is in memory at a time; feeds and documents are read whole.
    Addresses are fetched where they, or a list of them, are named here; a list inside a folder is not.
    """
    reading = Reading(fields, fetcher or Fetcher())
    for source in sources(paths):
        yield from (source,) if isinstance(source, Reject) else read_source(source, reading)


def sources(paths: Iterable[str]) -> Iterator[Source | Reject]:
    """Give what the paths stand for, in their order; nothing is opened yet."""
    for path in paths:
        for file in expand(path):
            yield file if isinstance(file, Reject) else Source(file, named=file == Path(path).as_posix())


def read_source(source: Source, reading: Reading) -> Found:
    """Give the pages of one source, one at a time; see `read`."""
    if source.copy is None and is_address(source.name):
        return _read_address(source.name, reading)
    return _read_file(source, reading)


def _read_file(source: Source, reading: Reading) -> Found:
    file = source.name
    try:
        with _opened(source.copy or file) as stream:
            reader = _reader(file, stream)
            if reader is _read_page:
                yield from _read_text(file, stream, reading, named=source.named)
            else:
                yield from reader(file, stream, reading)
    except (OSError, EOFError, zlib.error) as error:
        yield reject(file, f"the file cannot be read: {error}", "Check the file and its permissions; save it again.")


def _read_address(url: str, reading: Reading) -> Found:
    """Fetch an address and read what it holds as a file of that kind is read."""
    fetched = reading.fetcher.fetch(url)
    if isinstance(fetched, Reject):
        yield fetched
        return
    stream = cast("BinaryIO", BufferedReader(cast("io.RawIOBase", io.BytesIO(fetched.data)), HEAD))
    reader = _reader(urlsplit(fetched.url).path, stream)
    if reader is _read_page and not is_document(fetched.data[:HEAD]):
        yield _fetched_page(url, fetched)
    else:
        yield from reader(url, stream, reading)


def _fetched_page(name: str, fetched: Fetched) -> Page | Reject:
    page = make_page(name, fetched.data, url=fetched.url, charset=fetched.charset)
    return page if isinstance(page, Reject) else replace(page, hints=replace(page.hints, seen=fetched.seen))


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input, through gzip where its first bytes say so."""
    with ExitStack() as stack:
        raw = sys.stdin.buffer if file == STDIN else stack.enter_context(Path(file).open("rb"))
        packed = raw.peek(2)[:2] == GZIP if isinstance(raw, BufferedReader) else False
        # fastwarc unpacks its records itself
        if packed and ".warc" not in Path(file).suffixes:
            yield cast("BinaryIO", stack.enter_context(gzip.open(raw)))
        else:
            yield raw


def _reader(file: str, stream: BinaryIO) -> Reader:
    """Choose by the first bytes where they say it, else by the suffix."""
    suffix = _suffix(file)
    head = stream.peek(HEAD)[:HEAD].lstrip() if hasattr(stream, "peek") else b""
    if head.startswith(PARQUET):
        return _read_parquet
    if head.startswith(b"WARC/"):
        return BY_SUFFIX[".warc"]
    if suffix in BY_SUFFIX and not is_document(head):
        return BY_SUFFIX[suffix]
    if file == STDIN and head.startswith((b"{", b"[")):
        return BY_SUFFIX[".jsonl" if head.startswith(b"{") else ".json"]
    feed = any(mark in head[:500] for mark in (b"<rss", b"<feed", b"<rdf:RDF"))
    if suffix in (".rss", ".atom") or feed or (suffix == ".xml" and b"<html" not in head.lower()):
        return _read_feed
    return _read_page


def _suffix(file: str) -> str:
    suffixes = [s.lower() for s in PurePath(file).suffixes if s.lower() != ".gz"]
    return suffixes[-1] if suffixes else ""


def _read_feed(file: str, stream: BinaryIO, reading: Reading) -> Found:
    return read_feed(file, stream)


def _read_parquet(file: str, stream: BinaryIO, reading: Reading) -> Found:
    from tellings.pages.parquet import read_parquet  # DuckDB is loaded only where it is needed

    path = getattr(stream, "name", None)
    if isinstance(path, str) and path != "<stdin>":
        return read_parquet(file, path, reading.fields)
    return iter((reject(file, "a Parquet table that is no file here", "Save it as a file, and name that."),))


def _read_page(file: str, stream: BinaryIO, reading: Reading) -> Found:
    return _read_text(file, stream, reading, named=False)


def _read_text(file: str, stream: BinaryIO, reading: Reading, *, named: bool) -> Found:
    """A page, a document, a download of many articles, or a list of addresses."""
    data = stream.read(MAX_BYTES + 1)
    if is_document(data[:HEAD]):
        from tellings.pages.archives.documents import read_document  # its libraries take 0.2 s to load

        yield from read_document(file, data + stream.read(MAX_DOCUMENT - MAX_BYTES))
        return
    page = too_big(file) if len(data) > MAX_BYTES else make_page(file, data)
    listed = addresses(page.text) if isinstance(page, Page) and len(data) < LONGEST_LIST else ()
    if isinstance(page, Reject):
        yield page
    elif not listed:
        yield from split_download(page)
    elif named or file == STDIN:
        for url in listed:
            yield from _read_address(url, reading)
    else:
        yield reject(
            file, "a list of addresses, which are fetched only when asked for", f"Name the list itself: {file}"
        )


def _read_markdown(file: str, stream: BinaryIO, reading: Reading) -> Found:
    from tellings.pages.markdown import markdown_page

    data = stream.read(MAX_BYTES + 1)
    yield too_big(file) if len(data) > MAX_BYTES else markdown_page(file, data)


BY_SUFFIX: dict[str, Reader] = {
    ".warc": lambda file, stream, reading: read_warc(file, stream),
    ".jsonl": lambda file, stream, reading: read_json_lines(file, stream, reading.fields),
    ".ndjson": lambda file, stream, reading: read_json_lines(file, stream, reading.fields),
    ".json": lambda file, stream, reading: read_json(file, stream, reading.fields),
    ".csv": lambda file, stream, reading: read_table(file, stream, reading.fields),
    ".tsv": lambda file, stream, reading: read_table(file, stream, reading.fields),
    ".tab": lambda file, stream, reading: read_table(file, stream, reading.fields),
    ".md": _read_markdown,
    ".markdown": _read_markdown,
}
