"""Measure quotes on attributions that people marked: python -m evals.quotes --data FILE --json.

Contents are sets of tokens (`\\w+`). A quote and an attribution match where their token sets have a
Jaccard index of .5 or more, one to one, taken greedily from the highest. F1 is over those matches,
exact F1 over those with an index of 1. The set marks a mixed quote's whole clause and a leading
"that", so both are put back before scoring; of "Prado, who said" it marks "who", which is taken with the
name that we give. A source is right where it shares a token with the
one marked that is no article, preposition, pronoun or form of address.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from evals.data import read_rows
from tellings import quotes
from tellings.model.actors import Cast
from tellings.model.article import Article
from tellings.model.quotes import Quote
from tellings.model.spans import Span
from tellings.text.parser import Parser

WORD = re.compile(r"\w+")
LEAST_SHARED = 0.5
EMPTY = frozenset(
    re.findall(
        r"\w+",
        "a an the of in on at to for from by with as and or he she it they we i you him her them us me his its their"
        " our my your this that these those who which mr ms mrs miss dr",
    )
)
WHO = re.compile(r"[\s,—–-]{1,4}(?:who|which|that)\b")
THAT = re.compile(r"\bthat\s+[\"“”‘’']*$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a person marked, or what was found: token starts of the content and of the source."""

    kind: str
    content: frozenset[int]
    source: frozenset[int]
    text: str = ""
    cue: str = ""


@dataclass
class Tally:
    """Counts over articles."""

    counts: Counter[str] = field(default_factory=Counter)

    def share(self, part: str, whole: str) -> float:
        """One count over another, 0 where the other is 0."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0


def tokens(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The starts of the tokens that begin inside the spans."""
    return frozenset(m.start() for span in spans for m in WORD.finditer(text, span.start, span.end))


def marked(row: Mapping[str, Any]) -> Iterator[Attribution]:
    """The attributions of a row that have a content."""
    for item in row["attributions"]:
        content = tokens(row["text"], (Span(s, e) for s, e, _ in item["content"]))
        source = tokens(row["text"], (Span(s, e) for s, e, _ in item["source"]))
        words = " | ".join(text for _, _, text in item["content"])
        if content:
            yield Attribution(item["kind"], content, source, words, " ".join(t for *_, t in item["cue"]))


def found(text: str, made: Iterable[Quote]) -> Iterator[Attribution]:
    """The quotes as the set would mark them."""
    for quote in made:
        spans = list(quote.parts)
        if quote.clause:
            spans = [quote.clause, *(part for part in quote.parts if not quote.clause.overlaps(part))]
        spans[0] = Span(_with_that(text, spans[0].start), spans[0].end)
        source = tokens(text, [_with_who(text, quote.speaker_span)] if quote.speaker_span else [])
        words = " | ".join(span.of(text) for span in spans)
        yield Attribution(quote.kind, tokens(text, spans), source, words, quote.cue.of(text) if quote.cue else "")


def _with_that(text: str, start: int) -> int:
    lead = THAT.search(text, max(0, start - 12), start)
    return lead.start() if lead else start


def _with_who(text: str, speaker: Span) -> Span:
    following = WHO.match(text, speaker.end)
    return Span(speaker.start, following.end() if following else speaker.end)


def pairs(gold: list[Attribution], got: list[Attribution]) -> dict[int, tuple[int, float]]:
    """Match one to one, from the highest Jaccard index: index of the gold to that of the found and its index."""
    likely = [
        (len(g.content & f.content) / len(g.content | f.content), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(got)
        if g.content & f.content
    ]
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, i, j in sorted(likely, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score >= LEAST_SHARED and i not in taken and j not in used:
            taken[i] = (j, score)
            used.add(j)
    return taken


def source_fits(text: str, gold: Attribution, got: Attribution) -> bool:
    """Whether the sources share a token that names someone; a bare pronoun must be the same token."""
    shared = gold.source & got.source
    naming = {at for at in shared if (m := WORD.match(text, at)) and m.group().lower() not in EMPTY}
    alone = all((m := WORD.match(text, at)) and m.group().lower() in EMPTY for at in gold.source)
    return bool(naming or (alone and shared))


def count(tally: Tally, text: str, gold: list[Attribution], got: list[Attribution]) -> None:
    """Add one article's counts."""
    taken = pairs(gold, got)
    counts = tally.counts
    counts.update(
        gold=len(gold), got=len(got), matched=len(taken), exact=sum(score == 1 for _, score in taken.values())
    )
    counts.update(f"gold.{g.kind}" for g in gold)
    counts.update(f"matched.{gold[i].kind}" for i in taken)
    counts.update(f"got.{g.kind}" for g in got)
    counts.update(f"right.{got[j].kind}" for j, _ in taken.values())
    sourced = [(gold[i], got[j]) for i, (j, _) in taken.items() if gold[i].source]
    counts.update(sourced=len(sourced), source_ok=sum(source_fits(text, g, f) for g, f in sourced))
    mine = frozenset(t for g in got for t in g.content)
    theirs = frozenset(t for g in gold for t in g.content)
    counts.update(tokens_both=len(mine & theirs), tokens_got=len(mine), tokens_gold=len(theirs))


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(tally: Tally) -> dict[str, object]:
    """The measures over all articles."""
    share = tally.share
    kinds = ("direct", "mixed", "indirect")
    return {
        "n": tally.counts["gold"],
        "precision": round(share("matched", "got"), 4),
        "f1": round(f1(share("matched", "got"), share("matched", "gold")), 4),
        "exact_f1": round(f1(share("exact", "got"), share("exact", "gold")), 4),
        "token_f1": round(f1(share("tokens_both", "tokens_got"), share("tokens_both", "tokens_gold")), 4),
        "recall": {"all": round(share("matched", "gold"), 4)}
        | {k: round(share(f"matched.{k}", f"gold.{k}"), 4) for k in kinds},
        "precision_by_kind": {k: round(share(f"right.{k}", f"got.{k}"), 4) for k in kinds},
        "source_ok": round(share("source_ok", "sourced"), 4),
    }


def read(row: Mapping[str, Any], parser: Parser) -> tuple[list[Attribution], list[Attribution], float]:
    """One article's attributions as marked and as found, and the CPU seconds that finding took."""
    article = Article(row["id"], row["id"], row["id"], row["text"])
    parsed = parser.parse(article)
    begun = time.process_time()
    made = quotes.find(article, parsed, Cast(), ())
    return list(marked(row)), list(found(row["text"], made)), time.process_time() - begun


def main() -> None:
    """Read the set, find its quotes and print the measures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", required=True)
    options.add_argument("--json", action="store_true")
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--misses", action="store_true", help="print what was missed and what was found in vain")
    given = options.parse_args()
    tally, parser, spent = Tally(), Parser(), 0.0
    for number, row in enumerate(read_rows(given.data)):
        if given.limit and number >= given.limit:
            break
        gold, got, seconds = read(row, parser)
        spent += seconds
        count(tally, row["text"], gold, got)
        if given.misses:
            _show(gold, got)
    print(json.dumps({**figures(tally), "cpu_seconds": round(spent, 2)}))


def _show(gold: list[Attribution], got: list[Attribution]) -> None:
    taken = pairs(gold, got)
    used = {j for j, _ in taken.values()}
    for i, g in enumerate(gold):
        if i not in taken:
            print("MISS", g.kind, f"[{g.cue}]", g.text.replace("\n", " ")[:160])
    for j, g in enumerate(got):
        if j not in used:
            print("VAIN", g.kind, f"[{g.cue}]", g.text.replace("\n", " ")[:160])


if __name__ == "__main__":
    main()
