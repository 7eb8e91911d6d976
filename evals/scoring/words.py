"""How two texts are compared: folded, as bags of words, as names, as days."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

#: One JSON object of a key or an export.
Row = Mapping[str, Any]
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Check:
    """One question of a key and whether the record answers it.

    A check that does not count asks again, of what was found alone, what a layer asks of the whole key.
    """

    layer: str
    ok: bool
    what: str
    counts: bool = True


def fold(text: object) -> str:
    """The text in lower case, with straight quotes, plain dashes and single blanks."""
    plain = unicodedata.normalize("NFKC", "" if text is None else str(text)).translate(STRAIGHT)
    return " ".join(plain.split()).casefold()


def words(text: object) -> list[str]:
    """The folded text's words."""
    return re.findall(r"\w+", fold(text))


def has(text: object, part: object) -> bool:
    """Whether the part, which is not blank, stands in the text."""
    return bool(fold(part)) and fold(part) in fold(text)


def overlap(got: object, want: object) -> float:
    """F1 of the words of two texts as bags."""
    a, b = Counter(words(got)), Counter(words(want))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def same_name(got: object, want: object) -> bool:
    """Whether a name holds all of the wanted one's words, and few others."""
    return set(words(want)) <= set(words(got)) and len(words(got)) <= len(words(want)) + 4


def on_page(name: str, asked: str) -> bool:
    """Whether a page of an export is the one that a key names by its first letters."""
    return PurePath(name).name.startswith(asked)


def on_any(name: str, asked: Iterable[str]) -> bool:
    """Whether a page of an export is one of those that a key names."""
    return any(on_page(name, page) for page in asked)


def in_time(day: object, want: Row, exact: str, window: str) -> bool:
    """Whether a day is the wanted one, or within the wanted days where the key gives a window."""
    printed = str(day or "")[:10]
    if window in want:
        first, last = want[window]
        return bool(printed) and first <= printed <= last
    return printed == str(want[exact])[:10]


def pair_off(likeness: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Match rows of a key with records one to one, the likest first: {row: record}."""
    pairs: dict[int, int] = {}
    for _, row, record in sorted(likeness, reverse=True):
        if row not in pairs and record not in pairs.values():
            pairs[row] = record
    return pairs
