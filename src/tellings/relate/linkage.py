"""Average linkage over the pairs that were looked at; every other pair counts as not alike at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush


def linked(
    size: int, likeness: Mapping[tuple[int, int], float], threshold: float, masses: Sequence[float] = ()
) -> list[list[int]]:
    """Part `size` things, numbered from 0, into clusters, sorted, in the order of their least members.

    The two clusters whose members are most alike on average are joined first, until none are alike to
    `threshold`. A thing counts as many times as its mass says (all once where none are given; above 0). Time grows
    with the pairs given, times their logarithm.
    """
    links = _Links(masses or [1.0] * size, likeness)
    heap = [(-found, a, b) for a, b in likeness if (found := links.alike(a, b)) >= threshold]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if links.alike(a, b) != -negative:
            continue
        for c in links.join(a, b):
            if (found := links.alike(a, c)) >= threshold:
                heappush(heap, (-found, min(a, c), max(a, c)))
    return sorted(sorted(members) for members in links.members.values())


class _Links:
    """Clusters by their least member, with their masses and the sums of likeness between them."""

    def __init__(self, masses: Sequence[float], likeness: Mapping[tuple[int, int], float]) -> None:
        self.members = {i: [i] for i in range(len(masses))}
        self._masses = list(masses)
        self._sums: dict[int, dict[int, float]] = {i: {} for i in self.members}
        for (a, b), value in likeness.items():
            self._sums[a][b] = self._sums[b][a] = value * masses[a] * masses[b]

    def alike(self, a: int, b: int) -> float:
        """How alike two clusters are on average; nothing where one of them was joined to another."""
        if a not in self.members or b not in self.members:
            return 0.0
        return self._sums[a].get(b, 0.0) / (self._masses[a] * self._masses[b])

    def join(self, a: int, b: int) -> list[int]:
        """Join `b` to `a`; give the clusters that the two had links with."""
        self.members[a] += self.members.pop(b)
        self._masses[a] += self._masses[b]
        for c, value in self._sums.pop(b).items():
            del self._sums[c][b]
            if c != a:
                self._sums[a][c] = self._sums[c][a] = self._sums[a].get(c, 0.0) + value
        return list(self._sums[a])
