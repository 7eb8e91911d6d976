"""Stories region by region: what is asked about an article follows from the pairs around it, and from no others.

Articles made from one text come together first (families); families then meet by what they share and by what both
share with others (likeness); stories part what hangs together by likeness.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Protocol

from tellings.model.times import Interval
from tellings.relate.clusters import Clusters
from tellings.relate.linkage import linked
from tellings.relate.rules import SAME_NEWS, Pair, apart, at_most, one_text, pair_of, score
from tellings.relate.sketch import Sketch
from tellings.relate.vectors import cosine

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

Group = tuple[str, ...]
#: A pair's score, and whether one article was made from the other.
Match = tuple[float, bool]


class Graph(Protocol):
    """The pairs that say something."""

    def partners(self, article_id: str) -> Mapping[str, Match]:
        """The articles that this one is paired with."""

    def sketch(self, article_id: str) -> Sketch:
        """An article's sketch."""

    def day(self, article_id: str) -> Interval | None:
        """When an article's news happened."""


def match(one: Sketch, other: Sketch) -> Match | None:
    """Set two articles side by side, the one of the lesser id first; nothing where they say too little."""
    pair = pair_of(one, other, 1.0)
    return judged(pair) if at_most(pair) >= FAINT else None


def judged(pair: Pair) -> Match | None:
    """Judge a pair of which the cosine is not known yet; nothing where it says too little."""
    exact = replace(pair, cosine=cosine(pair.one.vector, pair.other.vector))
    found = score(exact)
    return (found, one_text(exact)) if found >= FAINT else None


def reached(start: Iterable[str], beside: Callable[[str], Iterable[str]]) -> set[str]:
    """Give all that is reached from `start` by steps to what is beside."""
    found, waiting = set(start), list(start)
    while waiting:
        new = set(beside(waiting.pop())) - found
        found |= new
        waiting += new
    return found


class Regions:
    """Families, rows and stories around the articles that are asked for; each is found once and kept.

    A family is called by its least member.
    """

    def __init__(self, graph: Graph) -> None:
        """Look at the pairs of `graph`, which must not change meanwhile."""
        self._graph = graph
        self._families: dict[str, Group] = {}
        self._between: dict[str, Mapping[str, float]] = {}
        self._rows: dict[str, tuple[Mapping[str, float], float]] = {}
        self._spans: dict[str, Interval] = {}

    def made_from(self, article_id: str) -> Iterator[str]:
        """Give the articles that are one text with this one."""
        return (other for other, (_, same) in self._graph.partners(article_id).items() if same)

    def near(self, article_id: str) -> Iterator[str]:
        """Give the articles whose nearest this one may be."""
        return (other for other, (value, _) in self._graph.partners(article_id).items() if value >= NEAR)

    def together(self, article_id: str) -> Group:
        """Give all articles, sorted, that hang together with this one by likeness: its story and more."""
        found = reached([self._family(article_id)[0]], self._linked_to)
        return tuple(sorted(member for name in found for member in self._families[name]))

    def stories(self, together: Iterable[str]) -> Iterator[Group]:
        """Part articles that hang together into stories, each sorted."""
        families = sorted({self._family(article_id) for article_id in together})
        number = {family[0]: i for i, family in enumerate(families)}
        likeness = {
            (i, number[other]): self._likeness(name, other)
            for name, i in number.items()
            for other in self._scores(name)
            if name < other and other in number
        }
        for story in linked(len(families), likeness, THRESHOLD):
            yield tuple(sorted(member for i in story for member in families[i]))

    def _family(self, article_id: str) -> Group:
        if article_id not in self._families:
            for family in self._parted(sorted(reached([article_id], self.made_from))):
                self._families |= dict.fromkeys(family, family)
        return self._families[article_id]

    def _parted(self, ids: Sequence[str]) -> Iterator[Group]:
        """Families of articles that one-text pairs join: the best pairs first, where most of both are one text."""
        number = {article_id: i for i, article_id in enumerate(ids)}
        clusters = Clusters(len(ids), lambda left, right: self._fit([ids[i] for i in left], [ids[i] for i in right]))
        copied = [
            (-value, number[one], number[other])
            for one in ids
            for other, (value, same) in self._graph.partners(one).items()
            if same and one < other
        ]
        for _, i, j in sorted(copied):
            clusters.join(i, j)
        return (tuple(ids[i] for i in members) for members in clusters.groups())

    def _fit(self, left: Sequence[str], right: Sequence[str]) -> bool:
        alike = [self._one_text(*sorted(pair)) for pair in product(left[:JUDGED], right[:JUDGED])]
        return 2 * sum(alike) >= len(alike)

    def _one_text(self, one: str, other: str) -> bool:
        known = self._graph.partners(one).get(other)
        return known[1] if known else one_text(pair_of(self._graph.sketch(one), self._graph.sketch(other)))

    def _scores(self, name: str) -> Mapping[str, float]:
        """The scores of a family with others: of the best pair; where their days lie apart, of the best dated pair.

        An undated copy would else join two meetings of the same people, since no rule on days speaks of it (lineage
        set, open half: relations .885 without, .923 with).
        """
        if name not in self._between:
            best: dict[str, float] = defaultdict(float)
            for member in self._family(name):
                for other, (value, _) in self._graph.partners(member).items():
                    of = self._family(other)[0]
                    if of != name and self._speaks(member, other):
                        best[of] = max(best[of], value)
            self._between[name] = best
        return self._between[name]

    def _speaks(self, one: str, other: str) -> bool:
        if self._graph.day(one) and self._graph.day(other):
            return True
        return apart(self._days(self._family(one)), self._days(self._family(other))) <= SAME_NEWS

    def _days(self, family: Group) -> Interval:
        """From the first day to the last, open where none is known."""
        if family[0] not in self._spans:
            known = [day for member in family if (day := self._graph.day(member))]
            firsts, lasts = [d.first for d in known if d.first], [d.last for d in known if d.last]
            self._spans[family[0]] = Interval(min(firsts, default=None), max(lasts, default=None))
        return self._spans[family[0]]

    def _row(self, name: str) -> tuple[Mapping[str, float], float]:
        """A family's squared scores with its nearest, itself among them, and their length."""
        if name not in self._rows:
            near = sorted((-value, other) for other, value in self._scores(name).items() if value >= NEAR)
            nearest = near[: NEAREST - 1]
            own = max([SELF, *(-value for value, _ in nearest)])
            row = {name: own**2} | {other: value**2 for value, other in nearest}
            self._rows[name] = row, math.sqrt(sum(value * value for value in row.values()))
        return self._rows[name]

    def _likeness(self, one: str, other: str) -> float:
        """The mean of a pair's own score and of how alike the two are in their nearest others.

        The second is the cosine of their rows (shared nearest neighbours; Jarvis and Patrick 1973, weighted).
        """
        (row, length), (its, its_length) = self._row(one), self._row(other)
        shared = math.fsum(value * its[name] for name, value in row.items() if name in its)
        return OWN_SHARE * self._scores(one)[other] + (1 - OWN_SHARE) * shared / (length * its_length)

    def _linked_to(self, name: str) -> list[str]:
        return [other for other in self._scores(name) if self._likeness(*sorted((name, other))) >= THRESHOLD]


def touched(
    regions: Regions, articles: Iterable[str], changed: Iterable[tuple[str, str, Match]], gone: Collection[str]
) -> set[str]:
    """Give the articles whose family, row of nearest or likeness may be other than before.

    `articles` are new, `changed` pairs that came or went, `gone` articles that are no more; of a changed pair the
    first is given always. Whatever else becomes of stories happens where these hang together with others, or did.
    """
    pairs = list(changed)
    copies = {article for one, other, (_, same) in pairs if same for article in (one, other)}.difference(gone)
    families = reached(copies.union(articles), regions.made_from)
    near = {article for one, other, (value, _) in pairs if value >= NEAR for article in (one, other)}
    beside = {other for article in families for other in regions.near(article)}
    return (families | near | beside | {one for one, _, _ in pairs}).difference(gone)
