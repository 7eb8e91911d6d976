"""What a telling made of the one that it was made from: what it cut, what it added, and the words that it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

from tellings.model.reading import Reading
from tellings.relate.sentences import Said, match, sentences_of
from tellings.relate.words import fold, words_of

Change = Literal["kept", "cut", "added"]
#: From this likeness on one sentence is the other in other words: less is asked than where descent is in question.
ALIKE = 0.2
#: Fewer words than this kept between two changes are kept by chance ("of the"), and are shown as changed with them.
FEWEST_KEPT = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that stand in both texts, in the earlier alone (cut) or in the later alone (added)."""

    change: Change
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


Passage = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many words were kept, cut and added, and each sentence that is not as it was, in reading order."""

    kept: int
    cut: int
    added: int
    passages: tuple[Passage, ...]


def changes(before: Reading, after: Reading) -> Changes:
    """Set a text beside the one that it was made from, sentence by sentence, wherever each stands.

    Sentences that say one thing are compared word by word. Between two languages names and figures tell which do,
    and their words are not compared. Time grows with the product of the two texts' sentences, at most 80 of each.
    """
    across = before.article.language != after.article.language
    passages = tuple(_passages(before, after, across=across))
    counts = {kind: sum(p.words for piece in passages for p in piece if p.change == kind) for kind in KINDS}
    return Changes(
        counts["kept"], counts["cut"], counts["added"], tuple(p for p in passages if any(x.change != "kept" for x in p))
    )


KINDS: tuple[Change, ...] = ("kept", "cut", "added")


def _passages(before: Reading, after: Reading, *, across: bool) -> Iterator[Passage]:
    left, right = (sentences_of(reading, words_of(reading), quoted=True) for reading in (before, after))
    old, new = (
        [said.span.of(reading.article.text) for said in side] for reading, side in ((before, left), (after, right))
    )
    source = {pair.other: pair.one for pair in match(left, right, facts=across) if pair.likeness >= ALIKE}
    cut = _cut_after(left, source)
    for i in cut.get(-1, ()):
        yield (Piece("cut", old[i]),)
    for j, text in enumerate(new):
        if j not in source:
            yield (Piece("added", text),)
            continue
        yield (Piece("kept", text),) if across else word_diff(old[source[j]], text)
        for i in cut.get(source[j], ()):
            yield (Piece("cut", old[i]),)


def _cut_after(sentences: Sequence[Said], source: dict[int, int]) -> dict[int, list[int]]:
    """The sentences that were cut, under the last one before them that was kept (-1 where there is none)."""
    kept, at = set(source.values()), -1
    cut: dict[int, list[int]] = {}
    for i in range(len(sentences)):
        if i in kept:
            at = i
        else:
            cut.setdefault(at, []).append(i)
    return cut


def word_diff(before: str, after: str) -> Passage:
    """Give the words of both texts in order: kept, cut and added; case, quotes and points make no difference."""
    old, new = before.split(), after.split()
    steps = LCSseq.opcodes([_key(word) for word in old], [_key(word) for word in new])
    runs = [(s.tag == "equal", old[s.src_start : s.src_end], new[s.dest_start : s.dest_end]) for s in steps]
    alike = [same and _counts(runs, at) for at, (same, _, _) in enumerate(runs)]
    pieces: list[Piece] = []
    for same, group in groupby(zip(alike, runs, strict=True), key=lambda one: one[0]):
        together = [run for _, run in group]
        words = [word for _, gone, _ in together for word in gone], [word for _, _, come in together for word in come]
        pieces += _pieces(*words, same=same)
    return tuple(pieces)


def _counts(runs: Sequence[tuple[bool, list[str], list[str]]], at: int) -> bool:
    """Whether words in common are more than a chance between two changes."""
    return len(runs[at][1]) >= FEWEST_KEPT or at in (0, len(runs) - 1)


def _pieces(gone: list[str], come: list[str], *, same: bool) -> Iterator[Piece]:
    if same:
        yield Piece("kept", " ".join(come))
        return
    if gone:
        yield Piece("cut", " ".join(gone))
    if come:
        yield Piece("added", " ".join(come))


def _key(word: str) -> str:
    """A word without the marks around it; a mark by itself stays."""
    return fold(word.strip("\"'“”‘’«».,;:!?()[]-–—")) or word
