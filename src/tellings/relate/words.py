"""An article's words as relate compares them: folded, with their exact places, in or out of quotation marks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an article: its folded form and its place, in code points."""

    folded: str
    start: int
    end: int
    name: bool
    quoted: bool


def words_of(reading: Reading) -> tuple[Word, ...]:
    """Give the words of an article's text in order, the dateline left out."""
    text, dateline = reading.article.text, reading.article.dateline
    inside = quoted_spans(reading)
    made: list[Word] = []
    at = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        if dateline and dateline.start <= start < dateline.end:
            continue
        while at < len(inside) and inside[at].end <= start:
            at += 1
        quoted = at < len(inside) and inside[at].start <= start
        made.append(Word(fold(match.group()), start, end, match.group()[0].isupper(), quoted))
    return tuple(made)


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


def stem(word: str) -> str:
    """Cut an English word's inflection off, roughly: enough for "praised" and "praising" to meet."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


def shingles(words: Sequence[str], size: int = SHINGLE) -> list[int]:
    """Hash every run of `size` words to 64 bits; the same on every machine and in every run."""
    return [_hash(" ".join(words[i : i + size])) for i in range(len(words) - size + 1)]


def winnow(hashes: Sequence[int], window: int = WINNOW) -> frozenset[int]:
    """Keep the least hash of every window (Schleimer, Wilkerson and Aiken 2003)."""
    if len(hashes) <= window:
        return frozenset(hashes)
    return frozenset(min(hashes[i : i + window]) for i in range(len(hashes) - window + 1))


def prints(runs: Iterable[Sequence[str]]) -> frozenset[int]:
    """Give the winnowed shingles of several runs of words; no shingle reaches over the end of a run."""
    kept: set[int] = set()
    for run in runs:
        kept.update(winnow(shingles(run)))
    return frozenset(kept)


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def text_words(text: str) -> list[str]:
    """Give the folded words of a plain text."""
    return [fold(match.group()) for match in WORD.finditer(text)]
