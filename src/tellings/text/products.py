"""Products of rows and weights in which a row's product is the same whatever rows stand beside it.

BLAS adds a row's terms up in an order that hangs on how many rows there are and on where among them the row stands,
and each processor has a BLAS of its own. What a sentence's words are must not hang on the pages that were read with
it. So rows are multiplied in parts of few lengths, and whether this BLAS then gives a row the same product at each
place of a part of each length is tried once for each size of weights: as they are; with columns of nothing around
them, since some kernels of OpenBLAS (Haswell's) add up the outermost columns in a way of their own; and where that
does not help either, the product is left to BLIS, which spaCy brings, at a third of the speed.

Measured for 1,920 rows of 288 and weights of 288 x 288: 3.8 ms in parts of at most `MOST_ROWS`, 4.6 in parts of `STEP`.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
#: Rows of a part are a multiple of `STEP`, rows of nothing added to the last, and at most `MOST_ROWS`.
STEP, MOST_ROWS = 48, 480
#: Weights are cut into parts of at most so many columns: what OpenBLAS's kernels take at once with their margins.
MOST_COLUMNS = 288
#: Columns of nothing that are tried at either side of the weights, and what the columns are then filled up to.
MARGINS, FULL = (0, 8), 16


class Product:
    """Multiplies rows with the same weights: `product(rows)`, of which a row is the same in any company."""

    def __init__(self, weights: Floats) -> None:
        """Take weights, inputs x outputs."""
        parts = -(-weights.shape[1] // MOST_COLUMNS)
        self._parts = [_Part(part) for part in np.array_split(weights, parts, axis=1)]

    def __call__(self, rows: Floats) -> Floats:
        """Rows to rows."""
        if len(self._parts) == 1:
            return self._parts[0](rows)
        return np.concatenate([part(rows) for part in self._parts], axis=1)


class _Part:
    """Multiplies rows with some columns of the weights."""

    def __init__(self, weights: Floats) -> None:
        inputs, outputs = weights.shape
        margin = steady_margin(inputs, outputs)
        self._by_blas = margin is not None
        self._weights = _within(weights, margin or 0)
        self._own = slice(margin or 0, (margin or 0) + outputs)

    def __call__(self, rows: Floats) -> Floats:
        if not self._by_blas:
            return _by_blis(rows, self._weights)
        made = np.empty((-(-len(rows) // STEP) * STEP, self._weights.shape[1]), np.float32)
        for start in range(0, len(rows), MOST_ROWS):
            part, out = rows[start : start + MOST_ROWS], made[start : start + MOST_ROWS]
            np.matmul(part if len(part) == len(out) else _filled(part, len(out)), self._weights, out=out)
        return made[: len(rows), self._own]


@cache
def steady_margin(inputs: int, outputs: int) -> int | None:
    """The columns of nothing with which BLAS gives a row the same product at any place, None where it never does."""
    dice = np.random.default_rng(inputs)
    row, weights = dice.normal(size=(1, inputs)).astype("f"), dice.normal(size=(inputs, outputs)).astype("f")
    return next((margin for margin in MARGINS if _is_steady(row, weights, margin)), None)


def _is_steady(row: Floats, weights: Floats, margin: int) -> bool:
    rows, within = np.repeat(row, MOST_ROWS, axis=0), _within(weights, margin)
    own = slice(margin, margin + weights.shape[1])
    first = (rows[:STEP] @ within)[0, own]
    sizes = range(STEP, MOST_ROWS + 1, STEP)
    return all(bool(((rows[:size] @ within)[:, own] == first).all()) for size in sizes)


def _filled(rows: Floats, size: int) -> Floats:
    """Rows with rows of nothing after them."""
    filled = np.zeros((size, rows.shape[1]), np.float32)
    filled[: len(rows)] = rows
    return filled


def _within(weights: Floats, margin: int) -> Floats:
    """Weights with columns of nothing on both sides."""
    after = margin and margin + -(weights.shape[1] + 2 * margin) % FULL
    return np.ascontiguousarray(np.pad(weights, ((0, 0), (margin, after))))


def _by_blis(rows: Floats, weights: Floats) -> Floats:
    from blis.py import gemm

    made: Floats = gemm(np.ascontiguousarray(rows), weights)
    return made
