"""A second look at every block: what the first look said of those around it, beside it and under the same elements."""

from __future__ import annotations

import numpy as np

from tellings.clean.html.frame import Floats, Frame, Ints

#: Blocks on each side whose first answers are averaged.
WINDOWS = (1, 3, 8)
NEXT = (-3, -2, -1, 1, 2, 3)
#: A first answer above this is sure enough to measure the distance to it.
SURE = 0.6
MOST_STEPS = 40
#: Where nothing but the block itself tells.
ALONE = -1.0
_SHARES = np.array([0.5, 0.8], dtype=np.float32)
_TINY = 1e-6


def context(frame: Frame, first: Floats) -> Floats:
    """A row of figures a block, from the first answers (0 to 1) of all."""
    sizes = frame.sizes
    weights = np.sqrt(sizes)
    each = np.stack([sizes * first, sizes, weights * first, weights], axis=1)
    total = frame.summed(each)
    whole = float(total[-1, 0]) + _TINY
    columns = [
        first[:, None],
        np.log((first + 1e-3) / (1 - first + 1e-3))[:, None],
        *(_among(total[frame.above[level]], each, whole) for level in range(4)),
        _near(first, each),
        _place(each, whole),
        frame.levels_to((total[:, 0] / whole)[:, None] >= _SHARES),
        _alike(frame.kinds, first, weights),
        _from_sure(first),
    ]
    return np.concatenate(columns, axis=1).astype(np.float32)


def _among(holder: Floats, each: Floats, whole: float) -> Floats:
    """The mean answer of the others in an element, by characters and by their roots; its share of the page's mass."""
    rest = np.maximum(holder - each, 0)
    by_size = np.where(rest[:, 1] > 0.5, rest[:, 0] / (rest[:, 1] + _TINY), ALONE)
    by_root = np.where(rest[:, 1] > 0.5, rest[:, 2] / (rest[:, 3] + _TINY), ALONE)
    return np.stack([by_size, by_root, holder[:, 0] / whole], axis=1)


def _near(first: Floats, each: Floats) -> Floats:
    """The answers of the next blocks one by one, and their means on each side."""
    count = len(first)
    here = np.arange(count)
    columns = [first[np.clip(here + step, 0, count - 1)] for step in NEXT]
    sums = np.concatenate([np.zeros((1, 2)), np.cumsum(each[:, 2:], axis=0, dtype=np.float64)])
    for size in WINDOWS:
        before = sums[here] - sums[np.maximum(0, here - size)]
        after = sums[np.minimum(count, here + 1 + size)] - sums[here + 1]
        columns += [side[:, 0] / (side[:, 1] + _TINY) for side in (before, after)]
    return np.stack(columns, axis=1)


def _place(each: Floats, whole: float) -> Floats:
    """How much of the article's mass stands before and after, how much there is, and the block's share of it."""
    done = np.cumsum(each[:, 0])
    share = np.full(len(each), whole / (float(each[:, 1].sum()) + _TINY))
    return np.stack(
        [(done - each[:, 0]) / whole, 1 - done / whole, np.full(len(each), np.log1p(whole)), share, each[:, 0] / whole],
        axis=1,
    )


def _alike(kind: Ints, first: Floats, weights: Floats) -> Floats:
    """The mean answer of the other blocks in elements of the same kind; their number."""
    mass = np.bincount(kind, weights * first)[kind] - weights * first
    weight = np.bincount(kind, weights)[kind] - weights
    number = np.bincount(kind)[kind]
    return np.stack([np.where(number > 1, mass / (weight + _TINY), ALONE), np.log(number)], axis=1)


def _from_sure(first: Floats) -> Floats:
    """Blocks to the nearest sure one on either side."""
    count = len(first)
    here = np.arange(count)
    sure = first > SURE
    last = np.maximum.accumulate(np.where(sure, here, -MOST_STEPS))
    following = np.minimum.accumulate(np.where(sure, here, count + MOST_STEPS)[::-1])[::-1]
    before = np.concatenate([[-MOST_STEPS], last[:-1]])
    after = np.concatenate([following[1:], [count + MOST_STEPS]])
    return np.stack([np.minimum(here - before, MOST_STEPS), np.minimum(after - here, MOST_STEPS)], axis=1)
