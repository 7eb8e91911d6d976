"""What words are in their sentences: attributes and lemmas, most of them looked up where they were found before.

The pipeline's rules on attributes ask for a word's tag, for its head's label and for a few words; its lemmatizer asks
for the word and its attributes. So either is asked once for all that it would answer alike.

Measured on 60 news pages, CPU ms a page of 850 tokens: 12 with both run on each word that is new with its tag and
label, 4 so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: What is looked up rather than run on each text.
LOOKED_UP = ("attribute_ruler", "lemmatizer")
#: Words whose lemma or part of speech hangs on the word after them, in the pipeline's own rules ("gonna", "let's",
#: "y'all", "c'mon", "ain't"), and the label of "there" before a verb.
BESIDE = frozenset({"ai", "gon", "got", "let", "c'm", "y", "y'"})
EXPLETIVE = "expl"
#: Words with a tag and a label that are kept, some 200 bytes each.
MOST_WORDS = 200_000
#: A word, its tag and its head's label, as the pipeline numbers them.
Key = tuple[int, int, int]
#: Words beside each other, from one to before another.
Run = tuple[int, int]
#: A word that the rules on attributes ask for ("" for all others), a tag and a label.
Kind = tuple[str, str, str]
#: Part of speech, tag, label, other attributes, and a lemma where the rules give one.
Attributes = tuple[str, str, str, str, str]


class Looks(NamedTuple):
    """What a word is in its sentence, wherever that stands."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that the rules on attributes ask for, in lower case."""

    words: frozenset[str]
    forms: re.Pattern[str]

    @classmethod
    def by(cls, rules: Sequence[Any]) -> Asked:
        """All that `rules` ask for."""
        tokens = [token for rule in rules for pattern in rule["patterns"] for token in pattern]
        named = [token["LOWER"] for token in tokens if "LOWER" in token]
        words = {word for name in named for word in ([name] if isinstance(name, str) else name.get("IN", []))}
        forms = [name["REGEX"] for name in named if not isinstance(name, str) and "REGEX" in name]
        return cls(frozenset(words), re.compile("|".join(forms) or r"(?!)"))

    def kind(self, token: Token) -> Kind:
        """What a word's attributes follow from."""
        word = token.lower_
        named = word in self.words or token.is_space or self.forms.search(word)
        return (word if named else "", token.tag_, token.dep_)


class Looked:
    """What a text's words are, most of them looked up by what it follows from."""

    def __init__(self, nlp: Language) -> None:
        """Ask the pipeline's own components once for all words that they would answer alike."""
        self._vocab = nlp.vocab
        ruler: Any = nlp.get_pipe(LOOKED_UP[0])
        self._ruler, self._lemmatizer = ruler, nlp.get_pipe(LOOKED_UP[1])
        self._asked = Asked.by(ruler.patterns)
        self._kinds: dict[Kind, Attributes] = {}
        self._known: dict[Key, Looks] = {}
        self._beside_each_other: dict[tuple[Key, ...], tuple[Looks, ...]] = {}
        strings = nlp.vocab.strings
        self._beside, self._expletive = frozenset(strings.add(word) for word in BESIDE), strings.add(EXPLETIVE)

    def of(self, docs: Sequence[Doc]) -> list[list[Looks]]:
        """What each token is, text by text."""
        if len(self._known) > MOST_WORDS:
            self._known.clear()
            self._beside_each_other.clear()
        new: dict[Key, Token] = {}
        found = [(doc, *self._keys(doc, new)) for doc in docs]
        if new:
            self._learn(new)
        return [list(self._all(doc, keys, runs)) for doc, keys, runs in found]

    def _keys(self, doc: Doc, new: dict[Key, Token]) -> tuple[list[Key], list[Run]]:
        """What the looks of a text's words follow from, those that are not known put among the new; and its runs."""
        rows = doc.to_array(["ORTH", "TAG", "DEP", "LOWER"])
        keys: list[Key] = list(map(tuple, rows[:, :3].tolist()))
        runs = list(self._runs(rows[:, 3].tolist(), rows[:, 2].tolist()))
        within = {i for start, end in runs for i in range(start, end)}
        for i, key in enumerate(keys):
            if key not in self._known and key not in new and i not in within:
                new[key] = doc[i]
        return keys, runs

    def _all(self, doc: Doc, keys: Sequence[Key], runs: Iterable[Run]) -> Iterator[Looks]:
        """Each token's looks, those of a run found together."""
        at = 0
        for start, end in runs:
            yield from map(self._known.__getitem__, keys[at:start])
            yield from self._together(tuple(keys[start:end]), doc[start:end])
            at = end
        yield from map(self._known.__getitem__, keys[at:])

    def _runs(self, words: Sequence[int], labels: Sequence[int]) -> Iterator[Run]:
        """Where words stand whose looks hang on the next, each with the word after."""
        if self._beside.isdisjoint(words) and self._expletive not in labels:
            return
        start = None
        for i, (word, label) in enumerate(zip(words, labels, strict=True)):
            if word in self._beside or label == self._expletive:
                start = i if start is None else start
            elif start is not None:
                yield start, i + 1
                start = None
        if start is not None:
            yield start, len(words)

    def _together(self, keys: tuple[Key, ...], words: Iterable[Token]) -> tuple[Looks, ...]:
        """The looks of words that stand beside each other."""
        if keys not in self._beside_each_other:
            ruled = self._ruler(self._side_by_side(words))
            self._beside_each_other[keys] = tuple(map(_looks, self._lemmatizer(ruled)))
        return self._beside_each_other[keys]

    def _learn(self, new: dict[Key, Token]) -> None:
        """Ask about words none of which hangs on its neighbours."""
        kinds = list(map(self._asked.kind, new.values()))
        unknown = {kind: word for kind, word in zip(kinds, new.values(), strict=True) if kind not in self._kinds}
        if unknown:
            ruled = self._ruler(self._side_by_side(unknown.values()))
            self._kinds.update(zip(unknown, map(_attributes, ruled), strict=True))
        given = [self._kinds[kind] for kind in kinds]
        self._known.update(zip(new, map(_looks, self._lemmatizer(self._with(new.values(), given))), strict=True))

    def _side_by_side(self, words: Iterable[Token]) -> Doc:
        """Words with their tags and labels."""
        from spacy.tokens import Doc

        words = list(words)
        tags, labels = [word.tag_ for word in words], [word.dep_ for word in words]
        return Doc(self._vocab, [w.text for w in words], tags=tags, deps=labels, heads=list(range(len(words))))

    def _with(self, words: Iterable[Token], given: Iterable[Attributes]) -> Doc:
        """Words with these attributes."""
        from spacy.tokens import Doc

        pos, tags, labels, morphs, lemmas = map(list, zip(*given, strict=True))
        texts, heads = [word.text for word in words], list(range(len(pos)))
        return Doc(self._vocab, texts, pos=pos, tags=tags, deps=labels, heads=heads, morphs=morphs, lemmas=lemmas)


def _attributes(token: Token) -> Attributes:
    return token.pos_, token.tag_, token.dep_, str(token.morph), token.lemma_


def _looks(token: Token) -> Looks:
    return Looks(token.text, token.lemma_, token.pos_, token.tag_, token.dep_)
