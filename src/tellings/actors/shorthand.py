"""Short names of organisations that an article gives in full elsewhere: "GAO", "Northrop"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tellings.actors.gazetteer import Piece, fold, gazetteer
from tellings.actors.phrase import Phrase
from tellings.model.text import Sentence
from tellings.places.gazetteer import fold as fold_place
from tellings.places.gazetteer import gazetteer as places
from tellings.vocab.agents import agents
from tellings.vocab.first_names import first_names
from tellings.vocab.organisations import sector_by_name

SHORTEST = 3
SHORTEST_WORD = 4


def shorthand(found: Iterable[Sequence[Phrase]], taken: Collection[str]) -> Mapping[str, str]:
    """Initials and first words of the organisations named in an article, each with its organisation's name.

    `taken` are words that mean someone else, such as surnames. What two organisations share means neither.
    """
    names = dict.fromkeys(p.organisation for ps in found for p in ps if p.organisation and p.agent is None)
    pairs = [(short, name) for name in names for short in (*_initials(name), *_first_word(name)) if short not in taken]
    meant: dict[str, set[str]] = {}
    for short, name in pairs:
        meant.setdefault(short, set()).add(name)
    return {short: names.pop() for short, names in meant.items() if len(names) == 1 and _is_free(short)}


def _initials(name: str) -> Iterator[str]:
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())
    if len(letters) >= SHORTEST:
        yield letters


def _first_word(name: str) -> Iterator[str]:
    """The first word, where it is a name of its own and no kind of organisation, place or person."""
    first, _, rest = name.partition(" ")
    plain = first.lower() in agents() or sector_by_name(first) or first.lower() in first_names()
    if rest and len(first) >= SHORTEST_WORD and first.isalpha() and first[0].isupper() and not plain:
        yield first


def _is_free(short: str) -> bool:
    return fold(short) not in gazetteer().entries and fold_place(short) not in places()


def shortened(sentence: Sentence, pieces: Sequence[Piece], short: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of a sentence and its short names."""
    yield from pieces
    taken = {i for piece in pieces for i in range(piece.first, piece.last + 1)} if short else set()
    for token in sentence.tokens if short else ():
        if token.text in short and token.pos == "PROPN" and token.i not in taken and not _inside(sentence, token.i):
            yield Piece(token.i, token.i, "organisation", short[token.text])


def _inside(sentence: Sentence, i: int) -> bool:
    """Whether a word is only the beginning of a longer name, which may be another's: "Apple" in "Apple Corps"."""
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return after is not None and after.pos == "PROPN" and after.ent == "ORG" and not after.ent_start
