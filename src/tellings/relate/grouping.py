"""Stories: articles that report one occurrence, found without comparing all with all."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from tellings.relate.rules import THRESHOLD, Pair, score
from tellings.relate.sketch import Sketch
from tellings.relate.spread import Spread, spread_of

#: Names weigh more than other words: what happens to different people is different news (ECB+ dev: .900 to .910).
NAME_WEIGHT = 1.5
#: An article is looked up by so many of its weightiest words, and compared with so many of those it meets.
KEYS = 25
NEIGHBOURS = 60
#: A word of more articles than this leads to none of them.
MOST_POSTINGS = 400
#: No two articles of a story may be less alike than this, or chains would join what the ends deny.
FLOOR = 0.05
#: A story's fit is judged on so many of its articles.
JUDGED = 24


def group(sketches: Iterable[Sketch]) -> tuple[tuple[str, ...], ...]:
    """Group articles into stories: sorted tuples of article ids, each id in exactly one.

    The result does not depend on the order of the sketches. Time grows with the articles, not with
    their pairs: each is compared with at most `NEIGHBOURS` others.
    """
    kept = sorted(sketches, key=lambda s: s.article_id)
    scores = _Scores(kept)
    stories = _Stories(len(kept), scores)
    for _, one, other in sorted((-scores.of(i, j), i, j) for i, j in scores.candidates()):
        stories.join(one, other)
    return tuple(sorted(tuple(kept[i].article_id for i in members) for members in stories.all()))


class _Scores:
    """Scores of pairs, computed when asked for and kept."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self.sketches = sketches
        spread = spread_of([word for word, _ in sketch.words] for sketch in sketches)
        self.vectors = [vector(sketch, spread) for sketch in sketches]
        self._kept: dict[tuple[int, int], float] = {}

    def of(self, one: int, other: int) -> float:
        key = (min(one, other), max(one, other))
        if key not in self._kept:
            i, j = key
            self._kept[key] = score(Pair(self.sketches[i], self.sketches[j], cosine(self.vectors[i], self.vectors[j])))
        return self._kept[key]

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Give the pairs worth a look, each once: those that share their weightiest words or reporting runs."""
        postings: dict[str | int, list[int]] = defaultdict(list)
        keys: list[list[str | int]] = [
            [*weightiest(vector), *sketch.told] for vector, sketch in zip(self.vectors, self.sketches, strict=True)
        ]
        seen: set[tuple[int, int]] = set()
        for i, own in enumerate(keys):
            for j in _nearest(own, postings, self.vectors[i]):
                seen.add((j, i))
            for key in own:
                postings[key].append(i)
        yield from sorted(seen)


def _nearest(
    keys: Sequence[str | int], postings: Mapping[str | int, list[int]], weights: Mapping[str, float]
) -> list[int]:
    met: dict[int, float] = defaultdict(float)
    for key in keys:
        found = postings.get(key, ())
        if len(found) <= MOST_POSTINGS:
            weight = weights[key] ** 2 if isinstance(key, str) else 0.05
            for i in found:
                met[i] += weight
    return [i for i, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:NEIGHBOURS]]


def vector(sketch: Sketch, spread: Spread) -> dict[str, float]:
    """Give an article's words as a vector of length 1: sublinear counts times rarity, names weighed up."""
    names = set(sketch.names)
    raw = {
        word: (1 + math.log(count)) * spread.rarity(word) * (NAME_WEIGHT if word in names else 1.0)
        for word, count in sketch.words
    }
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items()}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Give the cosine of two vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def weightiest(weights: Mapping[str, float]) -> list[str]:
    """Give the `KEYS` words that say most of what an article is about."""
    return list(islice(sorted(weights, key=lambda word: (-weights[word], word)), KEYS))


class _Stories:
    """Groups that grow by pairs, best first, where all of one fits all of the other."""

    def __init__(self, size: int, scores: _Scores) -> None:
        self._of = list(range(size))
        self._members = {i: [i] for i in range(size)}
        self._scores = scores
        self._refused: dict[tuple[int, int], tuple[int, int]] = {}

    def join(self, one: int, other: int) -> None:
        """Join the groups of two articles if they fit; a refusal is remembered until one of them grows."""
        a, b = sorted((self._of[one], self._of[other]))
        if a == b:
            return
        sizes = (len(self._members[a]), len(self._members[b]))
        if self._refused.get((a, b)) == sizes or not self._fit(a, b):
            self._refused[a, b] = sizes
            return
        moved = self._members.pop(b)
        self._members[a] = sorted(self._members[a] + moved)
        for i in moved:
            self._of[i] = a

    def _fit(self, a: int, b: int) -> bool:
        left, right = self._members[a][:JUDGED], self._members[b][:JUDGED]
        found = [self._scores.of(i, j) for i in left for j in right]
        return min(found) >= FLOOR and sum(found) / len(found) >= THRESHOLD

    def all(self) -> Iterator[list[int]]:
        """Give the groups."""
        yield from self._members.values()
