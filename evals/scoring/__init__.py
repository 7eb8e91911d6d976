"""Scoring an export against a key, layer by layer (the form of `examples/answers.json`)."""

from evals.scoring.record import Scores, score

__all__ = ["Scores", "score"]
