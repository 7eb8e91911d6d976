"""Fit the weights by which two quotes are taken for renderings of one utterance: `python -m recipes.utterances`.

Logistic regression (Newton's method, a light ridge) on the parts `first` and `open` of `evals/sets/utterances.json`
and on chance pairs of their quotes that share a word, each of which counts .1: in a story most quotes of a speaker
are other utterances. The parts `final` and `kept` are not read. Gives the weights that `tellings.quotes.utterances`
has, in order.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import click
import numpy as np
import numpy.typing as npt
from evals.utterances import OWN, Pair, pairs, quote_row

from tellings.quotes.meaning import Meanings
from tellings.quotes.utterances import evidence
from tellings.quotes.wording import Said, said

CHANCE_PAIRS, CHANCE_WEIGHT = 800, 0.1
RIDGE, STEPS = 0.01, 40
SEED = 7

Numbers = npt.NDArray[np.float64]


def chance(given: list[Pair]) -> Iterator[tuple[Said, Said]]:
    """Quotes of different pairs that share a weighty word."""
    dice, made = random.Random(SEED), 0
    while made < CHANCE_PAIRS:
        one, other = dice.choice(given), dice.choice(given)
        here, there = said(quote_row("a", one.one)), said(quote_row("b", other.other))
        apart = not {one.one, one.other} & {other.one, other.other}
        if apart and here.stems.keys() & there.stems.keys():
            made += 1
            yield here, there


def fitted(x: Numbers, y: Numbers, counts: Numbers) -> Numbers:
    """The weights of a logistic regression; the last column of `x` is 1 and bears no ridge."""
    weights, ridge = np.zeros(x.shape[1]), np.diag([RIDGE] * (x.shape[1] - 1) + [0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (y - p)) - ridge @ weights
        bend = (x * (counts * p * (1 - p))[:, None]).T @ x + ridge
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Fit, and print the weights."""
    given, meanings = [pair for pair in pairs(OWN) if pair.part not in {"final", "kept"}], Meanings()
    marked = [(said(quote_row("a", pair.one)), said(quote_row("b", pair.other))) for pair in given]
    drawn = list(chance(given))
    x = np.array([(*evidence(here, there, meanings), 1.0) for here, there in [*marked, *drawn]])
    y = np.array([float(pair.same) for pair in given] + [0.0] * len(drawn))
    counts = np.array([1.0] * len(marked) + [CHANCE_WEIGHT] * len(drawn))
    click.echo(", ".join(f"{weight:.2f}" for weight in fitted(x, y, counts)))


if __name__ == "__main__":
    main()
