"""Average linkage over the pairs that were looked at; every other pair counts as not alike at all."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def linked(size: int, likeness: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """Part `size` things, numbered from 0, into clusters, sorted, in the order of their least members.

    The two clusters whose members are most alike on average are joined first, until none are alike to
    `threshold`. Time grows with the pairs given, times their logarithm.
    """
    links = _Links(size, likeness)
    heap = [(-likeness, a, b) for (a, b), likeness in likeness.items() if likeness >= threshold]
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
    """Clusters by their least member, with the sums of likeness between them."""

    def __init__(self, size: int, likeness: Mapping[tuple[int, int], float]) -> None:
        self.members = {i: [i] for i in range(size)}
        self._sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
        for (a, b), value in likeness.items():
            self._sums[a][b] = self._sums[b][a] = value

    def alike(self, a: int, b: int) -> float:
        """How alike two clusters are on average; nothing where one of them was joined to another."""
        if a not in self.members or b not in self.members:
            return 0.0
        return self._sums[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))

    def join(self, a: int, b: int) -> list[int]:
        """Join `b` to `a`; give the clusters that the two had links with."""
        self.members[a] += self.members.pop(b)
        for c, value in self._sums.pop(b).items():
            del self._sums[c][b]
            if c != a:
                self._sums[a][c] = self._sums[c][a] = self._sums[a].get(c, 0.0) + value
        return list(self._sums[a])
