"""Known names in a sentence: a dictionary of words, looked up from each token on, the longest match first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tellings.model.text import Sentence
from tellings.text.once import once
from tellings.vocab.agents import agents, titles
from tellings.vocab.countries import countries, formal_names, metonyms
from tellings.vocab.holders import holders
from tellings.vocab.organisations import organisations
from tellings.vocab.tables import rows

PieceKind = Literal["state", "adjective", "seat", "organisation", "agency", "lookalike", "title", "role", "name"]
FOLDS = str.maketrans("‘’‚‛“”„‟`´", "''''\"\"\"\"''")
FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A known name on tokens `first` to `last` of a sentence. `key` is its row's: a code, a name, a role's words."""

    first: int
    last: int
    kind: PieceKind
    key: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded names to what they are, with the length of the longest name that begins with a word."""

    entries: Mapping[str, tuple[PieceKind, str]]
    longest: Mapping[str, int]


def fold(text: str) -> str:
    """A name without accents, curly marks and doubled blanks; its case is kept."""
    if text.isascii():  # most are: 3 times as fast
        return " ".join(text.split())
    plain = unicodedata.normalize("NFKD", text.translate(FOLDS))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@cache
def gazetteer() -> Gazetteer:
    """Every name of the vocabularies that is matched with its case; later kinds give way to earlier ones."""
    return _built(_names())


@cache
def role_gazetteer() -> Gazetteer:
    """Every role and organ, in lower case."""
    return _built((words, "role", words) for words in agents())


@once
def scan(sentence: Sentence) -> tuple[Piece, ...]:
    """Known names of a sentence, none overlapping, the longest taken at each token."""
    found: list[Piece] = []
    for i, token in enumerate(sentence.tokens):
        of_name, of_role = _reaches(token.text)
        if (of_name or of_role) and (not found or i > found[-1].last):
            piece = _at(sentence, i, of_name, of_role)
            found += [piece] if piece else []
    return tuple(found)


@lru_cache(maxsize=100_000)
def _reaches(token: str) -> tuple[int, int]:
    """How long the longest name and the longest role are that begin with a token; 0 where none does, as for most."""
    found = []
    for known, lower in ((gazetteer(), False), (role_gazetteer(), True)):
        word = FIRST_WORD.match(_cased(token, lower))
        found.append(known.longest.get(word.group(), 0) if word else 0)
    return found[0], found[1]


def _at(sentence: Sentence, i: int, of_name: int, of_role: int) -> Piece | None:
    named = _longest(sentence, i, gazetteer(), of_name, lower=False) if of_name else None
    role = _longest(sentence, i, role_gazetteer(), of_role, lower=True) if of_role else None
    both = [piece for piece in (named, role) if piece]
    return max(both, key=lambda piece: piece.last, default=None)


def _longest(sentence: Sentence, i: int, known: Gazetteer, reach: int, *, lower: bool) -> Piece | None:
    start = sentence.tokens[i].start
    best = None
    for j in range(i, len(sentence.tokens)):
        if sentence.tokens[j].end - start > reach:
            break
        entry = known.entries.get(_cased(sentence.text[start : sentence.tokens[j].end], lower))
        if entry:
            best = Piece(i, j, *entry)
    return best


def _cased(text: str, lower: bool) -> str:
    folded = fold(text)
    return folded.lower() if lower else folded


def _built(names: Iterator[tuple[str, PieceKind, str]]) -> Gazetteer:
    entries: dict[str, tuple[PieceKind, str]] = {}
    longest: dict[str, int] = {}
    for name, kind, key in names:
        folded = fold(name)
        entries.setdefault(folded, (kind, key))
        first = FIRST_WORD.match(folded)
        if first:
            longest[first.group()] = max(longest.get(first.group(), 0), len(folded) + 2)
    return Gazetteer(entries, longest)


def _names() -> Iterator[tuple[str, PieceKind, str]]:
    yield from ((row["name"], "lookalike", row["name"]) for row in rows("lookalikes.tsv"))
    for country in countries().values():
        yield from ((name, "state", country.code) for name in (country.name, *country.names, *country.capitals))
    for country in countries().values():
        yield from ((name, "state", country.code) for name in formal_names(country))
        for word in country.adjectives:
            yield word, "adjective", country.code
            yield word + "s", "adjective", country.code
    yield from ((seat.name, "seat", seat.name) for seat in metonyms())
    for row in organisations():
        kind: PieceKind = "agency" if row.kind == "agency" else "organisation"
        yield from ((name, kind, row.name) for name in (row.name, *row.names))
    yield from ((title, "title", title) for title in titles())
    for holder in holders():
        yield from ((name, "name", holder.person) for name in (holder.person, *holder.names) if " " in name)
