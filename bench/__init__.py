"""Benchmarks: speed as ratios, measured side by side in one run, each process in one thread."""

import evals  # noqa: F401  # sets one thread for all that is measured
