"""Evals: measure the product against labelled data, with pinned floors. One thread does all, as CPU seconds want it."""

from __future__ import annotations

from tellings.threads import use_one

# Threads that multiply matrices wait for one another by turning round, which counts as CPU seconds: on two cores a
# parse takes up to twice as many.
use_one()
