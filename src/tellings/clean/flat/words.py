"""The words of lines, compared: what folds two titles to one, and what two texts have in common."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import numpy as np

from tellings.clean.flat.known import IS_STOP, known, stop_words, words_in
from tellings.clean.flat.lines import CJK, Line, Sheet, is_cjk
from tellings.clean.flat.signs import FIRST_JOINED, first_of_each

#: What parts lines that are searched as one text: no pattern crosses two line ends.
GAP = "\n\n"
#: Shorter words say nothing of a text's matter; of longer ones so many letters are compared.
SHORTEST, STEM = 4, 5


def holding(lines: Sequence[Line], within: int, *patterns: re.Pattern[str]) -> list[Line]:
    """The lines that hold a match which begins among their first signs, each pattern sought in all of them at once.

    A match may run beyond those signs, but into no other line. The lines are those of the first pattern, then others'.
    """
    text = GAP.join([line.text for line in lines])
    ends = list(accumulate([len(line.text) + len(GAP) for line in lines]))
    return [line for pattern in patterns for line in _holding(pattern, lines, within, text, ends)]


def _holding(
    pattern: re.Pattern[str], lines: Sequence[Line], within: int, text: str, ends: Sequence[int]
) -> list[Line]:
    found, match = list[Line](), pattern.search(text)
    while match:
        index = bisect_right(ends, match.start())
        if match.start() - (ends[index] - len(lines[index].text) - len(GAP)) < within:
            found.append(lines[index])
        match = pattern.search(text, ends[index])
    return found


def places_of(name: str, text: str) -> Iterator[int]:
    """Where a name ends each time that it stands in a text between other signs than a word's."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (_in_word(text[start - 1 : start]) or _in_word(text[end : end + 1])):
            yield end
        start = text.find(name, end)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def fold(text: str) -> str:
    """A text's words alone, in lower case: titles that differ in marks only are the same."""
    return " ".join(words_in(text))


def same_words(lines: Iterable[Line], texts: Iterable[str | None]) -> frozenset[int]:
    """The indexes of the lines that are one of some texts, folded; most are told by the number of their words."""
    wanted = {fold(text) for text in texts if text}
    sizes = {len(text.split()) for text in wanted}
    asked = (line for line in lines if line.words in sizes or is_cjk(line))
    return frozenset(line.index for line in asked if fold(line.text) in wanted)


def stems(text: str) -> frozenset[str]:
    """The first five letters of a text's content words; pairs of signs where words are written without blanks."""
    found = set(words_in(text))
    if text.isascii() or not CJK.search(text):
        return _stems(found)
    joined = {w for w in found if CJK.match(w)}
    pairs = (w[i : i + 2] for w in joined for i in range(len(w) - 1))
    return frozenset((*pairs, *_stems(found - joined)))


def _stems(words: set[str]) -> frozenset[str]:
    return frozenset([w[:STEM] for w in words - stop_words("en") if len(w) >= SHORTEST])


def stems_of(sheet: Sheet, indexes: Sequence[int]) -> frozenset[str] | None:
    """The stems of some lines of a page, by its signs; None where words are written without blanks."""
    signs = sheet.measures.signs
    own = np.zeros(len(signs.line_ends) - 1, bool)
    own[sheet.which[list(indexes)]] = True
    asked = np.flatnonzero(np.repeat(own, np.diff(signs.first)) & (signs.ends - signs.starts >= SHORTEST))
    once = asked[first_of_each(signs.hashes[asked])]
    english = known("en")
    content = once[english.flags[english.find(signs.hashes[once])] & IS_STOP == 0]
    letters = signs.letters(signs.starts[content], signs.ends[content], STEM)
    return None if (letters >= FIRST_JOINED).any() else frozenset(letters.view(f"<U{STEM}")[:, 0].tolist())


def agreement(line: str, body: frozenset[str]) -> float:
    """The share of a line's content words that the body, given by its stems, takes up."""
    words = stems(line)
    return len(words & body) / len(words) if words else 0.0
