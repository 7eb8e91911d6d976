"""Score which sentences report an event at all: precision, recall and F1 of the relevant class.

python -m evals.relevance --data FILE --json

A sentence counts as relevant where the coder's candidates hold an act that someone is named to do or
to suffer. The sentences stand alone, without the pages they come from, and name many who are no actor
of the cast (gunmen, a clerk), so that a phrase in the act's slots is enough here.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from evals.data import read_rows
from tellings.actors import find
from tellings.events.coder import candidates
from tellings.events.pairs import slots_filled
from tellings.events.parties import Named
from tellings.model.article import Article
from tellings.text.parser import Parser


def relevant(text: str, parser: Parser) -> bool:
    """Whether any act of the sentence is told as having happened, with someone to do or suffer it."""
    article = Article("eval", "eval", "eval", text)
    parsed = parser.parse(article)
    cast = find(article, parsed)
    return any(
        slots_filled(named, candidate)
        for sentence in parsed.sentences
        for named in (Named(sentence, cast),)
        for candidate in candidates(named)
    )


def main() -> None:
    """Print the figures; with --misses every sentence judged otherwise."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    parser = Parser()
    relevant("A warm start.", parser)
    started = time.process_time()
    pairs = [(row["relevant"], relevant(row["sentence"], parser), row["sentence"]) for row in read_rows(args.data)]
    spent = time.process_time() - started
    if args.misses:
        print("\n".join(f"{gold!s:5} {found!s:5} {text}" for gold, found, text in pairs if gold != found))
    right = sum(gold and found for gold, found, _ in pairs)
    precision = right / max(1, sum(found for _, found, _ in pairs))
    recall = right / max(1, sum(gold for gold, _, _ in pairs))
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    figures = {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
    print(json.dumps({"n": len(pairs), **figures, "sentences_per_cpu_second": round(len(pairs) / spent, 1)}))


if __name__ == "__main__":
    main()
