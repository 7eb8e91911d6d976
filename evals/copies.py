"""Measure copies at speed: recall by kind of change, precision and documents a CPU second, beside rensa and datasketch.

`python -m evals.copies [--articles 100000] [--no-peers] --json`. The articles are made by program (`evals.synthetic`),
500 changed ones of each kind among them; a pair is right where one was made from the other. All get the same texts in
one run, in one process; times are CPU seconds, from text to pairs. The peers (`pip install ".[bench]"`) are set as
their documentation does for duplicates: sets of three-word runs, Jaccard .5; datasketch with 128 permutations, rensa
with 128 in 32 bands. They give pairs without saying where, we the shared passages of every pair.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evals.synthetic import CHANGES, planted
from tellings.relate.copies import copies
from tellings.relate.words import text_words

Pair = tuple[int, int]
PERMUTATIONS, JACCARD, BANDS = 128, 0.5, 32


@dataclass(frozen=True, slots=True)
class Articles:
    """Texts, and the kind of change of each pair that one was made from the other by."""

    texts: Sequence[str]
    made: dict[Pair, str]


def articles(count: int) -> Articles:
    """Make them."""
    rows = list(planted(count))
    place = {article_id: i for i, (article_id, _, _) in enumerate(rows)}
    made = {(place[article_id[:-1]], i): kind for i, (article_id, _, kind) in enumerate(rows) if kind}
    return Articles([text for _, text, _ in rows], made)


def ours(texts: Sequence[str]) -> set[Pair]:
    """The pairs that `relate.copies` finds, each with its passages."""
    found = list(copies(texts, texts.__getitem__))
    if any(not pair.shared for pair in found):
        message = "a pair came without its passages"
        raise RuntimeError(message)
    return {(pair.one, pair.other) for pair in found}


def by_datasketch(texts: Sequence[str]) -> set[Pair]:
    """The pairs of datasketch's MinHash LSH."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    found: set[Pair] = set()
    for i, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([run.encode() for run in _runs(text)])
        found.update((j, i) for j in index.query(sketch))
        index.insert(i, sketch)
    return found


def by_rensa(texts: Sequence[str]) -> set[Pair]:
    """The pairs of rensa's MinHash LSH."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(JACCARD, PERMUTATIONS, BANDS)
    found: set[Pair] = set()
    for i, text in enumerate(texts):
        sketch = RMinHash(PERMUTATIONS, 42)
        sketch.update(_runs(text))
        found.update((j, i) for j in index.query(sketch))
        index.insert(i, sketch)
    return found


def _runs(text: str) -> list[str]:
    words = text_words(text)
    return list({" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))})


def measure(name: str, find: Callable[[Sequence[str]], Iterable[Pair]], given: Articles) -> dict[str, object]:
    """Run one method and score what it finds."""
    started = time.process_time()
    found = set(find(given.texts))
    spent = time.process_time() - started
    total = Counter(given.made.values())
    hits = Counter(kind for pair, kind in given.made.items() if pair in found)
    return {
        "method": name,
        "recall": {kind: round(hits[kind] / total[kind], 4) for kind in CHANGES if total[kind]},
        "precision": round(sum(hits.values()) / max(1, len(found)), 4),
        "documents_per_cpu_second": round(len(given.texts) / spent, 1),
    }


def main() -> None:
    """Print a line a method, and one JSON object on the last line: our figures, with the peers' beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--no-peers", action="store_true", help="only our own method")
    parser.add_argument("--json", action="store_true", help="only the JSON object")
    args = parser.parse_args()
    given = articles(args.articles)
    methods = (
        {"tellings": ours} if args.no_peers else {"tellings": ours, "datasketch": by_datasketch, "rensa": by_rensa}
    )
    figures = [measure(name, find, given) for name, find in methods.items()]
    for figure in figures if not args.json else []:
        print(json.dumps(figure))
    speed = {str(f["method"]): float(str(f["documents_per_cpu_second"])) for f in figures}
    ratios = {
        f"times_{name}": round(speed["tellings"] / value, 2) for name, value in speed.items() if name != "tellings"
    }
    print(json.dumps({"n": args.articles, **figures[0], **ratios, "peers": figures[1:]}))


if __name__ == "__main__":
    main()
