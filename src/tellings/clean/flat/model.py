"""The line model: how likely each line of a flat page is the article's, from itself, its neighbours and the page.

A small network over the sequence of lines: a layer a line, three layers that look at five lines each, one, two and four
apart (so 14 lines before and after), and the page's mean and greatest values. `recipes/line_model.py` trains it; its
head says on what, and what was measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

WEIGHTS = "weights/lines.npz"
#: Lines of one matrix product.
PART = 128
#: Lines apart that each of the layers looks at, and how many lines to either side.
APART = (1, 2, 4)
BESIDE = 2
#: Measures are cut off so many standard deviations from their mean.
FARTHEST = 5.0


@dataclass(frozen=True, slots=True)
class LineModel:
    """The trained network; `names` are the features that it knows, in their order."""

    names: tuple[str, ...]
    arrays: dict[str, Floats]

    def log_odds(self, names: list[str], measured: Floats) -> Floats:
        """Natural log-odds of every line to be the article's; `measured` has a row a line, a column a name."""
        arrays = self.arrays
        place = {name: index for index, name in enumerate(names)}
        known = measured.T[[place[name] for name in self.names]]
        known -= arrays["mean"][:, None]
        known /= arrays["deviation"][:, None]
        np.clip(known, -FARTHEST, FARTHEST, out=known)
        hidden = _rectified(_product(known.T, arrays["w0"]) + arrays["b0"])
        for layer, apart in enumerate(APART):
            hidden += _rectified(_product(_beside(hidden, apart), arrays[f"c{layer}"]) + arrays[f"cb{layer}"])
        page = np.concatenate([hidden.mean(0), hidden.max(0)]) @ arrays["wg"] + arrays["bg"]
        size = hidden.shape[1]
        joined = _product(hidden, arrays["w1"][:size]) + _rectified(page) @ arrays["w1"][size:] + arrays["b1"]
        odds: Floats = (_rectified(joined) @ arrays["w2"] + arrays["b2"])[:, 0]
        return odds


def _product(values: Floats, weights: Floats) -> Floats:
    """The matrix product, taken in parts so small that BLAS keeps to one thread (its others wait at full load)."""
    found = np.empty((len(values), weights.shape[1]), np.float32)
    for start in range(0, len(values), PART):
        np.matmul(values[start : start + PART], weights, out=found[start : start + PART])
    return found


def _rectified(values: Floats) -> Floats:
    """The values, those below nothing set to it in their place."""
    return np.maximum(values, 0, out=values)


def _beside(hidden: Floats, apart: int) -> Floats:
    """Each line's values with those of its neighbours, nothing beyond the page."""
    size, width = hidden.shape
    reach = BESIDE * apart
    padded = np.zeros((size + 2 * reach, width), np.float32)
    padded[reach : reach + size] = hidden
    return np.concatenate([padded[step * apart : step * apart + size] for step in range(2 * BESIDE + 1)], 1)


@cache
def line_model() -> LineModel:
    """The network that ships."""
    with files(__package__).joinpath(WEIGHTS).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files if name != "names"}
        return LineModel(tuple(str(name) for name in stored["names"]), arrays)
