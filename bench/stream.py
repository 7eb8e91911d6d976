"""Memory and speed of reading a big WARC: writes one of the size asked for, reads it, deletes it.

python -m bench.stream --gigabytes 5

Peak memory is this process's own, so that a reader which kept pages would show. Speed is pages a CPU second of
reading alone; nothing is cleaned.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tellings.model.page import Page
from tellings.pages import read

#: Bytes of a page, about those of a news site's HTML.
PAGE = 80_000
SENTENCE = "On day {0} of the talks, number {1}, the ministers of both countries met again in the town hall."


def main() -> None:
    """Print one JSON object: pages, rejects, gigabytes, peak memory before and after, pages a CPU second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gigabytes", type=float, default=0.05, help="of the WARC's records, before they are packed")
    parser.add_argument("--gzip", action="store_true", help="pack each record, as crawlers do")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"crawl.warc{'.gz' if args.gzip else ''}"
        write_warc(file, int(args.gigabytes * 1e9), packed=args.gzip)
        print(json.dumps(measured(file)))


def write_warc(file: Path, size: int, *, packed: bool) -> None:
    """Write responses of HTML until their records have `size` bytes."""
    with file.open("wb") as warc:
        for record in _records(size):
            warc.write(gzip.compress(record, 1) if packed else record)


def _records(size: int) -> Iterator[bytes]:
    written = 0
    for number in count():
        if written >= size:
            return
        record = _record(number)
        written += len(record)
        yield record


def _record(number: int) -> bytes:
    lines = "".join(f"<p>{SENTENCE.format(number, line)}</p>\n" for line in range(PAGE // len(SENTENCE)))
    page = f"<html><head><title>Talks, day {number}</title></head><body>\n{lines}</body></html>".encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
        f"WARC-Date: 2031-03-15T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def measured(file: Path) -> dict[str, float]:
    """Read the file to its end and give what that took."""
    before, start, pages, rejects = peak_megabytes(), time.process_time(), 0, 0
    for found in read([str(file)]):
        pages += isinstance(found, Page)
        rejects += not isinstance(found, Page)
    spent = time.process_time() - start
    return {
        "pages": pages,
        "rejects": rejects,
        "file_gigabytes": round(file.stat().st_size / 1e9, 2),
        "peak_mb_before_reading": before,
        "peak_mb": peak_megabytes(),
        "pages_per_cpu_second": round(pages / spent, 1),
    }


def peak_megabytes() -> float:
    """The most memory that this process has held, in megabytes; macOS counts it in bytes, Linux in kilobytes."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(held / (1e6 if sys.platform == "darwin" else 1e3), 1)


if __name__ == "__main__":
    main()
