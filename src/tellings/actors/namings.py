"""How an article that gives a person's name in full may name that person again, also by a word that is a place's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from tellings.actors.gazetteer import Piece, fold, gazetteer
from tellings.actors.persons import prominent
from tellings.actors.phrase import Phrase
from tellings.actors.pronouns import is_subject
from tellings.actors.runs import PARTICLES, Taken, fits
from tellings.model.text import Sentence, Token
from tellings.places.gazetteer import WELL_KNOWN
from tellings.places.gazetteer import fold as fold_place
from tellings.places.gazetteer import gazetteer as places
from tellings.vocab.agents import agents
from tellings.vocab.countries import countries
from tellings.vocab.first_names import first_names

#: Before a place and hardly before a person: "in Washington".
PLACING = frozenset(
    {"across", "around", "at", "from", "in", "inside", "into", "near", "of", "outside", "throughout", "to", "toward",
     "towards", "via", "within"}
)  # fmt: skip
MODIFYING = frozenset({"compound", "nmod", "amod"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
#: Sectors of a state's organs.
OF_STATES = frozenset({"GOV", "MIL", "LEG", "SPY"})
#: Before a name that is a ship's, a school's or a prize's.
ARTICLES = frozenset({"the", "a", "an", "uss", "hms"})


@dataclass(frozen=True, slots=True)
class Namings:
    """What an article shows of its names before they are read a second time.

    `surnames` are single words in the form of `fold`, `inner` those that stand last but one in a name ("Ugarte" of
    "Ana Ugarte Paredes"), `roles` the words by which it introduces someone with a name; `endings` are the last words
    of longer names as printed, by the first letters up to a blank or hyphen; `borne` are surnames that are states' or
    cities' names too, with the sentence that introduces the person, and `evident` those of them whose state the
    article speaks of as well.
    """

    surnames: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    endings: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    borne: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    evident: frozenset[str] = frozenset()

    def acts(self, sentence: Sentence, token: Token) -> bool:
        """Whether a surname that is also a place's name is the person's here."""
        word = fold(token.text)
        known = sentence.index >= self.borne.get(word, sentence.index + 1)
        return known and word not in self.evident and not _is_placed(sentence, token)


NONE = Namings()


def _endings(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The endings of two words and more of full names, hyphens counted as blanks, the longest first."""
    found: dict[str, set[str]] = {}
    for name in names:
        parts = name.replace("-", " ").split()
        places = [i for i in range(len(name)) if i == 0 or name[i - 1] in " -"]
        for at, word in zip(places, parts, strict=False):
            if " " in name[at:] or "-" in name[at:]:
                found.setdefault(word, set()).add(name[at:])
    return {word: tuple(sorted(known, key=lambda e: (-len(e), e))) for word, known in found.items()}


def ended(sentence: Sentence, namings: Namings, taken: Taken) -> Iterator[tuple[int, int]]:
    """First and last token of each ending of a full name: "Ugarte Paredes", "Nowicka-Zych"."""
    ends = {token.end: token.i for token in sentence.tokens} if namings.endings else {}
    for token in sentence.tokens if namings.endings else ():
        for ending in namings.endings.get(token.text, ()):
            last = ends.get(token.start + len(ending))
            if last is not None and sentence.text.startswith(ending, token.start) and _free(sentence, token.i):
                if not any(i in taken for i in range(token.i, last + 1)):
                    yield token.i, last
                break


def _free(sentence: Sentence, first: int) -> bool:
    """Whether a name does not go on to the left: "Ugarte Paredes" is no part of "Ana Ugarte Paredes"."""
    before = sentence.tokens[first - 1] if first else None
    return before is None or not (before.text == "-" or before.text in PARTICLES)


def of_article(sentences: Sequence[Sentence], found: Sequence[Sequence[Phrase]], titled: Sequence[str]) -> Namings:
    """The namings of an article after its first reading; `titled` are the full names in its title."""
    people = [phrase for phrases in found for phrase in phrases if phrase.name and phrase.kind == "person"]
    full = [*(phrase.name for phrase in people if phrase.name), *titled]
    alone = {fold(p.name) for p in people if p.name and (p.office or p.title) and " " not in p.name}
    told = [p for p in reversed(people) if _is_introduced(sentences[p.sentence], p)]
    borne = {word: p.sentence for p in told if _is_place(word := fold((p.name or "").split()[-1]))}
    roles = frozenset(p.agent.words for p in people if p.agent)
    return Namings(
        surnames=_surnames(full) | alone,
        inner=frozenset(fold(words[-2]) for name in full if len(words := _capitals(name)) > 2),
        roles=roles,
        endings=_endings(full),
        borne=borne,
        evident=_evident(sentences, found, borne),
    )


def _capitals(name: str) -> list[str]:
    return [word for word in name.split() if word[:1].isupper()]


def _surnames(names: Iterable[str]) -> frozenset[str]:
    """First and last words of every full name: "Li" is Li Shangfu wherever it stands."""
    words = [[fold(word) for word in _capitals(name)] for name in names]
    ends = {word for parts in words if len(parts) > 1 for word in (parts[0], parts[-1])}
    heads = {part for part in (fold(name) for name in names) if prominent(part)}
    return frozenset(word for word in ends | heads if len(word) > 1)


def _is_introduced(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a name is that of someone described, or one in full of someone who acts: no ship's, and no hall's."""
    if phrase.title is not None or (phrase.agent is not None and phrase.agent.kind == "office"):
        return True
    acts = sentence.tokens[phrase.head].dep == "poss" or is_subject(sentence, phrase.head)
    return acts and " " in (phrase.name or "") and not phrase.before & ARTICLES


def _is_place(word: str) -> bool:
    """Whether a word names a state or its capital, or a city that many know."""
    kind, _ = gazetteer().entries.get(word, ("", ""))
    return kind == "state" or any(place.rank >= WELL_KNOWN for place in places().get(fold_place(word), ()))


def _evident(
    sentences: Sequence[Sentence], found: Sequence[Sequence[Phrase]], words: Collection[str]
) -> frozenset[str]:
    """Those of some words whose state the article speaks of: "Jordanian" or "Jordan's king" beside "Jordan"."""
    codes = {word: gazetteer().entries.get(word, ("", ""))[1] for word in words}
    others = (phrase for phrases in found for phrase in phrases if phrase.country in codes.values())
    named = {(p.country, _is_organ(p)) for p in others if _is_organ(p) or not codes.keys() & _words(sentences, p)}
    return frozenset(
        word
        for word, code in codes.items()
        if (code, True) in named or ((code, False) in named and _is_states(word, code))
    )


def _is_organ(phrase: Phrase) -> bool:
    """Whether a phrase names an office or organ of a state."""
    return phrase.agent is not None and phrase.agent.sector in OF_STATES and phrase.name is None


def _words(sentences: Sequence[Sentence], phrase: Phrase) -> frozenset[str]:
    return frozenset(fold(token.text) for token in sentences[phrase.sentence].tokens[phrase.first : phrase.last + 1])


def _is_states(word: str, code: str) -> bool:
    """Whether a word is a state's own name and not its capital's: who bears a capital's is not mistaken for a state."""
    known = countries().get(code)
    return known is not None and word not in {fold(capital) for capital in known.capitals}


def namesakes(sentence: Sentence, pieces: Sequence[Piece], namings: Namings) -> Iterator[Piece]:
    """The pieces without words that are a person's name here: "Ana Lima", "Jordan Bardella", "Governor Washington"."""
    taken = {i: piece for piece in pieces for i in range(piece.first, piece.last + 1)}
    yield from (
        p for p in pieces if p.kind != "state" or p.first != p.last or not _is_name(sentence, p, taken, namings)
    )


def _is_name(sentence: Sentence, piece: Piece, taken: Taken, namings: Namings) -> bool:
    word = sentence.tokens[piece.first]
    return namings.acts(sentence, word) or _ends_name(sentence, word, taken) or _begins_name(sentence, word, taken)


def _ends_name(sentence: Sentence, word: Token, taken: Taken) -> bool:
    """Whether a given name, a form of address or one person's office stands right before: "Gov. Washington"."""
    before = sentence.tokens[word.i - 1] if word.i else None
    if before is None or before.dep not in MODIFYING | {"appos"}:
        return False
    if before.i in taken:
        return _addresses(taken[before.i], before) and word.dep not in MODIFYING
    one_name = before.ent == word.ent == "PERSON" and not word.ent_start
    bound = before.pos == "PROPN" and before.dep == "compound" and before.head == word.i
    return bound and (one_name or before.text.lower() in first_names())


def _addresses(piece: Piece, word: Token) -> bool:
    """Whether a piece is a title, or an office in capitals that goes before names."""
    office = piece.kind == "role" and agents()[piece.key].kind == "office" and word.text[:1].isupper()
    return piece.kind == "title" or office


def _begins_name(sentence: Sentence, word: Token, taken: Taken) -> bool:
    after = sentence.tokens[word.i + 1] if word.i + 1 < len(sentence.tokens) else None
    named = after is not None and word.dep == "compound" and word.head == after.i and after.ent == word.ent == "PERSON"
    return named and word.text.lower() in first_names() and after is not None and fits(after, taken)


def _is_placed(sentence: Sentence, token: Token) -> bool:
    """Whether a word stands where a place does: "in Paris", "Paris talks", "Paris's envoy", "Paris, Texas"."""
    if token.dep == "pobj" and sentence.tokens[token.head].text.lower() in PLACING:
        return True
    after = sentence.tokens[token.i + 1 : token.i + 3]
    district = len(after) == 2 and after[0].text == "," and after[1].ent in PLACES
    owned = agents().get(sentence.tokens[token.head].lemma.lower()) if token.dep == "poss" else None
    ruled = owned is not None and owned.sector in OF_STATES
    return district or ruled or (token.dep in MODIFYING and token.ent != "PERSON")
