"""Train the line model: `python -m recipes.line_model --weights src/tellings/clean/flat/weights/lines.npz SET...`.

Needs `pip install .[train]` (JAX). A SET is JSON lines with `flat` and `gold_text`, or with `html` alone, whose label
is then trafilatura's precise mode. The weights that ship learn from the WCXB articles (CC BY 4.0; Murrough Foley's Web
Content Extraction Benchmark), the article-extraction-benchmark (MIT; Zyte) and, with less weight, the test pages of
Fundus (MIT; flairNLP), a third of which are not English.

`--measure` trains nothing that ships: it prints how models read pages of sources that they never saw. F1 of the kept
lines' tokens, by the rules alone, by a model of WCXB alone, of the other two sets, and of four fifths of all three:

    set                  rules   WCXB   other sets   five folds
    WCXB articles         .921      -         .925         .937
    AEB (85 pages)        .923   .923         .923         .922
    Fundus (118 pages)    .885   .900         .898         .908
    magic-html (157)      .810   .837            -         .829   (one fold's model; nothing learns from this set)

So the model gains a point or three wherever the rules were not written, and nothing on AEB, whose visible pages the
rules were written on. Words as features (5,800 embedded) gained nothing that five folds could tell; nor did the
subject that lines share, but on other sources (magic-html English .83 without, .84 with).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click
import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from recipes.lines import Labelled, labelled
from tellings.clean.flat.body import chosen
from tellings.clean.flat.model import APART, BESIDE, FARTHEST, LineModel

Floats = NDArray[np.float32]
Arrays = dict[str, Any]

SIZE = 24
EPOCHS = 20
BATCH = 16
LEARNING_RATE = 3e-3
#: Hidden values left out at random, weights drawn to nothing: more of either helped no source.
DROPOUT, DECAY = 0.25, 3e-4
#: Pages that are shown without their capitals, as scripts without case look.
CASELESS = 0.2
CAPITALS = ("capitals", "first is upper")
#: Pages are padded to these many lines, and cut off after the last.
LENGTHS = (128, 256, 512, 1024)
#: What a page of a set counts: few are news, and trafilatura's labels are not a human's.
WEIGHTS = {"aeb": 2.0, "fundus": 0.6}


#: Layers that begin small, so that the network begins near to no answer.
SMALLER = {"c0": 0.5, "c1": 0.5, "c2": 0.5, "w2": 0.3}


def first_arrays(key: jax.Array, features: int) -> Arrays:
    """The network before training; names as `LineModel` reads them."""
    steps = 2 * BESIDE + 1
    shapes = {"w0": (features, SIZE), **{f"c{i}": (steps * SIZE, SIZE) for i in range(len(APART))}}
    shapes |= {"wg": (2 * SIZE, SIZE), "w1": (2 * SIZE, SIZE), "w2": (SIZE, 1)}
    keys = jax.random.split(key, len(shapes))
    arrays = {
        n: jax.random.normal(k, shape) * (2 / shape[0]) ** 0.5 * SMALLER.get(n, 1)
        for k, (n, shape) in zip(keys, shapes.items(), strict=True)
    }
    biases = {n.replace("w", "b").replace("c", "cb"): jnp.zeros(shape[1]) for n, shape in shapes.items()}
    return arrays | biases


def forward(arrays: Arrays, x: jax.Array, mask: jax.Array, key: jax.Array | None) -> jax.Array:
    """Log-odds of pages (pages, lines, features), as `LineModel` computes them for one; `key` for dropout."""
    keys = jax.random.split(key, len(APART) + 2) if key is not None else None
    there = mask[..., None]
    hidden = _dropped(jax.nn.relu(x @ arrays["w0"] + arrays["b0"]) * there, keys, 0)
    for layer, apart in enumerate(APART):
        reach = BESIDE * apart
        padded = jnp.pad(hidden, ((0, 0), (reach, reach), (0, 0)))
        beside = [padded[:, s * apart : s * apart + x.shape[1]] for s in range(2 * BESIDE + 1)]
        more = jax.nn.relu(jnp.concatenate(beside, -1) @ arrays[f"c{layer}"] + arrays[f"cb{layer}"])
        hidden = (hidden + _dropped(more, keys, layer + 1)) * there
    mean = hidden.sum(1) / there.sum(1)
    greatest = jnp.where(there > 0, hidden, -jnp.inf).max(1)
    page = jax.nn.relu(jnp.concatenate([mean, greatest], -1) @ arrays["wg"] + arrays["bg"])
    page = jnp.broadcast_to(_dropped(page, keys, -1)[:, None], hidden.shape)
    joined = jax.nn.relu(jnp.concatenate([hidden, page], -1) @ arrays["w1"] + arrays["b1"])
    return (joined @ arrays["w2"] + arrays["b2"])[..., 0]


def _dropped(values: jax.Array, keys: jax.Array | None, index: int) -> jax.Array:
    if keys is None:
        return values
    return values * jax.random.bernoulli(keys[index], 1 - DROPOUT, values.shape) / (1 - DROPOUT)


def loss(arrays: Arrays, batch: tuple[jax.Array, ...], key: jax.Array) -> jax.Array:
    """Cross-entropy a page, each line by its share of the article's length, and the weights' squares."""
    x, mask, inside, weight = batch
    odds = forward(arrays, x, mask, key)
    entropy = jnp.maximum(odds, 0) - odds * inside + jnp.log1p(jnp.exp(-abs(odds)))
    squares = sum((a**2).sum() for a in arrays.values() if a.ndim == 2)
    return (entropy * weight).sum() / x.shape[0] + DECAY * squares


@partial(jax.jit, donate_argnums=(0, 1, 2))
def step(arrays: Arrays, mean: Arrays, square: Arrays, batch: Any, key: jax.Array, time: float, rate: float) -> Any:
    """One step of Adam (Kingma and Ba 2015)."""
    slope = jax.grad(loss)(arrays, batch, key)
    mean = jax.tree.map(lambda m, s: 0.9 * m + 0.1 * s, mean, slope)
    square = jax.tree.map(lambda m, s: 0.99 * m + 0.01 * s * s, square, slope)
    arrays = jax.tree.map(
        lambda a, m, s: a - rate * (m / (1 - 0.9**time)) / (jnp.sqrt(s / (1 - 0.99**time)) + 1e-8), arrays, mean, square
    )
    return arrays, mean, square


def train(pages: Sequence[Labelled], seed: int = 0) -> LineModel:
    """Train a network on labelled pages."""
    measures = np.concatenate([page.features for page in pages])
    centre, deviation = measures.mean(0), measures.std(0) + 1e-2
    scaled = [replace(p, features=np.clip((p.features - centre) / deviation, -FARTHEST, FARTHEST)) for p in pages]
    blank = {
        pages[0].names.index(n): -centre[pages[0].names.index(n)] / deviation[pages[0].names.index(n)] for n in CAPITALS
    }
    random, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    arrays = first_arrays(key, measures.shape[1])
    mean, square = (jax.tree.map(jnp.zeros_like, arrays) for _ in range(2))
    batches = _batches(scaled)
    time, steps = 0, EPOCHS * len(batches)
    for _ in range(EPOCHS):
        order = random.permutation(len(scaled))
        batches = _batches([scaled[i] for i in order])
        for index in random.permutation(len(batches)):
            time += 1
            key, own = jax.random.split(key)
            rate = LEARNING_RATE * 0.5 * (1 + np.cos(np.pi * time / steps))
            arrays, mean, square = step(arrays, mean, square, _padded(batches[index], random, blank), own, time, rate)
    stored = {name: np.asarray(a, np.float32) for name, a in arrays.items()}
    return LineModel(tuple(pages[0].names), stored | {"mean": centre, "deviation": deviation})


def _batches(pages: Sequence[Labelled]) -> list[list[Labelled]]:
    """Pages of about one length together; the last batch is filled up with its first page."""
    ordered = sorted(pages, key=lambda p: _length(len(p.inside)))
    batches = [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]
    return [batch + [batch[0]] * (BATCH - len(batch)) for batch in batches]


def _length(lines: int) -> int:
    return next((n for n in LENGTHS if n >= lines), LENGTHS[-1])


def _padded(batch: Sequence[Labelled], random: np.random.Generator, blank: dict[int, float]) -> tuple[Floats, ...]:
    lines = _length(max(len(page.inside) for page in batch))
    x = np.zeros((len(batch), lines, batch[0].features.shape[1]), np.float32)
    mask, inside, weight = (np.zeros((len(batch), lines), np.float32) for _ in range(3))
    for row, page in enumerate(batch):
        size = min(lines, len(page.inside))
        x[row, :size] = page.features[:size]
        if random.random() < CASELESS:
            for column, value in blank.items():
                x[row, :size, column] = value
        mask[row, :size], inside[row, :size] = 1, page.inside[:size] >= 0.5
        weight[row, :size] = _weights(page)[:size]
    return x, mask, inside, weight


def _weights(page: Labelled) -> Floats:
    """What each line counts: its share of the article, as the measure has it, and a little for being a line."""
    article = max(30.0, float((page.tokens * (page.inside >= 0.5)).sum()))
    little = 0.0125 * np.minimum(page.tokens + 1, 4) / len(page.tokens) ** 0.5
    weights: Floats = page.weight * (np.minimum(1, page.tokens / article) + little)
    return weights


def measured(pages: Sequence[Labelled], models: Sequence[LineModel | None]) -> dict[str, float]:
    """Precision, recall and F1 of the kept lines' tokens, means of pages; by the rules alone without a model."""
    precisions, recalls = [], []
    for page, model in zip(pages, models, strict=True):
        keep = np.isin(np.arange(len(page.lines)), page.own if model is None else _kept(page, model))
        right = float((keep * page.tokens * page.inside).sum())
        given, wanted = float((keep * page.tokens).sum()), float((page.tokens * page.inside).sum())
        precisions += [right / given] if given else []
        recalls.append(right / wanted if wanted else float(not given))
    precision, recall = float(np.mean(precisions)), float(np.mean(recalls))
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}


def _kept(page: Labelled, model: LineModel) -> tuple[int, ...]:
    return chosen(page.lines, page.rules, page.own, model.log_odds(page.names, page.features).tolist())


def report(sets: dict[str, list[Labelled]], unseen: dict[str, list[Labelled]]) -> None:
    """Print the rules' figures, those of a model of the first source elsewhere, of a source left out, of five folds."""
    for name, pages in (sets | unseen).items():
        _say("rules", name, measured(pages, [None] * len(pages)))
    first, *_ = sets
    model = train(sets[first])
    for name, pages in (sets | unseen).items():
        if name != first:
            _say(f"trained on {first}", name, measured(pages, [model] * len(pages)))
    for name, pages in sets.items():
        others = train([page for other, own in sets.items() if other != name for page in own])
        _say("trained on the other sets", name, measured(pages, [others] * len(pages)))
    together = [page for pages in sets.values() for page in pages]
    folds = [train([p for i, p in enumerate(together) if i % 5 != fold]) for fold in range(5)]
    fold_of = {id(page): folds[i % 5] for i, page in enumerate(together)}
    for name, pages in sets.items():
        _say("five folds", name, measured(pages, [fold_of[id(page)] for page in pages]))
    for name, pages in unseen.items():
        _say("one fold of five", name, measured(pages, [folds[0]] * len(pages)))


def _say(how: str, name: str, figures: dict[str, float]) -> None:
    click.echo(json.dumps({"how": how, "set": name, **{key: round(value, 4) for key, value in figures.items()}}))


def save(model: LineModel, path: Path) -> None:
    """Write the weights, half precision but for the scale of the features."""
    halves = {n: a if n in ("mean", "deviation") else a.astype(np.float16) for n, a in model.arrays.items()}
    np.savez_compressed(path, names=np.array(model.names), **halves)  # type: ignore[arg-type]


def _weight(path: Path) -> float:
    return next((weight for name, weight in WEIGHTS.items() if path.name.startswith(name)), 1.0)


@click.command(help=__doc__)
@click.argument("sets", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--unseen", multiple=True, type=click.Path(exists=True, path_type=Path), help="Sets to measure on only.")
@click.option("--measure", is_flag=True, help="Print figures across sources and folds.")
@click.option("--weights", type=click.Path(path_type=Path), help="Train on all sets and write the weights here.")
@click.option("--seed", default=0, show_default=True)
def main(sets: tuple[Path, ...], unseen: tuple[Path, ...], measure: bool, weights: Path | None, seed: int) -> None:
    """Read the sets, measure, train."""
    read = {path.name.split(".")[0]: labelled(path, _weight(path)) for path in sets}
    if weights:
        save(train([page for pages in read.values() for page in pages], seed), weights)
    if measure:
        report(read, {path.name.split(".")[0]: labelled(path) for path in unseen})


if __name__ == "__main__":
    main()
