"""Score which sentences report an event at all: precision, recall and F1 of the relevant class.

python -m evals.relevance --data FILE --json

The sentences stand alone, without the pages they come from. `spans` gives, for relevant sentences whose
coders marked them, the token F1 of the words found for act, actor and recipient; `spans_baseline` that of
the parse alone: the root verb, its subject phrase and its object phrase.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.data import read_rows
from tellings.actors import find
from tellings.events.relevance import Reported, reported
from tellings.model.article import Article
from tellings.model.text import Sentence
from tellings.text.parser import Parser
from tellings.text.tree import children, subtree

#: Roles by the label that the set gives them.
ROLES = {"Action": "act", "Source": "actor", "Target": "recipient"}
Characters = frozenset[int]
Spans = Mapping[str, Characters]


@dataclass(frozen=True, slots=True)
class Read:
    """What is found in a sentence: whether it reports an event, and which characters play which part."""

    relevant: bool
    spans: Spans
    baseline: Spans


def read(text: str, parser: Parser) -> Read:
    """Read one sentence."""
    article = Article("eval", "eval", "eval", text)
    parsed = parser.parse(article)
    found = list(reported(parsed, find(article, parsed)))
    return Read(bool(found), _found(found[:1]), _parsed(parsed.sentences))


def _found(events: Iterable[Reported]) -> Spans:
    """The characters of the first event's act and sides."""
    spans: dict[str, set[int]] = {role: set() for role in ROLES.values()}
    for event in events:
        sentence, mentions = event.named.sentence, event.named.cast.mentions
        spans["act"] |= _of_tokens(sentence, event.act)
        spans["actor"] |= {c for m in event.actors for c in range(mentions[m].start, mentions[m].end)}
        spans["recipient"] |= {c for m in event.recipients for c in range(mentions[m].start, mentions[m].end)}
    return {role: frozenset(chars) for role, chars in spans.items()}


def _parsed(sentences: Sequence[Sentence]) -> Spans:
    """The longest sentence's root verb with its subject and object phrases."""
    sentence = max(sentences, key=lambda s: len(s.tokens))
    root = next(t.i for t in sentence.tokens if t.head == t.i)
    subjects = [i for t in children(sentence, root, "nsubj", "nsubjpass") for i in subtree(sentence, t.i)]
    whom = [i for t in children(sentence, root, "dobj") for i in subtree(sentence, t.i)]
    parts = {"act": [root], "actor": subjects, "recipient": whom}
    return {role: frozenset(_of_tokens(sentence, tokens)) for role, tokens in parts.items()}


def _of_tokens(sentence: Sentence, tokens: Iterable[int]) -> set[int]:
    spans = [sentence.span_of(i, i) for i in tokens]
    return {c for span in spans for c in range(span.start, span.end)}


def _words(text: str, characters: Characters) -> frozenset[int]:
    """The words, by their place in the text, of which any character is meant."""
    starts = [i for i, c in enumerate(text) if not c.isspace() and (i == 0 or text[i - 1].isspace())]
    ends = [*starts[1:], len(text)]
    return frozenset(n for n, (a, b) in enumerate(zip(starts, ends, strict=True)) if characters & set(range(a, b)))


def _span_f1(rows: Sequence[Mapping[str, Any]], found: Sequence[Spans]) -> Mapping[str, float]:
    """Micro token F1 by role over the relevant sentences whose key marks that role."""
    scores = {}
    for label, role in ROLES.items():
        hit = given = asked = 0
        for row, spans in zip(rows, found, strict=True):
            marked = [s for s in row["spans"] if s[0] == label]
            if not row["relevant"] or not marked:
                continue
            text = row["sentence"]
            gold = _words(text, frozenset(c for _, a, b, _ in marked for c in range(a, b)))
            got = _words(text, spans[role])
            hit, given, asked = hit + len(gold & got), given + len(got), asked + len(gold)
        scores[role] = round(2 * hit / max(1, given + asked), 4)
    return scores


def _relevance(pairs: Sequence[tuple[bool, bool]]) -> Mapping[str, float]:
    right = sum(gold and found for gold, found in pairs)
    precision = right / max(1, sum(found for _, found in pairs))
    recall = right / max(1, sum(gold for gold, _ in pairs))
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def main() -> None:
    """Print the figures; with --misses every sentence judged otherwise."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    parser, rows = Parser(), list(read_rows(args.data))
    read("A warm start.", parser)
    started = time.process_time()
    found = [read(row["sentence"], parser) for row in rows]
    spent = time.process_time() - started
    if args.misses:
        missed = ((r, f) for r, f in zip(rows, found, strict=True) if r["relevant"] != f.relevant)
        print("\n".join(f"{row['relevant']!s:5} {one.relevant!s:5} {row['sentence']}" for row, one in missed))
    figures = {
        "n": len(rows),
        **_relevance([(r["relevant"], f.relevant) for r, f in zip(rows, found, strict=True)]),
        "spans": _span_f1(rows, [f.spans for f in found]),
        "spans_baseline": _span_f1(rows, [f.baseline for f in found]),
        "sentences_per_cpu_second": round(len(rows) / spent, 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
