"""The words that are looked for on lines: a language's function words, and those that rows of the vocabularies need."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path

import numpy as np
from numpy.typing import NDArray

from tellings.clean.fields.vocabulary import agency_names
from tellings.clean.flat.signs import FACTOR, Hashes, Places, read
from tellings.vocab.tables import rows, several

#: A word and its apostrophes, which join its parts.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: The Turkish capital I with its dot, in small letters: the dot stands by itself.
DOTTED = "i\u0307"
#: The tables whose rows need a word.
NEEDING = ("furniture.tsv", "outlet_lines.tsv", "translation_signs.tsv")
#: A known word may be a function word of the language, or needed, or both.
IS_STOP, IS_NEEDED = 1, 2
#: The smallest table of hashes, in bits of its size; so many factors are tried before one of twice the size.
SMALLEST, TRIED = 16, 32


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, their apostrophes straight."""
    small = text.lower()
    return WORD.findall(small if small.isascii() else small.replace("’", "'").replace(DOTTED, "i"))


@cache
def stop_words(language: str) -> frozenset[str]:
    """Function words of a language, as spaCy lists them; English ones where it has none.

    The list's file is read by itself: to import it would load all that spaCy knows of the language, which for French
    takes two seconds.
    """
    spacy = find_spec("spacy")
    folder = Path(spacy.origin).parent / "lang" if spacy and spacy.origin else Path()
    file = folder / language / "stop_words.py"
    if not language.isalpha() or not file.is_file():
        return stop_words("en") if language != "en" else frozenset()
    listed = frozenset[str](run_path(str(file))["STOP_WORDS"])
    return listed | {"said", "says"} if language == "en" else listed


@cache
def needed_words() -> frozenset[str]:
    """The words of which a line has one if certain rows of the vocabularies are to match it; agencies' first words."""
    needed = {word for name in NEEDING for row in rows(name) for word in several(row["needs"])}
    return frozenset(needed | {word for name in agency_names() for word in WORD.findall(name.lower())[:1]})


@dataclass(frozen=True, slots=True)
class Known:
    """Words by their hashes: that of the word at place n of `words`, from 1 on, times `factor` and shifted, has n.

    No two words share a place in the table.
    """

    words: tuple[str, ...]
    flags: NDArray[np.uint8]
    hashes: Hashes
    table: NDArray[np.uint16]
    factor: np.uint64
    shift: np.uint64

    def find(self, hashes: Hashes) -> Places:
        """The place in `words` of each hash, 0 where it is no known word's."""
        found = self.table.take(((hashes * self.factor) >> self.shift).astype(np.intp))
        return np.where(self.hashes[found] == hashes, found, 0)


@cache
def known(language: str) -> Known:
    """The words that are looked for on pages of a language, but for those that no line can have."""
    stops, needed = stop_words(language), needed_words()
    words = [word for word in sorted(stops | needed) if words_in(word) == [word]]
    hashes = read(words).hashes
    table, factor, shift = _table(hashes)
    flags = [0, *(IS_STOP * (word in stops) + IS_NEEDED * (word in needed) for word in words)]
    none = np.zeros(1, np.uint64)
    return Known(("", *words), np.array(flags, np.uint8), np.concatenate((none, hashes)), table, factor, shift)


def _table(hashes: Hashes) -> tuple[NDArray[np.uint16], np.uint64, np.uint64]:
    """A table in which each of the hashes has a place of its own, with the factor and the shift that give it.

    For a few hundred words a table of one or two hundred thousand places is found soon.
    """
    numbers = np.arange(1, len(hashes) + 1, dtype=np.uint16)
    for shift in map(np.uint64, range(64 - SMALLEST, 0, -1)):
        table = np.zeros(1 << (64 - int(shift)), np.uint16)
        for factor in np.multiply.accumulate(np.full(TRIED, FACTOR, np.uint64)):
            places = (hashes * factor) >> shift
            table[places] = numbers
            if (table[places] == numbers).all():
                return table, factor, shift
            table[places] = 0
    raise ValueError(hashes)
