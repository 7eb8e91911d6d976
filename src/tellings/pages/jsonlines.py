"""Pages from JSON: one page a line, or the objects of one array."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from tellings.model.page import Page, Reject
from tellings.pages.fields import USUAL_FIELDS, Fields, row_page
from tellings.pages.make import MAX_BYTES, reject, too_big

DECODER = msgspec.json.Decoder(dict[str, object])
OBJECT = "Mend the line; one object a line."
ARRAY = "Give JSON lines, one array of objects, or one object."
#: Bytes taken from a file at a time.
CHUNK = 1 << 20
BLANKS = " \t\r\n"
VALUES = json.JSONDecoder()


def read_json_lines(name: str, stream: BinaryIO, fields: Fields = USUAL_FIELDS) -> Iterator[Page | Reject]:
    """Give each line as a page named by its address, else by file and line number; a bad line gives a reject."""
    number = 0
    while line := stream.readline(2 * MAX_BYTES):
        number += 1
        if not line.endswith(b"\n") and len(line) == 2 * MAX_BYTES:
            yield too_big(f"{name}#{number}")
            if not _skip_line(stream):
                yield reject(name, f"line {number} does not end; what follows is not read", "Give one object a line.")
                return
        elif line.strip():
            yield _line_page(f"{name}#{number}", line.removeprefix(b"\xef\xbb\xbf"), fields)


#: Pieces of a line, of 20 MB each, that are stepped over; a file of 10 MB may unpack to 10 GB.
MOST_PIECES = 50


def _skip_line(stream: BinaryIO) -> bool:
    """Step over the rest of a line; False where it does not end within a gigabyte."""
    pieces = (stream.readline(MAX_BYTES) for _ in range(MOST_PIECES))
    return any(not piece or piece.endswith(b"\n") for piece in pieces)


def _line_page(place: str, line: bytes, fields: Fields) -> Page | Reject:
    try:
        row = DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return reject(place, f"the line is no JSON object of a page: {error}", OBJECT)
    return row_page(place, row, fields)


def read_json(name: str, stream: BinaryIO, fields: Fields = USUAL_FIELDS) -> Iterator[Page | Reject]:
    """Give the pages of a JSON file: an array's objects one at a time, an object's own page or the array inside it.

    A file of JSON lines that is only named `.json` is read as such.
    """
    first = stream.readline(2 * MAX_BYTES)
    if first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[" or not first.strip():
        yield from _array(name, _Text(first, stream), fields)
        return
    rest = stream.read(2 * MAX_BYTES)
    if len(first) + len(rest) >= 2 * MAX_BYTES:
        yield reject(name, "the JSON object is bigger than 40 MB", "Give JSON lines: one article a line.")
    elif _is_object(first) and rest.strip():
        for number, line in enumerate((first, *rest.split(b"\n")), 1):
            if line.strip():
                yield _line_page(f"{name}#{number}", line, fields)
    else:
        yield from _object(name, first + rest, fields)


def _is_object(line: bytes) -> bool:
    try:
        DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _object(name: str, data: bytes, fields: Fields) -> Iterator[Page | Reject]:
    try:
        found = DECODER.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield reject(name, f"the file is no JSON: {error}", ARRAY)
        return
    lists = _lists(found)
    page = row_page(name, found, fields)
    if isinstance(page, Reject) and lists:
        yield from (_item(f"{name}#{number}", item, fields) for number, item in enumerate(lists[0], 1))
    else:
        yield page


def _lists(found: dict[str, object]) -> list[list[object]]:
    """The lists of objects in an object, the longest first, as answers of news interfaces hold their articles."""
    lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return sorted(lists, key=len, reverse=True)


def _item(place: str, item: object, fields: Fields) -> Page | Reject:
    return row_page(place, item, fields) if isinstance(item, dict) else reject(place, "it is no JSON object", ARRAY)


class _Text:
    """The text of a JSON file, of which only what the next value needs is held."""

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        self.stream = stream
        self.utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self.text = self.utf8.decode(first).removeprefix("\ufeff")
        self.at = 0

    def skip(self, marks: str) -> str:
        """Pass over blanks and any of `marks`; give the character that follows, "" at the end."""
        while True:
            while self.at < len(self.text) and self.text[self.at] in BLANKS + marks:
                self.at += 1
            if self.at < len(self.text) or not self.more():
                return self.text[self.at : self.at + 1]

    def more(self) -> bool:
        """Take in as much again as is held, so that a long value is tried only a few times."""
        self.text, self.at = self.text[self.at :], 0
        taken = self.stream.read(max(CHUNK, len(self.text)))
        self.text += self.utf8.decode(taken)
        return bool(taken)

    def value(self) -> object:
        """The next value. Raises ValueError where none can be read, RecursionError where it is nested too deep."""
        while True:
            try:
                found, self.at = VALUES.raw_decode(self.text, self.at)
            except ValueError as error:
                if len(self.text) - self.at > 2 * MAX_BYTES:
                    raise ValueError("one value is bigger than 40 MB, or never ends") from error
                if not self.more():
                    raise
                continue
            return found


def _array(name: str, text: _Text, fields: Fields) -> Iterator[Page | Reject]:
    text.skip("[")
    number = 0
    while text.skip(",") not in ("]", ""):
        number += 1
        try:
            yield _item(f"{name}#{number}", text.value(), fields)
        except (ValueError, RecursionError) as error:
            yield reject(f"{name}#{number}", f"the array cannot be read from here on: {error}", ARRAY)
            return
    if not number:
        yield reject(name, "the JSON holds no objects", ARRAY)
