"""Read pages one at a time from whatever carries them."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from tellings.model.page import Page, Reject
from tellings.pages.feeds import read_feed
from tellings.pages.jsonlines import read_json_lines
from tellings.pages.make import MAX_BYTES, make_page, reject, too_big
from tellings.pages.paths import expand
from tellings.pages.warc import read_warc

GZIP = b"\x1f\x8b"
Reader = Callable[[str, BinaryIO], Iterator[Page | Reject]]


def read(paths: Iterable[str]) -> Iterator[Page | Reject]:
    """Give the pages that the paths hold, one at a time, in the order of the paths.

    A path is a file (HTML, text, `.warc`, `.jsonl`, a feed; each also gzipped), a folder, a pattern,
    or `-` for standard input. What cannot be read comes as a `Reject`, and the reading goes on.
    At most one page (20 MB) is in memory at a time; feeds are read whole.
    """
    for path in paths:
        for file in expand(path):
            if isinstance(file, Reject):
                yield file
            else:
                yield from _read_file(file)


def _read_file(file: str) -> Iterator[Page | Reject]:
    try:
        with _opened(file) as stream:
            yield from _reader(file, stream)(file, stream)
    except (OSError, EOFError, zlib.error) as error:
        yield reject(file, f"the file cannot be read: {error}", "Check the file and its permissions; save it again.")


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input, through gzip where its first bytes say so."""
    with ExitStack() as stack:
        raw = sys.stdin.buffer if file == "-" else stack.enter_context(Path(file).open("rb"))
        packed = raw.peek(2)[:2] == GZIP if isinstance(raw, BufferedReader) else False
        # fastwarc unpacks its records itself
        if packed and ".warc" not in Path(file).suffixes:
            yield cast("BinaryIO", stack.enter_context(gzip.open(raw)))
        else:
            yield raw


def _reader(file: str, stream: BinaryIO) -> Reader:
    """Choose by the suffix, and for standard input by the first bytes."""
    suffixes = [s.lower() for s in Path(file).suffixes if s.lower() != ".gz"]
    suffix = suffixes[-1] if suffixes else ""
    head = stream.peek(200)[:200].lstrip() if hasattr(stream, "peek") else b""
    if suffix == ".warc" or head.startswith(b"WARC/"):
        return read_warc
    if suffix in (".jsonl", ".ndjson") or (file == "-" and head.startswith(b"{")):
        return read_json_lines
    if suffix in (".rss", ".atom") or any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:RDF")):
        return read_feed
    return read_feed if suffix == ".xml" and b"<html" not in head.lower() else _read_page


def _read_page(file: str, stream: BinaryIO) -> Iterator[Page | Reject]:
    data = stream.read(MAX_BYTES + 1)
    yield too_big(file) if len(data) > MAX_BYTES else make_page(file, data)
