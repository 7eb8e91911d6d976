"""Text to the word pieces of BERT's uncased vocabulary (Devlin et al. 2019; Wu et al. 2016).

Lower case without accents, marks of punctuation each a word of its own, then the longest pieces from the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

UNKNOWN = "[UNK]"
#: Longer words are unknown, as in the vocabulary's own tokenizer.
LONGEST = 100
#: ASCII signs that Unicode does not call punctuation, and BERT does.
SIGNS = frozenset("$+<=>^`|~")


class WordPieces:
    """The pieces of a vocabulary; `vocabulary` is its pieces in the order of their numbers."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Number the pieces."""
        self.numbers: Mapping[str, int] = {piece: i for i, piece in enumerate(vocabulary)}
        self._of_word = lru_cache(maxsize=20_000)(self._pieces)

    def numbers_of(self, text: str) -> list[int]:
        """The numbers of a text's pieces."""
        return [number for word in _words(text) for number in self._of_word(word)]

    def _pieces(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST:
            longest = self._longest(word, start)
            if longest is None:
                break
            found.append(self.numbers[longest])
            start += len(longest.removeprefix("##")) if start else len(longest)
        return tuple(found) if start == len(word) else (self.numbers[UNKNOWN],)

    def _longest(self, word: str, start: int) -> str | None:
        inside = "##" if start else ""
        ends = range(len(word), start, -1)
        return next((piece for end in ends if (piece := inside + word[start:end]) in self.numbers), None)


def _words(text: str) -> Iterator[str]:
    """Lower-case words without accents; every mark of punctuation and every Chinese sign is one."""
    spaced = "".join(_spaced(sign) for sign in unicodedata.normalize("NFD", text.lower()))
    return iter(spaced.split())


@lru_cache(maxsize=4096)
def _spaced(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Mn" or sign == "\ufffd" or (kind.startswith("C") and not sign.isspace()):
        return ""
    if kind.startswith("P") or sign in SIGNS or "\u4e00" <= sign <= "\u9fff":
        return f" {sign} "
    return sign
