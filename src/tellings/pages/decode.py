"""Bytes to text: which charset a page is in, whatever it declares."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
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
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

#: Languages that are written in Windows-1252, as charset_normalizer names them.
WESTERN = frozenset(
    {
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
    }
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
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")


def binary_kind(data: bytes) -> str | None:
    """Name what binary data is, by its first bytes; None where it may be text."""
    for magic, name in MAGIC:
        if data.startswith(magic):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image"
    has_bom = any(data.startswith(bom) for bom, _ in BOMS)
    if not has_bom and b"\0" in data[:4096] and _wide(data) is None:
        return "binary data"
    return None


def decode(data: bytes, header: str | None = None) -> tuple[str, str] | None:
    """Give the text and its charset, None where no charset gives sensible text.

    Order: byte order mark, UTF-16 without one, UTF-8, the declared charset (header, then meta tag),
    then charset_normalizer's guess. UTF-8 goes before the declared charset because bytes that are
    valid UTF-8 beyond ASCII are almost never anything else, while declared charsets are often wrong.
    """
    for bom, charset in BOMS:
        if data.startswith(bom):
            return data.decode(charset, "replace"), charset.removesuffix("-sig")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide
    return _utf8(data) or _declared(data, header) or _guessed(data)


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


def _utf8(data: bytes) -> tuple[str, str] | None:
    if b"\x1b$" in data:  # ISO-2022 escapes are valid ASCII
        return None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        good = sum(len(m) for m in MULTIBYTE.findall(data))
        bad = sum(len(m) for m in HIGH.findall(data)) - good
        return (data.decode("utf-8", "replace"), "utf-8") if good > 20 * bad else None


def _declared(data: bytes, header: str | None) -> tuple[str, str] | None:
    meta = DECLARED.search(data[:4096])
    for label in (header, meta.group(1).decode("ascii", "replace") if meta else None):
        try:
            name = codecs.lookup(label or "").name
            charset = WIDER.get(name, name)
            text = data.decode(charset, "replace")
        except (LookupError, ValueError):
            continue
        if charset != "utf-8" and _sensible(text):
            return text, charset
    return None


def _sensible(text: str) -> bool:
    """At most one odd character in 2,000: more means another charset or no text at all."""
    return len(CONTROL.findall(text)) <= 1 + len(text) / 2000


def _guessed(data: bytes) -> tuple[str, str] | None:
    # 64 kB settle the charset; the whole of a big page would take charset_normalizer seconds
    head = data[:65536]
    best = _western(head) or charset_normalizer.from_bytes(head).best()
    if best is None:
        return None
    text = data.decode(best.encoding, "replace")
    return (text, best.encoding) if _sensible(text) else None


def _western(head: bytes) -> charset_normalizer.CharsetMatch | None:
    """Windows-1252 where it reads as one of its languages, as browsers take it.

    Left to itself the guess goes to a neighbour: Portuguese came out as cp1250 ("Săo"), English with
    one accented name as Korean.
    """
    match = charset_normalizer.from_bytes(head, cp_isolation=["cp1252"]).best()
    return match if match and match.language in WESTERN else None
