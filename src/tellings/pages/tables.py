"""Pages from tables of articles: CSV and TSV, one row a page."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from typing import BinaryIO

from tellings.model.page import Page, Reject
from tellings.pages.decode import decode
from tellings.pages.fields import USUAL_FIELDS, Fields, holds_text, row_page
from tellings.pages.make import MAX_BYTES, reject

#: Bytes from which the charset and the separator are told.
HEAD = 1 << 16
SEPARATORS = (",", ";", "\t", "|")
REMEDY = "Give a table whose first line names its columns, and name the one with the text: --text-field COLUMN."


def read_table(name: str, stream: BinaryIO, fields: Fields = USUAL_FIELDS) -> Iterator[Page | Reject]:
    """Give each row as a page named by its address, else by file and row number; the header is row 0.

    Separators are commas, semicolons, tabs or bars, whichever the header has most of. A row of more than
    20 MB ends the reading, since nothing tells where the next one starts.
    """
    head = stream.read(HEAD)
    decoded = decode(head)
    if decoded is None or "\0" in decoded.text:
        yield reject(name, "the table is in no known charset", "Save it as CSV in UTF-8.")
        return
    lines = _lines(head, stream, decoded.charset)
    csv.field_size_limit(MAX_BYTES)  # the module's own limit of 128 kB is shorter than long articles
    try:
        yield from _rows(name, csv.reader(lines, delimiter=_separator(decoded.text)), fields)
    except (csv.Error, UnicodeError) as error:
        reason = f"the table cannot be read from here on: {error}"
        yield reject(name, reason, "Check the quotation marks around the row that follows the last one read.")


def _separator(head: str) -> str:
    first = head.lstrip("\ufeff").split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)


def _rows(name: str, rows: Iterator[list[str]], fields: Fields) -> Iterator[Page | Reject]:
    columns = next(rows, [])
    if not holds_text(columns, fields):
        found = ", ".join(columns)[:200]
        yield reject(name, f"the table has no column of text; its columns are: {found}", REMEDY)
        return
    for number, row in enumerate(rows, 1):
        if any(cell.strip() for cell in row):
            yield row_page(f"{name}#{number}", dict(zip(columns, row, strict=False)), fields)


def _lines(head: bytes, stream: BinaryIO, charset: str) -> Iterator[str]:
    """The lines of a table, each bounded: one that never ends comes in pieces, which the field limit stops."""
    decoder = codecs.getincrementaldecoder(charset)("replace")
    held = decoder.decode(head).removeprefix("\ufeff")
    while True:
        *whole, held = held.split("\n")
        yield from (line + "\n" for line in whole)
        if len(held) > HEAD * 16:
            yield held
            held = ""
        taken = stream.read(HEAD)
        held += decoder.decode(taken, final=not taken)
        if not taken:
            break
    yield from (line + "\n" for line in held.split("\n") if line)
