"""How many threads multiply matrices. Imports nothing, since numpy's BLAS asks once, when it is loaded."""

from __future__ import annotations

import os

#: By which numpy's BLAS, whichever it is, is told how many threads to start.
BLAS_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def use_one() -> list[str]:
    """Ask for one thread where the environment does not say how many; give the names of what was set."""
    unset = [name for name in BLAS_THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    return unset
