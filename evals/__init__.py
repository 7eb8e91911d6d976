"""Evals: measure the product against labelled data, with pinned floors. One thread does all, as CPU seconds want it."""

from __future__ import annotations

import os

#: Threads that multiply matrices wait for one another by turning round, which counts as CPU seconds: on two cores a
#: parse takes up to twice as many. Set before numpy is loaded, and only where the user has not.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")
