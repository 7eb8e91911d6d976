"""Stories: articles that report one occurrence, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

import msgspec

from tellings.model.times import Interval
from tellings.relate.candidates import Postings, keys_of
from tellings.relate.pairing import Matched, Matcher, batches
from tellings.relate.regions import Graph, Group, Match, Regions
from tellings.relate.sketch import Sketch


def group(sketches: Iterable[Sketch], matched: Matched | None = None) -> tuple[Group, ...]:
    """Group articles into stories: sorted tuples of article ids, each id in exactly one.

    `matched` sets articles side by side, batch by batch in their order; where it is not given, that is done here.

    Articles made from one text come together first, whatever their dates; these families then meet by what they
    share, and by what both share with others. The result does not depend on the order of the sketches, and what
    far articles are added changes nothing. Time grows with the articles, not with their pairs.
    """
    pairs = _Pairs(sketches, matched)
    return grouped(pairs, pairs.ids)


def grouped(graph: Graph, ids: Sequence[str]) -> tuple[Group, ...]:
    """Group the articles of these sorted ids, given the pairs that say something."""
    regions, left, stories = Regions(graph), dict.fromkeys(ids), list[Group]()
    for article_id in ids:
        if article_id in left:
            together = regions.together(article_id)
            stories += regions.stories(together)
            for member in together:
                del left[member]
    return tuple(sorted(stories))


class _Pairs:
    """The pairs that say something. Sketches are kept packed, a tenth of their size, and opened when compared."""

    def __init__(self, sketches: Iterable[Sketch], matched: Matched | None) -> None:
        packed = sorted(
            ((s.article_id, s.day, msgspec.msgpack.encode(s), s.since, keys_of(s)) for s in sketches), key=itemgetter(0)
        )
        self.ids = [row[0] for row in packed]
        self._days = {article_id: day for article_id, day, *_ in packed}
        self._packed = {article_id: data for article_id, _, data, *_ in packed}
        self._matcher = Matcher()
        self._partners: dict[str, dict[str, Match]] = {article_id: {} for article_id in self.ids}
        by_day = sorted(range(len(packed)), key=[since for *_, since, _ in packed].__getitem__)
        postings = Postings([keys for *_, keys in packed])
        del packed
        # what is paired is mostly news of near days, whose sketches are still open: in the order of the ids, which is
        # that of no day, each pair of a long archive opened one
        met = ((self.ids[i], {self.ids[j]: 0 for j in postings.met(i)}) for i in by_day)
        given = batches(met, self._packed.__getitem__)
        for found in matched(given) if matched else map(self._matcher.matched, given):
            for one, other, value, same, _ in found:
                self._partners[one][other] = self._partners[other][one] = value, same

    def partners(self, article_id: str) -> Mapping[str, Match]:
        """The articles that this one is paired with."""
        return self._partners[article_id]

    def sketch(self, article_id: str) -> Sketch:
        """An article's sketch."""
        return self._matcher.opened(self._packed[article_id])

    def day(self, article_id: str) -> Interval | None:
        """When an article's news happened."""
        return self._days[article_id]
