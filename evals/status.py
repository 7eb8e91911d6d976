"""Score the status of marked acts: did it happen, is it planned, supposed, alleged, denied, or not done?

python -m evals.status --json

The set (`evals/sets/status.jsonl`) holds pairs of sentences that differ in whether one act took place.
The act's words are given; the status is read from the parse alone. `by_kind` is accuracy by the
status in the key, `pairs` the share of pairs with both sentences right, `all_happened` what calling
everything a fact would score.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from evals.data import read_rows
from tellings.events.status.standing import Standing, standing
from tellings.model.article import Article
from tellings.model.text import Sentence, Token
from tellings.text.parser import Parser

DATA = Path(__file__).parent / "sets" / "status.jsonl"


def standing_of(text: str, act: str, parser: Parser) -> Standing:
    """The standing of the first of the act's words by the tree: the one that hangs from outside it."""
    first = text.index(act)
    for sentence in parser.parse(Article("eval", "eval", "eval", text)).sentences:
        inside = [t for t in sentence.tokens if first <= sentence.start + t.start < first + len(act)]
        if inside:
            return standing(sentence, _head(sentence, inside).i)
    return Standing("happened", ("no words",))


def _head(sentence: Sentence, inside: list[Token]) -> Token:
    indices = {t.i for t in inside}
    heads = [t for t in inside if t.head not in indices or t.head == t.i]
    return next((t for t in heads if t.pos == "VERB"), heads[0])


def _shares(marks: Iterable[tuple[str, bool]]) -> Mapping[str, float]:
    """The share right by name."""
    found: dict[str, list[bool]] = defaultdict(list)
    for name, right in marks:
        found[name].append(right)
    return {name: round(sum(rights) / len(rights), 4) for name, rights in sorted(found.items())}


def main() -> None:
    """Print the figures; with --misses every sentence read otherwise, and why."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=DATA)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    rows, parser = list(read_rows(args.data)), Parser()
    standing_of("A warm start.", "start", parser)
    started = time.process_time()
    found = [standing_of(r["text"], r["act"], parser) for r in rows]
    spent = time.process_time() - started
    rights = [f.status == r["status"] for f, r in zip(found, rows, strict=True)]
    if args.misses:
        missed = ((r, f) for r, f, right in zip(rows, found, rights, strict=True) if not right)
        print("\n".join(f"{r['status']} not {f.status}: {r['text']} [{r['act']}] {f.rules}" for r, f in missed))
    pairs: dict[str, bool] = {}
    for row, right in zip(rows, rights, strict=True):
        pairs[row["pair"]] = pairs.get(row["pair"], True) and right
    figures = {
        "accuracy": round(sum(rights) / len(rows), 4),
        "n": len(rows),
        "pairs": round(sum(pairs.values()) / len(pairs), 4),
        "all_happened": round(sum(r["status"] == "happened" for r in rows) / len(rows), 4),
        "by_kind": _shares((r["status"], right) for r, right in zip(rows, rights, strict=True)),
        "sentences_per_cpu_second": round(len(rows) / spent, 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
