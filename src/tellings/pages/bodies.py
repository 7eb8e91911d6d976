"""HTTP bodies as they were sent, taken out of their chunks and their compression.

Crawlers keep the headers of what they fetched, but some keep the body unpacked: what a header says is done only
where the bytes bear it out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

import brotli

CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
#: Compressed bytes fed at a time, so that what comes before a break is kept.
STEP = 65536


def unpacked(body: bytes, transfer: str, coding: str, limit: int) -> bytes | None:
    """The body that `Transfer-Encoding` and `Content-Encoding` pack, at most `limit` bytes of it.

    A body that breaks off gives what came before the break; None where it is in a coding that is not read.
    """
    if "chunked" in transfer.lower():
        body = unchunked(body)
    for name in reversed([part.strip().lower() for part in coding.split(",")]):
        if name == "zstd" and body.startswith(b"\x28\xb5\x2f\xfd"):
            return None
        for unpack in CODINGS.get(name, ()):
            given = b"".join(_upto(unpack(body), limit))
            if given:
                body = given
                break
    return body[:limit]


def unchunked(body: bytes) -> bytes:
    """The chunks of a body put together; as it is where it is not in chunks."""
    pieces, at = [], 0
    while chunk := CHUNK.match(body, at):
        size = int(chunk[1], 16)
        if size == 0:
            break
        pieces.append(body[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
    return b"".join(pieces) or body


def inflated(body: bytes, wbits: int) -> Iterator[bytes]:
    """zlib's output piece by piece, up to where its input breaks off or breaks down."""
    unpacker = zlib.decompressobj(wbits)
    try:
        for start in range(0, len(body), STEP):
            yield unpacker.decompress(body[start : start + STEP], STEP)
            while unpacker.unconsumed_tail:
                yield unpacker.decompress(unpacker.unconsumed_tail, STEP)
    except zlib.error:
        return


def _unbrotli(body: bytes) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    try:
        for start in range(0, len(body), STEP):
            yield unpacker.process(body[start : start + STEP], output_buffer_limit=STEP)
            while not unpacker.can_accept_more_data():
                yield unpacker.process(b"", output_buffer_limit=STEP)
    except brotli.error:
        return


def _upto(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        yield piece
        size += len(piece)
        if size >= limit:
            return


def _gunzipped(body: bytes) -> Iterator[bytes]:
    return inflated(body, 16 + zlib.MAX_WBITS)


def _zlib(body: bytes) -> Iterator[bytes]:
    return inflated(body, zlib.MAX_WBITS)


def _bare(body: bytes) -> Iterator[bytes]:
    """What servers also send as `deflate`."""
    return inflated(body, -zlib.MAX_WBITS)


Unpack = Callable[[bytes], Iterator[bytes]]
#: Each coding's readers, the first that gives anything is taken.
CODINGS: dict[str, tuple[Unpack, ...]] = {
    "gzip": (_gunzipped,),
    "x-gzip": (_gunzipped,),
    "deflate": (_zlib, _bare),
    "br": (_unbrotli,),
}
