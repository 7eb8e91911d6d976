"""Stories: articles that report one occurrence, found without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import product

from tellings.relate.clusters import Clusters
from tellings.relate.rules import THRESHOLD, one_text, pair_of, score
from tellings.relate.sketch import Sketch
from tellings.relate.spread import spread_of
from tellings.relate.vectors import cosine, vector, weightiest

#: An article is compared with so many of those that share its weightiest words or its runs of words.
NEIGHBOURS = 40
#: A word of more articles than this leads to none of them.
MOST_POSTINGS = 400
#: A run of words leads to so many of its first articles: the thousandth copy still finds its family.
FIRST_COPIES = 30
#: How much a shared run of words counts for a look, where a word counts its weight squared.
RUN_WEIGHT = 0.05
#: No two families of a story may be less alike than this, or chains would join what their ends deny.
FLOOR = 0.14
#: A family or story is judged on so many of its members.
JUDGED = 24


def group(sketches: Iterable[Sketch]) -> tuple[tuple[str, ...], ...]:
    """Group articles into stories: sorted tuples of article ids, each id in exactly one.

    Articles made from one text come together first, whatever their dates; these families then meet
    by their best pairs. The result does not depend on the order of the sketches. Time grows with
    the articles, not with their pairs: each is compared with at most `NEIGHBOURS` others before it.
    """
    pairs = _Pairs(sorted(sketches, key=lambda sketch: sketch.article_id))
    looked_at = sorted(pairs.candidates(), key=lambda pair: (-pairs.score(*pair), pair))
    families = Clusters(len(pairs.sketches), pairs.one_family)
    for one, other in looked_at:
        if pairs.one_text(one, other):
            families.join(one, other)
    stories = _stories(families.groups(), pairs, looked_at)
    return tuple(sorted(tuple(pairs.sketches[i].article_id for i in story) for story in stories))


def _stories(families: list[list[int]], pairs: _Pairs, looked_at: Iterable[tuple[int, int]]) -> Iterable[list[int]]:
    family = {i: index for index, members in enumerate(families) for i in members}
    stories = Clusters(len(families), _Families(families, pairs).one_story)
    for one, other in looked_at:
        if pairs.score(one, other) >= THRESHOLD:
            stories.join(family[one], family[other])
    return (sorted(i for index in story for i in families[index]) for story in stories.groups())


class _Pairs:
    """Pairs of articles, judged when asked for; what was found is kept."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self.sketches = sketches
        spread = spread_of([word for word, _ in sketch.words] for sketch in sketches)
        self.vectors = [vector(sketch, spread) for sketch in sketches]
        self._found: dict[tuple[int, int], tuple[float, bool]] = {}

    def score(self, one: int, other: int) -> float:
        return self._judged(one, other)[0]

    def one_text(self, one: int, other: int) -> bool:
        return self._judged(one, other)[1]

    def one_family(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether most of one family are one text with the other's."""
        alike = [self.one_text(one, other) for one, other in product(left[:JUDGED], right[:JUDGED])]
        return 2 * sum(alike) >= len(alike)

    def candidates(self) -> set[tuple[int, int]]:
        """Give the pairs worth a look: those that share their weightiest words or runs of words."""
        words: dict[str, list[int]] = defaultdict(list)
        runs: dict[int, list[int]] = defaultdict(list)
        found: set[tuple[int, int]] = set()
        for i, (weights, sketch) in enumerate(zip(self.vectors, self.sketches, strict=True)):
            met: dict[int, float] = defaultdict(float)
            for word in weightiest(weights):
                _meet(met, words[word] if len(words[word]) <= MOST_POSTINGS else (), weights[word] ** 2)
                words[word].append(i)
            for run in sketch.told:
                _meet(met, runs[run], RUN_WEIGHT)
                if len(runs[run]) < FIRST_COPIES:
                    runs[run].append(i)
            found.update((j, i) for j in nsmallest(NEIGHBOURS, met, key=lambda j: (-met[j], j)))
        return found

    def _judged(self, one: int, other: int) -> tuple[float, bool]:
        key = (min(one, other), max(one, other))
        if key not in self._found:
            i, j = key
            pair = pair_of(self.sketches[i], self.sketches[j], cosine(self.vectors[i], self.vectors[j]))
            self._found[key] = (score(pair), one_text(pair))
        return self._found[key]


def _meet(met: dict[int, float], others: Iterable[int], weight: float) -> None:
    for other in others:
        met[other] += weight


class _Families:
    """Families of one text as the parts that stories are made of."""

    def __init__(self, families: Sequence[Sequence[int]], pairs: _Pairs) -> None:
        self._families = families
        self._pairs = pairs

    def one_story(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether all families of one story are like those of the other, on the whole and at the least."""
        total = 0.0
        for one, other in product(left[:JUDGED], right[:JUDGED]):
            found = self._score(one, other)
            if found < FLOOR:
                return False
            total += found
        return total >= THRESHOLD * min(len(left), JUDGED) * min(len(right), JUDGED)

    def _score(self, one: int, other: int) -> float:
        members = product(self._families[one][:JUDGED], self._families[other][:JUDGED])
        return max(self._pairs.score(i, j) for i, j in members)
