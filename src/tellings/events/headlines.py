"""Which tellings say an event in their titles.

Titles are written in a grammar of their own ("Minister killed in blast", "Kremlin: talks off"), which a parser of
sentences misreads; but an event of the body is told in the title where that holds its act's word, whatever its form,
and names one of its sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from tellings.events.accounts import Account
from tellings.relate.meanings import meaning, name_key
from tellings.relate.sentences import GRAMMAR
from tellings.relate.words import WORD, fold
from tellings.vocab.countries import countries

#: Shorter words of a name ("al", "of") name no one.
SHORTEST = 4


def headlined(group: Sequence[Account]) -> tuple[str, ...]:
    """The titles that tell of an event, each once, in the order of its articles."""
    titles = dict.fromkeys(a.reading.article.title or "" for a in group)
    acts = {key for a in group if not a.hint for key in _meanings(a.words(a.coding.act))}
    sides = {key for a in group for s in (*a.actors, *a.recipients) for key in _names(s.actor.name, s.actor.country)}
    return tuple(t for t in titles if _meanings(t) & acts and _keys(t) & sides)


@lru_cache(maxsize=4096)
def _meanings(text: str) -> frozenset[str]:
    return frozenset(meaning(fold(word)) for word in WORD.findall(text)) - GRAMMAR


@lru_cache(maxsize=4096)
def _keys(text: str) -> frozenset[str]:
    return frozenset(name_key(fold(word)) for word in WORD.findall(text))


@lru_cache(maxsize=4096)
def _names(name: str, country: str | None) -> frozenset[str]:
    """What a side may be called: by its own name, its state's, its people's or its capital's."""
    state = countries().get(country or "")
    called: Iterable[str] = (state.name, *state.names, *state.adjectives, *state.capitals) if state else ()
    words = (word for one in (name, *called) for word in WORD.findall(one))
    return frozenset(name_key(fold(word)) for word in words if len(word) >= SHORTEST)
