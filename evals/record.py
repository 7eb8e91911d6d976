"""Score the whole way, from pages to the export, against a key.

python -m evals.record --answers examples/answers.json --pages examples/pages --json
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import tellings
from evals.scoring import Scores, score


def build_and_score(answers: Path, pages: Path) -> Scores:
    """Build a record of the pages in a folder of its own, export it, and score the export."""
    with tempfile.TemporaryDirectory() as folder:
        with tellings.build([str(pages)], Path(folder) / "record.sqlite") as record:
            record.export("jsonl", Path(folder) / "export")
        return score(answers, Path(folder) / "export")


def main() -> None:
    """Print a line a layer, or with --json one object on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=Path, required=True, help="a key in the form of examples/answers.json")
    parser.add_argument("--pages", type=Path, required=True, help="the folder of pages that the key is for")
    parser.add_argument("--misses", action="store_true", help="print every question that was not answered")
    parser.add_argument("--json", action="store_true", help="one JSON object: mean, gates_open, layers, beside")
    args = parser.parse_args()
    scores = build_and_score(args.answers, args.pages)
    if args.misses:
        for check in scores.misses:
            print(f"{check.layer}: {check.what}")
    print(_as_json(scores) if args.json else _as_table(scores))


def _as_json(scores: Scores) -> str:
    layers = {layer: scores.rate(layer) for layer in scores.layers}
    beside = {layer: scores.rate(layer) for layer in scores.beside}
    counted = {"mean": round(scores.mean, 4), "gates_open": scores.gates_open, "layers": layers}
    return json.dumps(counted | {"beside": beside})


def _as_table(scores: Scores) -> str:
    rates = {layer: scores.rate(layer) for layer in scores.layers}
    rows = [f"{layer:32s} {found:4d}/{asked:<4d} {found / asked:6.1%}" for layer, (found, asked) in rates.items()]
    open_gates = f"not whole: {', '.join(scores.gates_open)}" if scores.gates_open else "every gate is whole"
    return "\n".join([*rows, f"{'mean of the layers':32s}           {scores.mean:6.1%}", open_gates])


if __name__ == "__main__":
    main()
