"""Clusters that grow pair by pair, best pairs first, where all of one fits all of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Clusters:
    """Parts `size` things, numbered from 0, into clusters. `fits` says whether two clusters may join."""

    def __init__(self, size: int, fits: Callable[[Sequence[int], Sequence[int]], bool]) -> None:
        """Start with each thing by itself."""
        self._of = list(range(size))
        self._members = {i: [i] for i in range(size)}
        self._fits = fits
        self._refused: dict[tuple[int, int], tuple[int, int]] = {}

    def join(self, one: int, other: int) -> None:
        """Join the clusters of two things if they fit; a refusal stands until one of them grows."""
        a, b = sorted((self._of[one], self._of[other]))
        if a == b:
            return
        sizes = (len(self._members[a]), len(self._members[b]))
        if self._refused.get((a, b)) == sizes:
            return
        if not self._fits(self._members[a], self._members[b]):
            self._refused[a, b] = sizes
            return
        moved = self._members.pop(b)
        self._members[a] = sorted(self._members[a] + moved)
        for i in moved:
            self._of[i] = a

    def groups(self) -> list[list[int]]:
        """Give the clusters, each sorted, in the order of their least members."""
        return sorted(self._members.values())
