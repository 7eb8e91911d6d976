"""The elements of a page as arrays: what stands above each block, and sums over all that an element holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tellings.clean.html.tree import Blocks

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: Levels up the tree beyond which an element counts as none.
FAR = 12


@dataclass(frozen=True)
class Frame:
    """A page's blocks and elements as arrays. One element more than the page has stands above all and holds all."""

    page: Blocks

    @cached_property
    def sizes(self) -> Floats:
        """Characters of each block."""
        return np.array([len(block.text) for block in self.page.blocks], dtype=np.float32)

    @cached_property
    def above(self) -> Ints:
        """(FAR, blocks): each block's innermost element and those above it."""
        outermost = len(self.page.elements)
        parent = np.array([e.parent for e in self.page.elements] + [outermost], dtype=np.int64)
        parent[parent < 0] = outermost
        element = np.array([block.element for block in self.page.blocks], dtype=np.int64)
        levels = [np.where(element < 0, outermost, element)]
        for _ in range(FAR - 1):
            levels.append(parent[levels[-1]])
        return np.stack(levels)

    @cached_property
    def spans(self) -> tuple[Ints, Ints]:
        """For each element the first of its blocks and the block after its last."""
        whole = (0, len(self.page.blocks))
        ends = np.array([*((e.first, e.last + 1) for e in self.page.elements), whole], dtype=np.int64)
        return ends[:, 0], ends[:, 1]

    @cached_property
    def kinds(self) -> Ints:
        """For each block the kind of its element: one number for the same tag, depth, names and kind of parent."""
        elements, kinds = self.page.elements, dict[object, int]()
        found = []
        for element in elements:
            outer = elements[element.parent] if element.parent >= 0 else None
            kind = (element.tag, element.depth, element.parts, outer and outer.tag, outer and outer.parts)
            found.append(kinds.setdefault(kind, len(kinds)))
        numbers: Ints = np.array([*found, len(kinds)], dtype=np.int64)
        return np.asarray(numbers[self.above[0]])

    def summed(self, each: Floats) -> Floats:
        """Sums of the blocks' figures over all that each element holds."""
        sums = np.zeros((len(each) + 1, each.shape[1]))
        np.cumsum(each, axis=0, out=sums[1:])
        first, after = self.spans
        return (sums[after] - sums[first]).astype(np.float32)

    def levels_to(self, wanted: Bools) -> Floats:
        """For each block the levels up to the nearest element of which each column is true; FAR where there is none."""
        found = np.full((self.above.shape[1], wanted.shape[1]), FAR, dtype=np.float32)
        for level in range(FAR - 1, -1, -1):
            found[wanted[self.above[level]]] = level
        return found

    def marked(self, marks: Iterable[tuple[int, int]], columns: int) -> Bools:
        """(elements, columns): true at each pair of an element and a column."""
        found = np.zeros((len(self.page.elements) + 1, columns), dtype=bool)
        pairs = np.array(list(marks), dtype=np.int64).reshape(-1, 2)
        found[pairs[:, 0], pairs[:, 1]] = True
        return found
