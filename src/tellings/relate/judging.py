"""Which articles of a story are compared, and what is made of each pair: linear in the articles of a large story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tellings.model.reading import Reading
from tellings.relate.compare import Comparison, compare, text_of
from tellings.relate.direction import Ancestry
from tellings.relate.families import ONE_REPORT, Pair
from tellings.relate.relations import Verdict, decide
from tellings.text.encoder import Vectors

#: In a larger story each article is compared with this many of the longest, so that time stays linear; those that
#: are related to none of them are told among themselves in the same way, so many times.
COMPARED, ROUNDS = 30, 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A compared pair, what is made of it, and which of the two came first where that is known."""

    pair: Comparison
    verdict: Verdict
    first: Ancestry | None = None

    @property
    def one_first(self) -> bool:
        """Whether the first of the two came first."""
        return self.first is not None and self.first.article_id == self.pair.one.article.article_id


def judge(readings: Sequence[Reading]) -> tuple[list[int], dict[Pair, Judged]]:
    """Compare the articles of a story; give its core, all of which are compared, and each compared pair by numbers."""
    judged: dict[Pair, Judged] = {}
    core: list[int] = []
    left = list(range(len(readings)))
    meant: dict[str, Vectors] = {}
    texts = [text_of(reading, meant) for reading in readings] if len(readings) > 1 else []
    for _ in range(ROUNDS):
        longest = sorted(left, key=lambda i: (-len(readings[i].article.text), i))[:COMPARED]
        core += longest
        for pair in _pairs(longest, left):
            compared = compare(texts[pair[0]], texts[pair[1]])
            judged[pair] = Judged(compared, decide(compared))
        left = _without_kin(longest, left, judged)
        if not left:
            break
    return sorted(core), dict(sorted(judged.items()))


def chances(judged: Mapping[Pair, Judged]) -> dict[Pair, float]:
    """Give each pair's chance that both go back to one report."""
    return {pair: found.verdict.kinship for pair, found in judged.items()}


def masses(size: int, judged: Mapping[Pair, Judged]) -> list[float]:
    """Give how much each of `size` articles tells, as far as it was compared; 1 at least."""
    found = [1.0] * size
    for pair, of in judged.items():
        for i, text in zip(pair, (of.pair.one, of.pair.other), strict=True):
            found[i] = max(1.0, float(text.weights.sum()))
    return found


def _pairs(longest: Sequence[int], left: Sequence[int]) -> set[Pair]:
    return {(min(i, j), max(i, j)) for i in longest for j in left if i != j}


def _without_kin(longest: Sequence[int], left: Sequence[int], judged: Mapping[Pair, Judged]) -> list[int]:
    """Those that are related to none of the longest, these left out."""
    pairs = _pairs(longest, left)
    kin = {i for pair in pairs if judged[pair].verdict.kinship >= ONE_REPORT for i in pair}
    return [i for i in left if i not in kin and i not in longest]
