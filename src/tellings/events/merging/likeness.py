"""Sentences of a story's tellings that say one thing, in the same words or in others.

As between whole articles (`tellings.relate`), likeness is Dice's coefficient of what the words mean, each weighted
by how rare it is in news; here words in quotation marks count too, since two reports of one act quote alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tellings.model.reading import Reading
from tellings.relate.meanings import meaning, name_key
from tellings.relate.sentences import COMMON_NUMBERS, GRAMMAR, NUMBER
from tellings.relate.spread import rarity
from tellings.relate.words import WORD, fold, stem

#: A sentence of an article: its id and the sentence's number.
Place = tuple[str, int]
Weights = Mapping[str, float]
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
        for reading in readings:
            for number, sentence in enumerate(reading.sentences):
                self._add((reading.article.article_id, number), sentence.of(reading.article.text))

    def _add(self, place: Place, text: str) -> None:
        self._text[place] = text
        self._articles[text].add(place[0])
        if text not in self._weights:
            self._weights[text] = weights(text)
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

    def _found(self, key: str) -> Iterable[str]:
        holding = self._holding[key]
        return holding if len(holding) <= COMMON else ()


def weights(text: str) -> Weights:
    """What the words of a sentence mean, each with its weight."""
    found: dict[str, float] = {}
    for n, match in enumerate(WORD.finditer(text)):
        folded = fold(match.group())
        key, weight = meaning(folded), rarity(stem(folded))
        if key in GRAMMAR:
            continue
        if key.isdigit() and key not in COMMON_NUMBERS:
            weight = max(NUMBER, weight)
        elif n and match.group()[0].isupper():
            key = NAME + name_key(folded)
        found[key] = weight
    return found


def dice(one: Weights, other: Weights) -> float:
    """The weight that two sentences share, of the weight that they have."""
    shared = sum(weight + other[key] for key, weight in one.items() if key in other)
    whole = sum(one.values()) + sum(other.values())
    return shared / whole if whole else 0.0
