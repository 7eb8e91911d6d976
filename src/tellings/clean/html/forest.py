"""Sums of decision trees that ask the same question of all blocks at each level, read from a file of arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from tellings.clean.html.frame import Floats, Ints


@dataclass(frozen=True, slots=True)
class Forest:
    """`columns` and `borders` are levels by trees; `leaves` trees by 2 ** levels, the first level the lowest bit."""

    columns: Ints
    borders: Floats
    leaves: Floats
    bias: float

    def probabilities(self, rows: Floats) -> Floats:
        """The answer for each row, 0 to 1."""
        levels, trees = self.columns.shape
        values = np.ascontiguousarray(rows.T)
        leaf = np.repeat(np.arange(trees, dtype=np.int32)[:, None] << levels, len(rows), axis=1)
        for level, (columns, borders) in enumerate(zip(self.columns, self.borders, strict=True)):
            leaf += (values[columns] > borders[:, None]).view(np.uint8) << np.uint8(level)
        total = self.leaves.ravel()[leaf].sum(axis=0) + self.bias
        return np.asarray(1 / (1 + np.exp(-total)), dtype=np.float32)


@cache
def forest(name: str) -> Forest:
    """The forest that ships as `weights/blocks.npz`: `first` or `second` look."""
    with as_file(files(__package__).joinpath("weights", "blocks.npz")) as path, np.load(path) as arrays:
        columns, borders = arrays[f"{name}_columns"].T.astype(np.int64), arrays[f"{name}_borders"].T
        return Forest(columns, borders, arrays[f"{name}_leaves"], float(arrays[f"{name}_bias"]))
