"""An article's words as relate compares them: folded, with their exact places, in or out of quotation marks."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from tellings.model.reading import Reading
from tellings.model.spans import Span

#: Letters and digits, with apostrophes, points ("U.S") and hyphens left to part them as pages differ on these.
WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*")
#: Curly and straight apostrophes are one, whatever the page's typography.
APOSTROPHES = str.maketrans("’‘ʼ", "'''")
QUOTED = re.compile(r"“[^“”\n]*(?:“[^“”\n]*”[^“”\n]*)*”|\"[^\"\n]*\"|«[^«»\n]*»")
ENDINGS = ("ingly", "edly", "ing", "ies", "ied", "ed", "es", "ly", "s")
SHINGLE = 5
#: Of so many neighbouring shingles the least is kept: a shared run of 8 words always leaves one in common.
WINNOW = 4

#: An odd number of well mixed bits (Steele, Lea and Flood 2014): a run's hash is a polynomial in it.
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
OVER_THE_END = np.uint64(2**64 - 1)


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of an article: its folded form and its place, in code points.

    A struct, since articles have a thousand: a frozen dataclass takes ten times as long to make.
    """

    folded: str
    start: int
    end: int
    name: bool
    quoted: bool


def words_of(reading: Reading) -> tuple[Word, ...]:
    """Give the words of an article's text in order, the dateline left out."""
    text, dateline = reading.article.text, reading.article.dateline
    left, right = (dateline.start, dateline.end) if dateline else (0, 0)
    inside = iter([*((span.start, span.end) for span in quoted_spans(reading)), (len(text), len(text) + 1)])
    opened, closed = next(inside)
    made: list[Word] = []
    for match in WORD.finditer(text):
        start, end = match.span()
        if left <= start < right:
            continue
        while closed <= start:
            opened, closed = next(inside)
        word = match[0]
        made.append(Word(fold(word), start, end, word[0].isupper(), opened <= start))
    return tuple(made)


@lru_cache(maxsize=1_000_000)
def fold(word: str) -> str:
    """Fold case and apostrophes, and leave a possessive ending out."""
    return word.translate(APOSTROPHES).casefold().removesuffix("'s").rstrip("'")


def quoted_spans(reading: Reading) -> tuple[Span, ...]:
    """Give the spans in quotation marks, found by the marks and by the quotes stage, merged and in order."""
    marked = [Span(*match.span()) for match in QUOTED.finditer(reading.article.text)]
    found = [part for quote in reading.quotes if quote.kind != "indirect" for part in quote.parts]
    merged: list[Span] = []
    for span in sorted(marked + found, key=lambda s: (s.start, s.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


@lru_cache(maxsize=1_000_000)
def stem(word: str) -> str:
    """Cut an English word's inflection off, roughly: enough for "praised" and "praising" to meet.

    Accents go as well: half of the outlets that name Erdoğan and Guaidó print none.
    """
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


def shingles(words: Sequence[str], size: int = SHINGLE) -> NDArray[np.uint64]:
    """Hash every run of `size` words to 64 bits; the same on every machine and in every run."""
    return hashed_runs(np.fromiter(map(word_hash, words), np.uint64, len(words)), size)


def hashed_runs(hashed: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """Hash every run of `size` words that are given by their hashes."""
    runs = np.zeros(max(0, len(hashed) - size + 1), np.uint64)
    for i in range(size if len(runs) else 0):
        runs = runs * MULTIPLIER + hashed[i : i + len(runs)]
    return (runs ^ (runs >> np.uint64(33))) * MULTIPLIER


def winnow(hashes: NDArray[np.uint64], window: int = WINNOW) -> NDArray[np.uint64]:
    """Keep the least hash of every window, sorted (Schleimer, Wilkerson and Aiken 2003)."""
    if len(hashes) > window:
        hashes = np.min([hashes[i : len(hashes) - window + 1 + i] for i in range(window)], axis=0)
    return np.unique(hashes)


def prints(runs: Sequence[Sequence[str]]) -> NDArray[np.uint64]:
    """Give the winnowed shingles of several runs of words; no shingle reaches over the end of a run."""
    hashes = shingles([word for run in runs for word in run])
    of_run = np.repeat(np.arange(len(runs)), [len(run) for run in runs])
    inside = of_run[: len(hashes)] == of_run[len(of_run) - len(hashes) :]
    kept = winnow(np.where(inside, hashes, OVER_THE_END))
    return kept[: np.searchsorted(kept, OVER_THE_END)]


@lru_cache(maxsize=1_000_000)
def word_hash(word: str) -> int:
    """Hash a folded word to 64 bits."""
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def text_words(text: str) -> list[str]:
    """Give the folded words of a plain text."""
    return list(map(fold, WORD.findall(text)))


def text_spans(text: str) -> list[Span]:
    """Give the places of the words of a plain text."""
    return [Span(*match.span()) for match in WORD.finditer(text)]


def text_hashes(text: str) -> list[int]:
    """Give the hashes of the folded words of a plain text."""
    return list(map(_folded_hash, WORD.findall(text)))


@lru_cache(maxsize=1_000_000)
def _folded_hash(word: str) -> int:
    return word_hash(fold(word))
