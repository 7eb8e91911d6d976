"""Fit the weights of HTML blocks: `python -m recipes.blocks --data FILE --data FILE --told FILE -o blocks.npz`.

A block's label is the share of its runs of four words that the gold text has. The first look's own answers would be too
good on the pages that it was fitted on, so the second learns from answers of first looks fitted on other pages.
The weights that ship, `src/tellings/clean/html/weights/blocks.npz`, were fitted on `wcxb_dev_article` (CC BY 4.0),
`aeb_dev` and, without its gold fields, `meta` (MIT). Fitting needs the extra `train`, reading does not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import numpy as np
from catboost import CatBoost, Pool
from evals.scores import TOKEN, shingles
from rapidfuzz.distance import LCSseq

from recipes.block_pages import Source, labelled, told, variants
from tellings.clean.fields.metadata import read_metadata
from tellings.clean.html.context import context
from tellings.clean.html.evidence import features
from tellings.clean.html.frame import Floats, Frame
from tellings.clean.html.tree import Blocks, blocks_of, parse
from tellings.model.page import Page
from tellings.pages.make import make_page

#: Chosen by five-fold cross-validation over pages, and by fitting on one source and measuring on another.
PARAMETERS = {
    "loss_function": "CrossEntropy",
    "iterations": 150,
    "depth": 6,
    "learning_rate": 0.15,
    "l2_leaf_reg": 5,
    "rsm": 0.3,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.8,
    "border_count": 64,
    "random_seed": 1,
    "thread_count": 1,
    "verbose": 0,
    "allow_writing_files": False,
}
FOLDS = 5
#: Share of the pages that have a variant.
VARIANTS = 0.7
#: A page counts alike whatever its length, a block by the root of its length up to this many characters.
LONGEST_BLOCK = 400


@dataclass(frozen=True, slots=True)
class Example:
    """A page with what is measured of its blocks and their labels."""

    blocks: Blocks
    rows: Floats
    labels: Floats
    weights: Floats


def example(source: Source) -> Example | None:
    """A labelled page, None where it has no text."""
    page = make_page("", source.html.encode("utf-8", "replace"))
    tree = parse(page.text) if isinstance(page, Page) else None
    blocks = blocks_of(tree) if tree is not None else None
    if tree is None or blocks is None or not blocks.blocks:
        return None
    texts = [block.text for block in blocks.blocks]
    sizes = np.sqrt(np.minimum([len(t) for t in texts], LONGEST_BLOCK) + 5.0)
    rows = features(Frame(blocks), read_metadata(tree).title or "")
    own = (labels(texts, source.gold) + labels(texts, source.also)) / np.float32(2)
    return Example(blocks, rows, own, (source.weight * 50 * sizes / sizes.sum()).astype(np.float32))


def labels(texts: Sequence[str], gold: str) -> Floats:
    """How much of each block is the article's, 0 to 1.

    The longest common subsequence of words says which of two equal blocks the gold means; runs of four words then
    say how much of it. Blocks of fewer words count where all of them stand together.
    """
    words = [TOKEN.findall(text) for text in texts]
    wanted = shingles(gold)
    flat = [word for line in words for word in line]
    where = np.full(len(flat), -2)
    for op in LCSseq.opcodes(flat, TOKEN.findall(gold)):
        if op.tag == "equal":
            where[op.src_start : op.src_end] = np.arange(op.dest_start, op.dest_end)
    found, place = [], 0
    for line in words:
        found.append(_label(line, where[place : place + len(line)], wanted))
        place += len(line)
    return np.array(found, dtype=np.float32)


def _label(words: Sequence[str], where: Floats, wanted: object) -> float:
    if len(words) < 4:
        return float(bool(words) and bool(np.all(where >= 0)) and bool(np.all(np.diff(where) == 1)))
    if np.mean(where >= 0) <= 0.5:
        return 0.0
    own = shingles(" ".join(words))
    return min(1.0, (own & wanted).total() / own.total())  # type: ignore[operator]


def fit(examples: Sequence[Example], rows: Sequence[Floats]) -> CatBoost:
    """Fit one forest."""
    model = CatBoost(PARAMETERS)
    labels, weights = (np.concatenate([getattr(e, name) for e in examples]) for name in ("labels", "weights"))
    model.fit(Pool(np.concatenate(rows), labels, weight=weights))
    return model


def answers(model: CatBoost, rows: Floats) -> Floats:
    """The model's probabilities."""
    return np.asarray(1 / (1 + np.exp(-model.predict(rows, prediction_type="RawFormulaVal"))), dtype=np.float32)


def outside_answers(examples: Sequence[Example]) -> list[Floats]:
    """For each page the first answers of a forest that was not fitted on it."""
    fold = np.random.default_rng(0).permutation(len(examples)) % FOLDS
    found: dict[int, Floats] = {}
    for k in range(FOLDS):
        others = [e for e, f in zip(examples, fold, strict=True) if f != k]
        model = fit(others, [e.rows for e in others])
        found |= {i: answers(model, examples[i].rows) for i in np.flatnonzero(fold == k).tolist()}
    return [found[i] for i in range(len(examples))]


def second_rows(example: Example, first: Floats) -> Floats:
    """What the second look sees."""
    return np.concatenate([example.rows, context(Frame(example.blocks), first)], axis=1)


def arrays(name: str, model: CatBoost) -> dict[str, Floats]:
    """The forest as arrays, in the order that CatBoost's own JSON gives."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        stored = json.loads(path.read_text())
    trees = [tree for tree in stored["oblivious_trees"] if len(tree["splits"]) == PARAMETERS["depth"]]
    if len(trees) != len(stored["oblivious_trees"]):
        message = "a tree has fewer levels than the others"
        raise ValueError(message)
    scale, (bias,) = stored["scale_and_bias"]
    columns = [[split["float_feature_index"] for split in tree["splits"]] for tree in trees]
    borders = [[split["border"] for split in tree["splits"]] for tree in trees]
    leaves = [[value * scale for value in tree["leaf_values"]] for tree in trees]
    return {
        f"{name}_columns": np.array(columns, dtype=np.int16),
        f"{name}_borders": np.array(borders, dtype=np.float32),
        f"{name}_leaves": np.array(leaves, dtype=np.float32),
        f"{name}_bias": np.array(bias, dtype=np.float32),
    }


@click.command(help=__doc__)
@click.option("--data", type=click.Path(exists=True, path_type=Path), multiple=True, required=True)
@click.option("--told", "others", type=click.Path(exists=True, path_type=Path), multiple=True, help="No gold texts.")
@click.option("-o", "output", type=click.Path(path_type=Path), required=True)
def main(data: Sequence[Path], others: Sequence[Path], output: Path) -> None:
    """Fit both looks and write them."""
    sources = [source for path in data for source in labelled(path)] + [
        source for path in others for source in told(path)
    ]
    sources += list(variants(sources, VARIANTS))
    examples = [page for page in map(example, sources) if page]
    first = fit(examples, [e.rows for e in examples])
    seconds = [second_rows(e, a) for e, a in zip(examples, outside_answers(examples), strict=True)]
    second = fit(examples, seconds)
    weights: dict[str, Any] = arrays("first", first) | arrays("second", second)
    np.savez_compressed(output, **weights)
    click.echo(f"{len(examples)} pages")


if __name__ == "__main__":
    main()
