"""Stories: articles that report one occurrence, found without comparing all with all."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from operator import itemgetter

import msgspec

from tellings.model.times import Interval
from tellings.relate.candidates import Pair, Postings, keys_of
from tellings.relate.clusters import Clusters
from tellings.relate.linkage import linked
from tellings.relate.rules import SAME_NEWS, apart, one_text, pair_of, score
from tellings.relate.sketch import Sketch

#: From this likeness on articles tell one story. Chosen on ECB+ dev, whole and thinned to 1 to 6 texts a story;
#: on the whole set B-cubed F1 moves by .006 between .26 and .38.
THRESHOLD = 0.33
#: Half of a pair's likeness is what it shares, half what it shares with third articles: of two meetings of the same
#: people each is nearest to its own reports (ECB+ dev: .910 without, .931 with).
OWN_SHARE = 0.5
NEAREST = 12
NEAR = 0.16
#: Pairs of a lower score say nothing.
FAINT = 0.05
#: An article without near others is as near to itself as a fair match would be.
SELF = 0.5
#: A family is judged on so many of its members.
JUDGED = 24
#: Sketches held open at once, about 30 kB each.
OPENED = 8_000


def group(sketches: Iterable[Sketch]) -> tuple[tuple[str, ...], ...]:
    """Group articles into stories: sorted tuples of article ids, each id in exactly one.

    Articles made from one text come together first, whatever their dates; these families then meet by what they
    share, and by what both share with others. The result does not depend on the order of the sketches, and what
    far articles are added changes nothing. Time grows with the articles, not with their pairs.
    """
    pairs = _Pairs(sketches)
    families = _families(pairs)
    likeness = seen_together(_between(families, pairs), len(families))
    stories = linked(len(families), likeness, THRESHOLD)
    members = (sorted(i for family in story for i in families[family]) for story in stories)
    return tuple(sorted(tuple(pairs.ids[i] for i in story) for story in members))


def seen_together(scores: Mapping[Pair, float], size: int) -> dict[Pair, float]:
    """Give each pair the mean of its own score and of how alike the two are in their nearest others.

    The second is the cosine of their rows of squared scores, each cut to its `NEAREST`, itself among them
    (shared nearest neighbours; Jarvis and Patrick 1973, weighted).
    """
    rows = _nearest(scores, size)
    norms = [math.sqrt(sum(value * value for value in row.values())) for row in rows]
    return {
        (a, b): OWN_SHARE * value + (1 - OWN_SHARE) * _dot(rows[a], rows[b]) / (norms[a] * norms[b])
        for (a, b), value in scores.items()
    }


def _nearest(scores: Mapping[Pair, float], size: int) -> list[dict[int, float]]:
    others: list[list[tuple[float, int]]] = [[] for _ in range(size)]
    for (a, b), value in scores.items():
        if value >= NEAR:
            others[a].append((-value, b))
            others[b].append((-value, a))
    return [_row(i, sorted(found)[: NEAREST - 1]) for i, found in enumerate(others)]


def _row(i: int, nearest: Sequence[tuple[float, int]]) -> dict[int, float]:
    own = max([SELF, *(-value for value, _ in nearest)])
    return {i: own**2} | {j: value**2 for value, j in nearest}


def _dot(one: Mapping[int, float], other: Mapping[int, float]) -> float:
    return math.fsum(value * other[i] for i, value in one.items() if i in other)


def _families(pairs: _Pairs) -> list[list[int]]:
    """Articles made from one text."""
    families = Clusters(len(pairs.ids), pairs.one_family)
    for pair in sorted(pairs.scores, key=lambda pair: (-pairs.scores[pair], pair)):
        if pairs.one_text(*pair):
            families.join(*pair)
    return families.groups()


def _between(families: Sequence[Sequence[int]], pairs: _Pairs) -> dict[Pair, float]:
    """The score of two families: that of their best pair; of two whose days lie apart, that of their best dated pair.

    An undated copy would else join two meetings of the same people, since no rule on days speaks of it (lineage set,
    open half: relations .885 without, .923 with).
    """
    family = {i: index for index, members in enumerate(families) for i in members}
    days = [_span([pairs.days[i] for i in members]) for members in families]
    best: dict[Pair, float] = defaultdict(float)
    for (i, j), value in pairs.scores.items():
        pair = (min(family[i], family[j]), max(family[i], family[j]))
        dated = pairs.days[i] and pairs.days[j]
        if pair[0] != pair[1] and (dated or apart(days[pair[0]], days[pair[1]]) <= SAME_NEWS):
            best[pair] = max(best[pair], value)
    return best


def _span(days: Iterable[Interval | None]) -> Interval:
    """From the first day to the last, open where none is known."""
    known = [day for day in days if day]
    firsts, lasts = [d.first for d in known if d.first], [d.last for d in known if d.last]
    return Interval(min(firsts, default=None), max(lasts, default=None))


class _Pairs:
    """The pairs worth a look with their scores; whether two articles are one text is asked of others too.

    Sketches are kept packed, a tenth of their size, and opened when they are compared.
    """

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        packed = sorted(
            ((s.article_id, s.day, msgspec.msgpack.encode(s), keys_of(s)) for s in sketches), key=itemgetter(0)
        )
        self.ids = [article_id for article_id, _, _, _ in packed]
        self.days = [day for _, day, _, _ in packed]
        self._packed = [data for _, _, data, _ in packed]
        self._opened = lru_cache(maxsize=OPENED)(self._open)
        self.scores: dict[Pair, float] = {}
        self._one_text: dict[Pair, bool] = {}
        postings = Postings([keys for _, _, _, keys in packed])
        for i in range(len(packed)):
            for j in postings.met(i):
                self._judge(j, i)

    def _open(self, i: int) -> Sketch:
        return msgspec.msgpack.decode(self._packed[i], type=Sketch)

    def _judge(self, i: int, j: int) -> None:
        pair = pair_of(self._opened(i), self._opened(j))
        found = score(pair)
        if found >= FAINT:
            self.scores[i, j], self._one_text[i, j] = found, one_text(pair)

    def one_text(self, one: int, other: int) -> bool:
        """Whether one article was made from the other."""
        key = (min(one, other), max(one, other))
        if key not in self._one_text:
            self._one_text[key] = one_text(pair_of(self._opened(key[0]), self._opened(key[1])))
        return self._one_text[key]

    def one_family(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether most of one family are one text with the other's."""
        alike = [self.one_text(one, other) for one, other in product(left[:JUDGED], right[:JUDGED])]
        return 2 * sum(alike) >= len(alike)
