"""What a word stands for when a text is retold: one key for a verb's forms, for a number and for what says the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from tellings.relate.words import stem
from tellings.vocab.tables import rows

#: A people and its state begin alike (Norway, Norwegian); so many letters of a name are its key.
NAME_KEY = 5


@lru_cache(maxsize=50_000)
def meaning(word: str) -> str:
    """Give the key of a folded word: the first of its row in `retelling_words.tsv`, else its stem."""
    meanings = _meanings()
    return meanings.get(word) or meanings.get(stem(word)) or stem(word)


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """Give the key of a folded name: its first letters, without accents, the same in most languages."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain[:NAME_KEY]


@cache
def _meanings() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in rows("retelling_words.tsv"):
        words = row["words"].split()
        for word in words:
            found.setdefault(word, words[0])
            found.setdefault(stem(word), words[0])
    return found
