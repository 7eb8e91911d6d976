"""Score the type found for marked pairs of actors: macro-F1 over roots, quads and the two halves.

python -m evals.plover --data FILE [--by both|rules|network] [--misses] --json

CONCEDE and RETREAT count as one root, YIELD, as in the data. A row without an answer is wrong.
`--by rules` and `--by network` measure the two parts alone. Times are CPU seconds of one process, parsing among
them, the loading of the parser and of the weights left out.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.data import read_rows
from tellings.events.pairs import Typed, acts
from tellings.events.typing import Marked, TypeScores, typed_all
from tellings.events.weighing import weighed
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

Stretch = tuple[int, int]


#: Rows that are parsed and typed at once.
BATCH = 64


@dataclass(frozen=True, slots=True)
class Answer:
    """One row's root, the one found, how sure it is, and the rule that found it."""

    sentence: str
    gold: str
    found: str
    lead: float
    rule: str


def unmarked(marked: str) -> tuple[str, dict[str, list[Stretch]]]:
    """Take the marks out: the plain sentence, and the spans of source (s) and target (t) in it."""
    plain, last = "", 0
    spans: dict[str, list[Stretch]] = {"s": [], "t": []}
    open_: dict[str, int] = {}
    for mark in MARK.finditer(marked):
        plain += marked[last : mark.start()]
        last = mark.end()
        if mark[0].startswith("</"):
            spans[mark[1]].append((open_.get(mark[1], len(plain)), len(plain)))
        else:
            open_[mark[1]] = len(plain)
    return plain + marked[last:], spans


def cast_of(parsed: Parsed, spans: Mapping[str, list[Stretch]], text: str) -> Cast:
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


def answers(rows: Sequence[Mapping[str, Any]], parser: Parser, by: str) -> Iterator[Answer]:
    """Type each row's pair, in their order."""
    for first in range(0, len(rows), BATCH):
        batch = rows[first : first + BATCH]
        texts = [unmarked(row["marked"]) for row in batch]
        found = _acts(texts, parser) if by != "network" else [[] for _ in batch]
        scores = typed_all([_marked(text, spans) for text, spans in texts]) if by != "rules" else [None] * len(batch)
        for row, told, score in zip(batch, found, scores, strict=True):
            yield _answer(row, told, score)


def _acts(texts: Sequence[tuple[str, dict[str, list[Stretch]]]], parser: Parser) -> list[list[Typed]]:
    """The rules' acts for each pair; the sentences are parsed as one article first, and then found kept.

    Names are given here, so spaCy need not look for them: the figures are the same with them, at half the time.
    """
    with parser.nlp.select_pipes(disable=["ner"]):
        parser.parse(Article("eval", "eval", "eval", "\n\n".join(text for text, _ in texts)))
    parsed = [parser.parse(Article("eval", "eval", "eval", text)) for text, _ in texts]
    return [acts(p, cast_of(p, spans, text), 0, 1) for p, (text, spans) in zip(parsed, texts, strict=True)]


def _marked(text: str, spans: Mapping[str, list[Stretch]]) -> Marked:
    return Marked(text, tuple(spans["s"]), tuple(spans["t"]))


def _answer(row: Mapping[str, Any], told: Sequence[Typed], scores: TypeScores | None) -> Answer:
    if scores is None:
        kind, lead, best = (told[0].type, told[0].fit, told[0]) if told else (NONE, 0.0, None)
    else:
        choice = weighed(told, scores)
        kind, lead, best = choice.type, choice.lead, choice.found
    return Answer(row["marked"], row["root"], _root(kind), lead, best.rule if best else "")


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


def scores(given: list[Answer], gold_quads: list[int]) -> dict[str, float]:
    """The three macro-F1."""
    roots = [(a.gold, a.found) for a in given]
    quads = [(gold, QUADS.get(a.found, 0)) for a, gold in zip(given, gold_quads, strict=True)]
    halves = [(_half(g), _half(f)) for g, f in quads]
    return {
        "root_macro_f1": round(macro_f1(roots, sorted(QUADS)), 4),
        "quad_macro_f1": round(macro_f1(quads, (1, 2, 3, 4)), 4),
        "binary_macro_f1": round(macro_f1(halves, (0, 1)), 4),
    }


def _half(quad: int) -> int:
    return -1 if quad == 0 else int(quad > 2)


def misses(given: list[Answer]) -> Iterator[str]:
    """The rows that were typed otherwise, by gold and found type."""
    for a in sorted(given, key=lambda a: (a.gold, a.found)):
        if a.gold != a.found:
            yield f"{a.gold:9s} {a.found:9s} {a.lead:4.1f} {a.rule:40.40s} {a.sentence[:220]}"


def main() -> None:
    """Print the figures; with --misses every row that was typed otherwise."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--by", choices=("both", "rules", "network"), default="both")
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    rows, parser = list(read_rows(args.data)), Parser()
    list(answers(rows[:1], parser, args.by))
    started = time.process_time()
    given = list(answers(rows, parser, args.by))
    spent = time.process_time() - started
    if args.misses:
        print("\n".join(misses(given)))
    unanswered = sum(a.found == NONE for a in given) / len(given)
    figures = {"n": len(rows), **scores(given, [row["quad"] for row in rows]), "unanswered": round(unanswered, 4)}
    print(json.dumps({**figures, "pairs_per_cpu_second": round(len(rows) / spent, 1)}))


if __name__ == "__main__":
    main()
