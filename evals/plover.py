"""Score the type found for marked pairs of actors: macro-F1 over roots, quads and the two halves.

python -m evals.plover --data FILE --json

CONCEDE and RETREAT count as one root, YIELD, as in the data. A row without an answer is wrong.
Times are CPU seconds of one process, the parser's loading left out.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.data import read_rows
from tellings.events.pairs import Typed, typed
from tellings.model.actors import Cast, Entity, Mention
from tellings.model.article import Article
from tellings.model.text import Parsed, Sentence
from tellings.text.parser import Parser

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
MARK = re.compile(r"</?([st])>")
NONE = "none"


@dataclass(frozen=True, slots=True)
class Answer:
    """One row's root, the one found and the rule that found it."""

    sentence: str
    gold: str
    found: str
    typed: Typed | None


def unmarked(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Take the marks out: the plain sentence, and the spans of source (s) and target (t) in it."""
    plain, last = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    open_: dict[str, int] = {}
    for mark in MARK.finditer(marked):
        plain += marked[last : mark.start()]
        last = mark.end()
        if mark[0].startswith("</"):
            spans[mark[1]].append((open_.get(mark[1], len(plain)), len(plain)))
        else:
            open_[mark[1]] = len(plain)
    return plain + marked[last:], spans


def cast_of(parsed: Parsed, spans: Mapping[str, list[tuple[int, int]]], text: str) -> Cast:
    """A cast of two actors, the source 0 and the target 1, each of a country of its own."""
    found = [
        (entity, sentence, *_trimmed(text, span))
        for entity, side in enumerate("st")
        for span in spans[side]
        for sentence in parsed.sentences
        if sentence.start <= span[0] < sentence.end
    ]
    mentions = tuple(
        Mention(i, s.index, _head(s, start, end), start, end, text[start:end], "organisation", entity)
        for i, (entity, s, start, end) in enumerate(found)
    )
    return Cast(mentions, tuple(Entity(i, "organisation", side, side) for i, side in enumerate("st")))


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    words = text[span[0] : span[1]]
    return span[0] + len(words) - len(words.lstrip()), span[1] - len(words) + len(words.rstrip())


def _head(sentence: Sentence, start: int, end: int) -> int:
    inside = [t for t in sentence.tokens if start <= sentence.start + t.start < end]
    indices = {t.i for t in inside}
    return next((t.i for t in inside if t.head not in indices or t.head == t.i), 0)


def answer(row: Mapping[str, Any], parser: Parser) -> Answer:
    """Type one row's pair."""
    text, spans = unmarked(row["marked"])
    parsed = parser.parse(Article("eval", "eval", "eval", text))
    found = typed(parsed, cast_of(parsed, spans, text), 0, 1)
    return Answer(row["marked"], row["root"], _root(found.type) if found else NONE, found)


def _root(kind: str) -> str:
    return "YIELD" if kind in {"CONCEDE", "RETREAT"} else kind


def macro_f1(pairs: Iterable[tuple[object, object]], labels: Iterable[object]) -> float:
    """The unweighted mean of the labels' F1; pairs are (gold, found)."""
    counted = Counter(pairs)
    figures = [_f1(counted, label) for label in labels]
    return sum(figures) / len(figures)


def _f1(counted: Counter[tuple[object, object]], label: object) -> float:
    right = counted[label, label]
    both = sum(n for (gold, found), n in counted.items() for side in (gold, found) if side == label)
    return 2 * right / both if both else 0.0


def scores(answers: list[Answer], gold_quads: list[int]) -> dict[str, float]:
    """The three macro-F1."""
    roots = [(a.gold, a.found) for a in answers]
    quads = [(gold, QUADS.get(a.found, 0)) for a, gold in zip(answers, gold_quads, strict=True)]
    halves = [(_half(g), _half(f)) for g, f in quads]
    return {
        "root_macro_f1": round(macro_f1(roots, sorted(QUADS)), 4),
        "quad_macro_f1": round(macro_f1(quads, (1, 2, 3, 4)), 4),
        "binary_macro_f1": round(macro_f1(halves, (0, 1)), 4),
    }


def _half(quad: int) -> int:
    return -1 if quad == 0 else int(quad > 2)


def misses(answers: list[Answer]) -> Iterator[str]:
    """The rows that were typed otherwise, by gold and found type."""
    for a in sorted(answers, key=lambda a: (a.gold, a.found)):
        if a.gold != a.found:
            fit = a.typed.fit if a.typed else -1.0
            yield f"{a.gold:9s} {a.found:9s} {fit:4.1f} {a.typed.rule if a.typed else '':40.40s} {a.sentence[:220]}"


def main() -> None:
    """Print the figures; with --misses every row that was typed otherwise."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    rows, parser = list(read_rows(args.data)), Parser()
    answer(rows[0], parser)
    started = time.process_time()
    answers = [answer(row, parser) for row in rows]
    spent = time.process_time() - started
    if args.misses:
        print("\n".join(misses(answers)))
    figures = scores(answers, [row["quad"] for row in rows])
    unanswered = sum(a.found == NONE for a in answers) / len(answers)
    print(
        json.dumps(
            {
                "n": len(rows),
                **figures,
                "unanswered": round(unanswered, 4),
                "pairs_per_cpu_second": round(len(rows) / spent, 1),
            }
        )
    )


if __name__ == "__main__":
    main()
