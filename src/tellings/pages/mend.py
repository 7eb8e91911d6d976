"""What is mended in a page's text once it is decoded: mojibake, and characters that show nothing. Each is said."""

from __future__ import annotations

import re
import sys
from collections import Counter

from ftfy import TextFixerConfig, fix_encoding_and_explain

#: Charsets that UTF-8 is misread in. Two of its bytes come out as a pair of these characters.
MISREAD = ("latin-1", "cp1250", "cp1251", "cp1252", "cp1254", "mac-roman", "cp437")


def _class(first: int, last: int) -> str:
    characters = {c for charset in MISREAD for c in bytes(range(first, last)).decode(charset, "ignore")}
    return f"[{re.escape(''.join(sorted(characters)))}]"


#: What any mojibake holds: the first byte of a UTF-8 sequence and one of its next, or a C1 control. Asked first:
#: ftfy's own test takes a CPU second on 4 MB. Two patterns take half the time of one with a choice.
MARKS = (re.compile(_class(0xC2, 0xF5) + _class(0x80, 0xC0)), re.compile("[\x80-\x84\x86-\x9f]"))
#: A stretch that was misread as a whole or not at all: a line, or the text between two tags.
STRETCH = re.compile(r"[^<>\n\r]+")
#: ftfy's repair of a wrong charset, where all of a stretch allows it; nothing else of what ftfy can do, since spans
#: quote the page: quotation marks, ligatures and widths stay as they are printed.
CONFIG = TextFixerConfig(decode_inconsistent_utf8=False, fix_c1_controls=False)

#: Characters that show nothing, but break words or turn the text round: C0 and C1 controls, soft hyphen, Mongolian
#: vowel separator, zero-width blank, bidi embeddings, overrides and isolates, invisible operators, zero-width no-break
#: blanks, annotation marks, tags. Kept are joiners and direction marks, which Persian, Hindi and emoji are spelt with.
HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
#: The same as HTML writes them.
NAMED = {"shy": 0xAD, "ZeroWidthSpace": 0x200B, "NoBreak": 0x2060}
ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(shy|ZeroWidthSpace|NoBreak));")
#: What is no part of mojibake and not hidden, ASCII but for its controls, as blanks.
PLAIN = bytes(range(0x21, 0x7F))
BLANKED = bytes.maketrans(PLAIN, b" " * len(PLAIN))


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the text without mojibake and hidden characters, and what was done to it in plain words.

    Mojibake is mended only where most of the stretches that are not ASCII are mojibake, so that a page about
    mojibake, or with one bad comment, stays as it is.
    """
    text, misread = mend_mojibake(text)
    text, hidden = without_hidden(text)
    return text, (*misread, *hidden)


def mend_mojibake(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo the reading of UTF-8 as another charset (ftfy), stretch by stretch."""
    if text.isascii() or not _marked(_beyond_plain(text)):
        return text, ()
    found = [m for m in STRETCH.finditer(text) if not m.group().isascii()]
    marked = [m for m in found if _marked(m.group())]
    if 2 * len(marked) <= len(found):  # so with each of 47 real pages, on which ftfy takes 5 CPU ms
        return text, ()
    fixed = {m.start(): step for m in marked if (step := _fixed(m.group()))}
    if 2 * len(fixed) <= len(found):
        return text, ()
    [(charset, _)] = Counter(charset for _, charset in fixed.values()).most_common(1)
    mended = STRETCH.sub(lambda m: fixed[m.start()][0] if m.start() in fixed else m.group(), text)
    return mended, (f"mojibake mended: UTF-8 that had been read as {charset}, in {len(fixed)} stretches",)


def _beyond_plain(text: str) -> str:
    """A text with its plain characters as single blanks: on most pages next to nothing, which is soon searched.

    Of 60 pages of 210 kB the search of all took 3.3 CPU ms each, this and the search of what it leaves 0.6.
    """
    return b" ".join(text.encode("utf-8", "surrogatepass").translate(BLANKED).split()).decode("utf-8", "surrogatepass")


def _marked(text: str) -> bool:
    return any(mark.search(text) for mark in MARKS)


def _fixed(stretch: str) -> tuple[str, str] | None:
    """The stretch as it was meant, and the charset that it had been read in."""
    fixed, steps = fix_encoding_and_explain(stretch, CONFIG)
    if not steps or fixed == stretch:
        return None
    return fixed, steps[0].parameter.removeprefix("sloppy-")


def without_hidden(text: str) -> tuple[str, tuple[str, ...]]:
    """Leave out characters that show nothing, also where HTML writes them as entities."""
    if "&" in text:
        text = ENTITY.sub(_unhidden, text)
    counts = Counter(HIDDEN.findall(_beyond_plain(text)))
    if not counts:
        return text, ()
    named = ", ".join(f"{n} x U+{ord(c):04X}" for c, n in sorted(counts.items()))
    return HIDDEN.sub("", text), (f"characters left out that show nothing: {named}",)


def _unhidden(entity: re.Match[str]) -> str:
    """The hidden character that an entity stands for; any other entity as it is.

    Browsers read &#128; to &#159; as Windows-1252's letters, which are not hidden.
    """
    hexadecimal, decimal, name = entity.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal) if decimal else NAMED[name]
    letter = 0x80 <= code <= 0x9F or code > sys.maxunicode
    return chr(code) if not letter and HIDDEN.match(chr(code)) else entity.group()
