"""Sentences of a story's tellings that say one thing, in the same words or in others.

As between whole articles (`tellings.relate`), likeness is Dice's coefficient of what the words mean, each weighted
by how rare it is in news; here words in quotation marks count too, since two reports of one act quote alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from tellings.model.actors import Cast
from tellings.model.reading import Reading
from tellings.relate.meanings import meaning, name_key
from tellings.relate.sentences import COMMON_NUMBERS, GRAMMAR, NUMBER
from tellings.relate.spread import rarity
from tellings.relate.words import WORD, fold, stem
from tellings.text.encoder import Vectors, encode
from tellings.vocab.countries import countries, country_name

#: A sentence of an article: its id and the sentence's number.
Place = tuple[str, int]
Weights = Mapping[str, float]
#: Where in a sentence someone is named, from and to, and the name that stands for him.
Called = tuple[int, int, str]
#: Kinds of whom each outlet has its own namings.
NAMED = frozenset({"state", "organisation"})
NOTHING: Mapping[str, str] = MappingProxyType({})
#: What as many different sentences of a story hold, as its main names, finds no pairs; it counts in those found.
COMMON = 60
#: What the keys of names begin with.
NAME = "^"


class Likeness:
    """How alike the sentences of a story's articles are. Sentences of the same words are looked at once."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Take the words of every sentence, and where each word stands."""
        self._text: dict[Place, str] = {}
        self._weights: dict[str, Weights] = {}
        self._holding: defaultdict[str, list[str]] = defaultdict(list)
        self._near: dict[str, dict[str, float]] = {}
        self._articles: defaultdict[str, set[str]] = defaultdict(set)
        self._nearest: dict[str, dict[str, str]] = {}
        self._vectors: dict[str, Vectors] = {}
        for reading in readings:
            called = called_otherwise(reading.cast)
            for number, sentence in enumerate(reading.sentences):
                known = [(start - sentence.start, end - sentence.start, key) for start, end, key in called[number]]
                self._add((reading.article.article_id, number), sentence.of(reading.article.text), known)

    def _add(self, place: Place, text: str, called: Sequence[Called]) -> None:
        self._text[place] = text
        self._articles[text].add(place[0])
        if text not in self._weights:
            self._weights[text] = weights(text, called, names_of_states())
            for key in self._weights[text]:
                self._holding[key].append(text)

    def text(self, place: Place) -> str:
        """The words of a sentence."""
        return self._text[place]

    def near(self, text: str, least: float) -> dict[str, float]:
        """The sentences that are at least so alike to one, itself left out, each with its likeness."""
        if text not in self._near:
            own = self._weights[text]
            found = {other for key in own for other in self._found(key)} - {text}
            self._near[text] = {other: dice(own, self._weights[other]) for other in sorted(found)}
        return {other: like for other, like in self._near[text].items() if like >= least}

    def nearest_of_both(self, one: Place, other: Place) -> bool:
        """Whether each of two sentences is the most like the other in its article."""
        a, b = self._text[one], self._text[other]
        return self._nearest_in(a).get(other[0]) == b and self._nearest_in(b).get(one[0]) == a

    def _nearest_in(self, text: str) -> dict[str, str]:
        """The sentence of each other article that is the most like one."""
        if text not in self._nearest:
            near = self.near(text, 0.0)
            rising = sorted(near, key=lambda other: (near[other], other))
            found = {article: other for other in rising for article in self._articles[other]}
            self._nearest[text] = found | dict.fromkeys(self._articles[text], text)
        return self._nearest[text]

    def besides_names(self, text: str, other: str) -> float:
        """How alike two sentences are in what they say, whomever they name."""
        return dice(*({k: w for k, w in self._weights[t].items() if k[0] != NAME} for t in (text, other)))

    def meant(self, one: Place, other: Place) -> float:
        """How near what two sentences mean is, by an encoder: some 3 CPU milliseconds for one that is new to it."""
        texts = self._text[one], self._text[other]
        new = [text for text in texts if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, encode(new), strict=True))
        return float(self._vectors[texts[0]] @ self._vectors[texts[1]])

    def _found(self, key: str) -> Iterable[str]:
        holding = self._holding[key]
        return holding if len(holding) <= COMMON else ()


def called_otherwise(cast: Cast) -> defaultdict[int, list[Called]]:
    """Where each sentence names states and organisations, which every outlet calls otherwise, with one name for each.

    Russia is Moscow to one telling and the Kremlin to another, the European Union Brussels.
    """
    found: defaultdict[int, list[Called]] = defaultdict(list)
    for mention in cast.mentions:
        entity = cast.entities[mention.entity]
        if mention.kind in NAMED and entity.kind in NAMED and not mention.text.islower():
            name = country_name(entity.country) if entity.kind == "state" and entity.country else entity.name
            found[mention.sentence].append((mention.start, mention.end, name))
    return found


def weights(text: str, called: Iterable[Called] = (), states: Mapping[str, str] = NOTHING) -> Weights:
    """What the words of a sentence mean, each with its weight.

    `called` are parts of it that count as other names, `states` words that do.
    """
    found: dict[str, float] = {}
    for start, end, name in called:
        found[NAME + name] = named_weight(name)
        text = text[:start] + " " * (end - start) + text[end:]
    for match in WORD.finditer(text):
        word = match.group()
        folded, capital = fold(word), word[0].isupper()
        state = states.get(folded) or states.get(folded.removesuffix("s")) if capital else None
        key, weight = (meaning(folded), rarity(stem(folded))) if state is None else (NAME + state, named_weight(state))
        if key in GRAMMAR:
            continue
        if key.isdigit() and key not in COMMON_NUMBERS:
            weight = max(NUMBER, weight)
        elif capital and match.start() and state is None:
            key = NAME + name_key(folded)
        found[key] = weight
    return found


@cache
def names_of_states() -> Mapping[str, str]:
    """For each word that names a state, its people or its capital the state's name."""
    return {
        fold(naming): country.name
        for country in countries().values()
        for naming in (*country.capitals, *country.adjectives, *country.names, country.name)
    }


@cache
def named_weight(name: str) -> float:
    """What a name weighs: as its rarest word."""
    return max((rarity(stem(fold(word))) for word in WORD.findall(name)), default=0.0)


def dice(one: Weights, other: Weights) -> float:
    """The weight that two sentences share, of the weight that they have."""
    shared = sum(weight + other[key] for key, weight in one.items() if key in other)
    whole = sum(one.values()) + sum(other.values())
    return shared / whole if whole else 0.0
