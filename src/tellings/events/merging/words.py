"""What the words of an act mean, and what its sides may be called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tellings.relate.meanings import meaning, name_key
from tellings.relate.sentences import GRAMMAR
from tellings.relate.words import WORD, fold
from tellings.vocab.countries import countries

#: Shorter words of a name ("al", "of") name no one.
SHORTEST = 4


def meaning_of(word: str) -> str:
    """What a word stands for, whatever its form."""
    return meaning(fold(word))


def name_of(word: str) -> str:
    """The key of a name's word, the same for a state and its people."""
    return name_key(fold(word))


@lru_cache(maxsize=4096)
def meanings(text: str) -> frozenset[str]:
    """What the words of a text mean, those of grammar left out."""
    return frozenset(map(meaning_of, WORD.findall(text))) - GRAMMAR


@lru_cache(maxsize=4096)
def names(name: str, country: str | None) -> frozenset[str]:
    """The keys of what a side may be called: by its own name, its state's, its people's or its capital's."""
    state = countries().get(country or "")
    called: Iterable[str] = (state.name, *state.names, *state.adjectives, *state.capitals) if state else ()
    words = (word for one in (name, *called) for word in WORD.findall(one))
    return frozenset(name_of(word) for word in words if len(word) >= SHORTEST)
