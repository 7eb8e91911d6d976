"""Bytes to text: which charset a page is in, by what is said of it as far as its content bears that out.

What is said is trusted in this order: the carrier's header, the page's meta tag or XML declaration, the byte
order mark. The first that the content bears out is taken. The content overrules what is said, and the page's
notes say so, where

* the bytes are UTF-8 beyond ASCII: a UTF-8 sequence hardly ever comes about by chance (random high bytes pass
  as UTF-8 once in a hundred pairs), while servers that call every page ISO-8859-1 are common;
* the charset leaves more than one character in 2,000 that no text has: control characters, bytes without a
  letter, NULs in what should be UTF-16;
* the charset makes no words (letters of two scripts in one word, nearly every letter accented, capitals after
  small letters) and another one does.

Where nothing that is said holds, the content alone decides: UTF-8, UTF-16 by its NULs, charset_normalizer's guess.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import charset_normalizer

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: What browsers read under these labels (WHATWG Encoding Standard): the wider code page.
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

#: Labels of the Encoding Standard, and misspelt ones of real servers, that Python does not know.
LABELS = {
    "iso-8859-8-i": "iso8859-8",
    "win-1251": "cp1251",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "x-x-big5": "big5hkscs",
}

#: Codecs of Python that are no page's charset. Some would run for minutes on a hostile page, some hide its marks.
NO_CHARSETS = frozenset(("hz", "idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"))

#: Languages that are written in Windows-1252, as charset_normalizer names them.
WESTERN = frozenset(
    (
        "Danish",
        "Dutch",
        "English",
        "Finnish",
        "French",
        "German",
        "Indonesian",
        "Italian",
        "Norwegian",
        "Portuguese",
        "Spanish",
        "Swedish",
    )
)

MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
)

DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: A share of NULs that broken pages have, too; they are left out of the text. Programs and archives have more.
MOST_NULS = 0.05
#: How far into a page its declaration is looked for; browsers take 1,024 bytes, real pages put scripts before it.
DECLARED_WITHIN = 4096
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
#: Bytes that settle a charset; the whole of a big page would take charset_normalizer seconds.
SAMPLE = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the charset it was in, and what was said of its charset that its content does not bear out."""

    text: str
    charset: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A charset that something says the page is in, by its label there and by Python's name."""

    where: str
    label: str
    charset: str


def binary_kind(data: bytes) -> str | None:
    """Name what binary data is, by its first bytes; None where it may be text."""
    for magic, name in MAGIC:
        if data.startswith(magic):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image"
    has_bom = any(data.startswith(bom) for bom, _ in BOMS)
    if not has_bom and data.count(b"\0", 0, 4096) > MOST_NULS * len(data[:4096]) and _wide(data) is None:
        return "binary data"
    return None


def decode(data: bytes, header: str | None = None) -> Decoded | None:
    """Give the text and its charset, None where no charset gives sensible text.

    `header` is the charset that the carrier names (HTTP's Content-Type). The order of trust stands above.
    """
    utf8 = _utf8(data)
    if utf8 is not None and data.isascii():
        return Decoded(utf8, "utf-8")
    notes: list[str] = []
    for said in said_of(data, header):
        text = utf8 if said.charset == "utf-8" else data.decode(said.charset, "replace")
        fault = _fault(data, said, text, utf8)
        if text is not None and fault is None:
            return Decoded(text.removeprefix("\ufeff"), said.charset, tuple(notes))
        notes.append(f"{said.where} says {said.label}, but {fault}")
    by_content = _by_content(data, utf8)
    return by_content and Decoded(by_content[0].removeprefix("\ufeff"), by_content[1], tuple(notes))


def said_of(data: bytes, header: str | None) -> Iterator[Said]:
    """What is said of a page's charset, the most trusted first; labels that nothing knows are passed over."""
    meta = DECLARED.search(data[:DECLARED_WITHIN])
    tag = meta.group(1).decode("ascii", "replace") if meta else None
    # a tag that can be read byte by byte stands in no wide charset: browsers take UTF-8 instead
    in_tag = "utf-8" if tag and tag.lower().startswith(("utf-16", "utf-32")) else tag
    bom = next((charset for mark, charset in BOMS if data.startswith(mark)), None)
    for where, label in (("the header", header), ("the page's own tag", in_tag), ("the byte order mark", bom)):
        charset = _charset(label.strip().strip("\"'").lower()) if label else None
        if label and charset:
            yield Said(where, label, charset)


def _charset(label: str) -> str | None:
    """Python's name of the charset that browsers read under a label."""
    try:
        name = LABELS.get(label) or codecs.lookup(label).name
        b"a".decode(name, "replace")  # some of Python's codecs are no text encodings
    except (LookupError, ValueError):
        return None
    return None if name in NO_CHARSETS else WIDER.get(name, name).removesuffix("-sig")


def _fault(data: bytes, said: Said, text: str | None, utf8: str | None) -> str | None:
    """What speaks against the text that a charset gives."""
    if text is None:
        return "the bytes are no UTF-8"
    if said.charset == "utf-8":
        return None
    if utf8 is not None:
        return "the bytes are UTF-8"
    if said.charset.startswith(("utf-16", "utf-32")) and b"\0" not in data:
        return "no byte of it is NUL"
    if not sensible(text):
        return "that gives characters that no text has"
    if makes_no_words(text):
        other = _guessed(data)
        if other and other[1] != said.charset and not makes_no_words(other[0]):
            return f"that makes no words, and {other[1]} does"
    return None


def _by_content(data: bytes, utf8: str | None) -> tuple[str, str] | None:
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide
    return (utf8, "utf-8") if utf8 is not None else _guessed(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: NULs at nearly every second byte of mostly Latin text."""
    head = data[:2000]
    if len(head) < 8:
        return None
    for offset, charset in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[offset::2]
        if half.count(0) > 0.7 * len(half) and head[1 - offset :: 2].count(0) == 0:
            return charset
    return None


def _utf8(data: bytes) -> str | None:
    """The text where the bytes are UTF-8, or were but for a few broken sequences."""
    if b"\x1b$" in data or _wide(data):  # ISO-2022's escapes and the NULs of UTF-16 are valid ASCII
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        good = sum(m.end() - m.start() for m in MULTIBYTE.finditer(data))
        bad = sum(m.end() - m.start() for m in HIGH.finditer(data)) - good
        return data.decode("utf-8", "replace") if good > 20 * bad else None


def sensible(text: str) -> bool:
    """At most one odd character in 2,000: more means another charset or no text at all."""
    most = 1 + len(text) // 2000
    return sum(1 for _ in islice(CONTROL.finditer(text), most + 1)) <= most


HIGH_CHARACTER = re.compile("[^\x00-\x7f]")
WORD = re.compile(r"[^\W\d_]+")
#: A letter of an alphabet beside a small Latin one, or one or two Han, kana or Hangul between two: "prйsident". Whole
#: words of these stand beside Latin ones without a blank in Chinese and Japanese; single letters inside them do not.
TORN = re.compile("[a-z][\u0370-\u0e7f]|[\u0370-\u0e7f][a-z]|[a-z][\u3040-\ud7ff\uf900-\ufaff]{1,2}[a-z]")
#: Also the fractions and ordinals before the letters, which other charsets' letters come out as.
ACCENTED = re.compile("[\u00aa-\u024f]")
#: KOI8-R and Windows-1251 have each other's small letters where they have their capitals, and other charsets' letters
#: in no order.
SWAPPED = re.compile("[а-яё][А-ЯЁ]")
CAPITALS = re.compile("^[а-яё]?[А-ЯЁ]+$")
#: Words beyond ASCII that are looked at; fewer than FEWEST show nothing.
MOST, FEWEST = 500, 5


def makes_no_words(text: str) -> bool:
    """Whether the words beyond ASCII look like those of one charset read as another.

    Most of them torn between two scripts; or seven in ten of their letters accented, where French has two in ten and
    Portuguese three; or a capital after a small letter: in three in ten, or
    in one of fifty where nearly all are capitals.
    """
    high = HIGH_CHARACTER.search(text)
    sample = text[max(0, high.start() - 20) : high.start() + SAMPLE] if high else ""
    words = list(islice((w for w in WORD.findall(sample) if not w.isascii()), MOST))
    if len(words) < FEWEST:
        return False
    torn = sum(bool(TORN.search(w)) for w in words)
    accented = len(ACCENTED.findall("".join(words))) / sum(map(len, words))
    swapped = sum(bool(SWAPPED.search(w)) for w in words)
    capitals = sum(bool(CAPITALS.match(w)) for w in words)
    least = 0.02 if capitals > 0.8 * len(words) else 0.3
    return torn > len(words) / 2 or accented > 0.7 or swapped > least * len(words)


def _guessed(data: bytes) -> tuple[str, str] | None:
    sample = _sample(data)
    best = _western(sample) or charset_normalizer.from_bytes(sample).best()
    if best is None:
        return None
    charset = WIDER.get(codecs.lookup(best.encoding).name, best.encoding)
    text = data.decode(charset, "replace")
    return (text, charset) if sensible(text) else None


def _sample(data: bytes) -> bytes:
    """The bytes around the first that is not ASCII, from one end of a line or word to another."""
    high = HIGH.search(data)
    if high is None or len(data) <= SAMPLE:
        return data[:SAMPLE]
    start = max(0, data.rfind(b"\n", 0, high.start()), high.start() - SAMPLE // 8)
    cut = data[start : start + SAMPLE]
    return cut[: cut.rfind(b" ") + 1] or cut


def _western(sample: bytes) -> charset_normalizer.CharsetMatch | None:
    """Windows-1252 where it reads as one of its languages, as browsers take it.

    Left to itself the guess goes to a neighbour: Portuguese came out as cp1250 ("Săo"), English with
    one accented name as Korean.
    """
    match = charset_normalizer.from_bytes(sample, cp_isolation=["cp1252"]).best()
    return match if match and match.language in WESTERN else None
