"""Articles set side by side with those that they meet, many at a time: where the record is, or in a process beside it.

What travels is plain: sketches as they are kept, packed, and the pairs that say something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from tellings.relate import rules
from tellings.relate.regions import FAINT, judged
from tellings.relate.rules import Pair, pair_of
from tellings.relate.sketch import Sketch
from tellings.relate.vectors import Hashed, at_most, hashed

#: Sketches held open at once, about 30 kB each.
OPENED = 8_000
#: Articles of a batch, a tenth of a CPU second's work, and sketches after which it is full: some 4 MB.
ARTICLES, SKETCHES = 50, 1000

#: An article, and those that it meets with how much they meet.
Met = tuple[str, Mapping[str, int]]
#: A pair that says something: an article, one that it meets, the score, whether they are one text, how much they meet.
Paired = tuple[str, str, float, bool, int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles with those that each is set side by side with, and the packed sketches of all."""

    met: Sequence[Met]
    sketches: Mapping[str, bytes]


#: What sets articles side by side, batch by batch in their order.
Matched = Callable[[Iterable[Batch]], Iterable[Sequence[Paired]]]


def batches(met: Iterable[Met], packed: Callable[[str], bytes]) -> Iterator[Batch]:
    """Put articles into batches, in their order; `packed` gives a sketch as it is kept."""
    some, sketches = list[Met](), dict[str, bytes]()
    for article_id, others in met:
        some.append((article_id, others))
        sketches |= {one: packed(one) for one in (article_id, *others) if one not in sketches}
        if len(some) == ARTICLES or len(sketches) >= SKETCHES:
            yield Batch(some, sketches)
            some, sketches = [], {}
    if some:
        yield Batch(some, sketches)


class Matcher:
    """Sets articles side by side; sketches that were opened last stay open."""

    def __init__(self) -> None:
        """Begin with none open."""
        self.opened = lru_cache(maxsize=OPENED)(_opened)
        self._hashed = lru_cache(maxsize=OPENED)(self._hash)

    def matched(self, batch: Batch) -> list[Paired]:
        """Give the pairs of a batch that say something."""
        return [pair for article_id, met in batch.met for pair in self._of(article_id, met, batch.sketches)]

    def _of(self, article_id: str, met: Mapping[str, int], sketches: Mapping[str, bytes]) -> Iterator[Paired]:
        """Most are passed over by what is quickly found, many of the others by a bound on the cosine of their words."""
        pairs = ((other, self._pair(article_id, other, sketches)) for other in sorted(met))
        possible = [(other, pair, most) for other, pair in pairs if (most := rules.at_most(pair)) >= FAINT]
        alike = at_most(self._hashed(sketches[article_id]), [self._hashed(sketches[other]) for other, *_ in possible])
        for (other, pair, most), cosine in zip(possible, alike, strict=True):
            if most - pair.cosine + cosine >= FAINT and (found := judged(pair)):
                yield article_id, other, *found, met[other]

    def _pair(self, article_id: str, other: str, sketches: Mapping[str, bytes]) -> Pair:
        one, two = sorted((article_id, other))
        return pair_of(self.opened(sketches[one]), self.opened(sketches[two]), 1.0)

    def _hash(self, packed: bytes) -> Hashed:
        return hashed(self.opened(packed).vector)


def matched(matcher: Matcher, batch: Batch) -> list[Paired]:
    """The same as a function."""
    return matcher.matched(batch)


def _opened(packed: bytes) -> Sketch:
    return msgspec.msgpack.decode(packed, type=Sketch)
