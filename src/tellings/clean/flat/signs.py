"""The signs of a page's lines as arrays: the kind of each, and where words stand among them.

All lines of a page are read at once, by a table of the code points: that takes a quarter of the time of line by line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]
Hashes = NDArray[np.uint64]

#: Classes of signs.
CLASSES = ("blank", "upper", "letter", "digit", "comma", "stop", "colon", "quote", "bar", "code", "function", "other")
CODE_POINT = {name: index for index, name in enumerate(CLASSES)}
SIGNS = (
    ("comma", ",;،，、；"),
    ("stop", ".!?。！？؟।۔॥።။។։"),
    ("colon", ":："),
    ("quote", '"“”„«»‘’「」『』《》'),
    ("bar", "|•·›>/–—-_~*→▪●"),
    ("code", "{}()[]=<\\$%&+^`@#"),
    ("function", "的了是在和有不为这与对也就将地得着他她我们を"),
)
CATEGORIES = {
    "Lu": "upper",
    "Lt": "upper",
    "Ll": "letter",
    "Lo": "letter",
    "Lm": "letter",
    "Mn": "letter",
    "Mc": "letter",
}
CATEGORIES |= {"Nd": "digit", "No": "digit", "Nl": "digit", "Zs": "blank", "Zl": "blank", "Zp": "blank", "Cc": "blank"}
#: A sign's kind is its class, and a bit each for signs of words, for those of words without blanks between them, for
#: those of the latter that stand for syllables, and for words that Chinese prose has in every twelfth place.
CLASS, OF_WORDS, JOINED, SYLLABLE, STOP = 0x0F, 0x10, 0x20, 0x40, 0x80
#: Syllables: Thai, Lao, Tibetan and Burmese; Khmer; kana; Hangul.
SYLLABLES = (0x0E00, 0x10A0), (0x1780, 0x1800), (0x3040, 0x3100), (0xAC00, 0xD7B0)
IDEOGRAPHS = (0x4E00, 0xA000)
FIRST_JOINED = SYLLABLES[0][0]
CHINESE_STOPS = "的了是在和有不為为這这與与對对也就将將地得着著他她我們们以及而等被把从從到"
#: Signs beyond the basic plane are read as if they stood at the place of a surrogate where they are of words (rare
#: ideographs, letters set as signs of mathematics), else at the plane's last place (emoji).
BASIC, SURROGATES, BEYOND = 0xFFFF, 0xD800, 0x800
APOSTROPHE, CURLED = 0x27, 0x2019
#: Of a line so many signs are read: a hostile one may have 20 million.
COUNTED = 5000
#: A word's hash is the sum of its small letters, each times a power of this number, modulo 2 to the 64th. So many
#: powers are kept, which then begin again: a word that stands where they do has another hash.
FACTOR, POWERS = 0x9E3779B97F4A7C15, 1 << 16


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of some lines, a line end before and after each.

    `codes` are code points and `kinds` what each is; `line_ends` has one place more than there are lines. A word begins
    at each of `starts`, ends before that of `ends` and has that of `hashes`; the words of line i are those from
    `first[i]` to `first[i + 1]`.
    """

    codes: Places
    kinds: NDArray[np.uint8]
    line_ends: Places
    starts: Places
    ends: Places
    hashes: Hashes
    first: Places

    def letters(self, starts: Places, ends: Places, size: int) -> NDArray[np.uint32]:
        """The first so many small letters of words, a row a word, nothing after its end."""
        places = starts[:, None] + np.arange(size)
        found = _small().take(self.codes.take(places, mode="clip")).astype(np.uint32)
        found[places >= ends[:, None]] = 0
        return found

    def counts(self) -> NDArray[np.intp]:
        """How many signs of each class each line has: a row a line, a column a class."""
        lengths = np.diff(self.line_ends)
        cells = np.repeat(np.arange(len(lengths)) * len(CLASSES), lengths) + (self.kinds[1:] & CLASS)
        found = np.bincount(cells, minlength=len(lengths) * len(CLASSES)).reshape(-1, len(CLASSES))
        found[:, CODE_POINT["blank"]] -= 1
        return found

    def lines_with(self, *classes: int) -> set[int]:
        """The places of the lines with a sign of one of some classes."""
        own = np.zeros(CLASS + 1, bool)
        own[list(classes)] = True
        found = np.flatnonzero(own.take(self.kinds & CLASS))
        return set((np.searchsorted(self.line_ends, found) - 1).tolist())


def read(lines: Sequence[str]) -> Signs:
    """Read lines, none of which is empty: words are as `lines.WORD` finds them."""
    cut = [line[:COUNTED] for line in lines]
    lengths = np.fromiter(map(len, cut), np.intp, len(cut))
    line_ends = np.zeros(len(cut) + 1, np.intp)
    np.cumsum(lengths + 1, out=line_ends[1:])
    text = "\n".join(("", *cut, ""))
    codes = _basic(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp))
    kinds = _kinds().take(codes)
    edges = _edges(codes, kinds)
    starts, ends = edges[::2], edges[1::2]
    return Signs(
        codes, kinds, line_ends, starts, ends, _hashes(codes, starts, ends), np.searchsorted(starts, line_ends)
    )


def _basic(codes: Places) -> Places:
    """The code points with those beyond the basic plane put in a place of it."""
    if codes.max() <= BASIC:
        return codes
    for code in np.unique(codes[codes > BASIC]).tolist():
        codes[codes == code] = SURROGATES + code % BEYOND if chr(code).isalnum() else BASIC
    return codes


def _edges(codes: Places, kinds: NDArray[np.uint8]) -> Places:
    """Where words begin and end, in turn: an apostrophe inside a word is its sign."""
    in_word = (kinds & OF_WORDS).astype(bool)
    marks = np.flatnonzero((codes == APOSTROPHE) | (codes == CURLED))
    in_word[marks[in_word[marks - 1] & in_word[marks + 1]]] = True
    return np.flatnonzero(in_word[1:] != in_word[:-1]) + 1


def _hashes(codes: Places, starts: Places, ends: Places) -> Hashes:
    """The hash of each word, by the sums up to its beginning and to its end."""
    powers, inverse = _powers()
    if len(codes) > POWERS:
        powers, inverse = np.resize(powers, len(codes)), np.resize(inverse, len(codes))
    sums = _small().take(codes)
    sums *= powers[: len(codes)]
    np.cumsum(sums, out=sums)
    found: Hashes = (sums[ends - 1] - sums[starts - 1]) * inverse[starts]
    return found


def hashes_of_pairs(firsts: Places, seconds: Places) -> Hashes:
    """The hashes of the words that pairs of signs make."""
    return firsts.astype(np.uint64) + seconds.astype(np.uint64) * np.uint64(FACTOR)


def first_of_each(hashes: Hashes) -> Places:
    """Where each of the different hashes stands first."""
    order = np.argsort(hashes, kind="stable")
    ranked = hashes[order]
    new = np.ones(len(order), bool)
    np.not_equal(ranked[1:], ranked[:-1], out=new[1:])
    return order[new]


@cache
def _kinds() -> NDArray[np.uint8]:
    """The kind of every code point of the basic plane."""
    signs = [chr(code) for code in range(BASIC + 1)]
    table = np.array([CODE_POINT[CATEGORIES.get(unicodedata.category(sign), "other")] for sign in signs], np.uint8)
    for name, members in SIGNS:
        table[[ord(sign) for sign in members]] = CODE_POINT[name]
    table[[sign.isalnum() for sign in signs]] |= OF_WORDS
    table[SURROGATES : SURROGATES + BEYOND] |= OF_WORDS
    for first, end in SYLLABLES:
        table[first:end] |= JOINED | SYLLABLE
    table[slice(*IDEOGRAPHS)] |= JOINED
    table[[ord(sign) for sign in CHINESE_STOPS]] |= STOP
    return table


@cache
def _small() -> Hashes:
    """The small letter of every code point of the basic plane; for a curled apostrophe a straight one."""
    table = np.array([ord(chr(code).lower()[0]) for code in range(BASIC + 1)], np.uint64)
    table[CURLED] = APOSTROPHE
    return table


@cache
def _powers() -> tuple[Hashes, Hashes]:
    """The powers of the hashes' factor, and those of its inverse."""
    factors = np.empty((2, POWERS), np.uint64)
    factors[:, 0], factors[0, 1:], factors[1, 1:] = 1, FACTOR, pow(FACTOR, -1, 1 << 64)
    powers, inverse = np.multiply.accumulate(factors, axis=1)
    return powers, inverse
