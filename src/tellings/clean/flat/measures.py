"""What is measured of a page's lines: their words, and which of those are function words or such as a rule needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tellings.clean.flat.known import IS_NEEDED, IS_STOP, known
from tellings.clean.flat.signs import COUNTED, JOINED, STOP, SYLLABLE, Hashes, Places, Signs, hashes_of_pairs, read

Counts = NDArray[np.intp]
Floats = NDArray[np.float64]

#: Share of stop words where a script is written without blanks between words; of Chinese lines it is told by the
#: signs that stand for such words, one in twelve of its prose and none of its lists of links.
SYLLABLES_STOPS, MOST_STOPS, CHINESE_STOPS = 0.3, 0.45, 8.0
SIGNS_A_WORD = 1.7
#: Of a line so many words are compared with those of others, or pairs of signs where no blanks part words. One that is
#: compared has so many letters at least, or begins with a sign beyond this one.
COMPARED, LETTERS, IDEOGRAPHS = 24, 4, 0x2FFF


@dataclass(frozen=True, slots=True)
class Measures:
    """What is measured of lines, an entry a line: the number of words and the share of function words among them.

    `needed` has the words that rows of vocabularies need, for the lines that have some. The content words that are
    compared with other lines' have an entry each: the place of the line, and the word's hash.
    """

    signs: Signs
    words: Counts
    stops: Floats
    needed: Mapping[int, frozenset[str]]
    compared: tuple[Places, Hashes]


def measure(lines: Sequence[str], language: str) -> Measures:
    """Measure lines, none of which is empty."""
    signs = read(lines)
    words = np.diff(signs.first)
    found = known(language).find(signs.hashes)
    flags = known(language).flags[found]
    stops = _sums(flags & IS_STOP, signs.first) / np.maximum(1, words)
    line = np.repeat(np.arange(len(lines)), words)
    content = (flags & IS_STOP == 0) & (
        (signs.ends - signs.starts >= LETTERS) | (signs.codes[signs.starts] > IDEOGRAPHS)
    )
    content &= np.arange(len(line)) - signs.first[line] < COMPARED
    needed = _needed(found, flags, line, language)
    measures = Measures(signs, words, stops, needed, (line[content], signs.hashes[content]))
    return _scaled(lines, _without_blanks(measures, language))


def _sums(values: NDArray[np.generic], first: Places) -> Counts:
    """The sum of the values from each of some places to the next."""
    sums = np.zeros(len(values) + 1, np.intp)
    np.cumsum(values, out=sums[1:])
    return np.diff(sums[first])


def _needed(found: Places, flags: NDArray[np.uint8], line: Places, language: str) -> dict[int, frozenset[str]]:
    """The needed words of the lines that have some, by the lines' places."""
    at = np.flatnonzero(flags & IS_NEEDED)
    words, needed = known(language).words, defaultdict[int, set[str]](set)
    for index, word in zip(line[at].tolist(), found[at].tolist(), strict=True):
        needed[index].add(words[word])
    return {index: frozenset(those) for index, those in needed.items()}


def _without_blanks(measures: Measures, language: str) -> Measures:
    """The measures with those of lines written without blanks between words made by their signs."""
    signs = measures.signs
    places = np.flatnonzero(signs.kinds & JOINED)
    if not len(places):
        return measures
    first = np.searchsorted(places, signs.line_ends)
    size = np.diff(first)
    joined = size > measures.words
    kinds = signs.kinds[places]
    chinese = np.minimum(MOST_STOPS, CHINESE_STOPS * _sums(kinds & STOP > 0, first) / np.maximum(1, size))
    stops = np.where(_sums(kinds & SYLLABLE > 0, first) > 0, SYLLABLES_STOPS, chinese)
    line = np.repeat(np.arange(len(size)), size)
    last = np.minimum(first[:-1] + COMPARED, first[1:] - 1)
    opens = np.flatnonzero(joined[line] & (np.arange(len(line)) < last[line]))
    pairs = hashes_of_pairs(signs.codes[places[opens]], signs.codes[places[opens + 1]])
    content = known(language).flags[known(language).find(pairs)] & IS_STOP == 0
    of_line, hashes = measures.compared
    others = ~joined[of_line]
    return replace(
        measures,
        words=np.where(joined, np.rint(size / SIGNS_A_WORD), measures.words).astype(np.intp),
        stops=np.where(joined, stops, measures.stops),
        compared=(
            np.concatenate((of_line[others], line[opens][content])),
            np.concatenate((hashes[others], pairs[content])),
        ),
    )


def _scaled(lines: Sequence[str], measures: Measures) -> Measures:
    """The measures with the words of lines that were not read to their end, as if they went on as they began."""
    for index in np.flatnonzero(np.diff(measures.signs.line_ends) > COUNTED).tolist():
        measures.words[index] = measures.words[index] * len(lines[index]) // COUNTED
    return measures
