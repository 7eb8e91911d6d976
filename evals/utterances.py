"""Measure utterances: which pairs of quotations are joined as one thing said. `python -m evals.utterances --json`.

The project's own set, `evals/sets/utterances.json`: pairs by one speaker of one story, marked `same` (another
wording or a translation back) or not. Rules and thresholds may be fitted to its parts `first` and `open`; the parts
`final` and `kept` were written before the rules that are measured on them. Precision, recall and F1 are of the pairs
that are joined, over all parts; `parts` gives the F1 of each.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tellings.model.quotes import QuoteKind
from tellings.model.rows import QuoteRow
from tellings.model.spans import Span
from tellings.quotes import join

OWN = Path(__file__).parent / "sets" / "utterances.json"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations and whether they render one utterance."""

    one: str
    other: str
    same: bool
    part: str = "open"


def pairs(path: Path) -> tuple[Pair, ...]:
    """Read the pairs of a set."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Pair(row["one"], row["other"], row["same"], row.get("part", "open")) for row in rows)


def quote_row(article_id: str, text: str) -> QuoteRow:
    """Make a quote of one speaker in an article of its own; words without a capital are inside a clause."""
    kind: QuoteKind = "direct" if text[:1].isupper() else "mixed"
    return QuoteRow(
        quote_id=f"q{article_id}",
        article_id=article_id,
        kind=kind,
        text=text,
        start=0,
        end=len(text),
        parts=(Span(0, len(text)),),
        evidence=(),
        speaker_text="Ana Prado",
        speaker_name="Ana Prado",
        speaker_id="x1",
        addressee_name=None,
        cue="said",
        relayed_by=None,
        said_on=None,
        said_on_basis=None,
        confidence=0.9,
        detail="",
    )


def joined(pair: Pair) -> bool:
    """Whether the two quotations of a pair are taken for one utterance."""
    _, utterances = join("s1", (quote_row("a", pair.one), quote_row("b", pair.other)))
    return len(utterances) == 1


def measure(given: Sequence[Pair]) -> dict[str, float]:
    """Join every pair and count."""
    begun = time.process_time()
    found = [joined(pair) for pair in given]
    spent = time.process_time() - begun
    right = sum(pair.same and was for pair, was in zip(given, found, strict=True))
    precision = right / sum(found) if any(found) else 0.0
    recall = right / sum(pair.same for pair in given)
    return {
        "n": len(given),
        "f1": round(2 * precision * recall / (precision + recall), 4) if right else 0.0,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "cpu_seconds": round(spent, 3),
    }


def main() -> None:
    """Read the command line, measure, print one JSON object on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=OWN, help="pairs in the form of evals/sets/utterances.json")
    parser.add_argument("--misses", action="store_true", help="print every pair that is judged wrongly")
    parser.add_argument("--json", action="store_true", help="print JSON (always so)")
    args = parser.parse_args()
    given = pairs(args.data)
    for pair in given if args.misses else ():
        if joined(pair) != pair.same:
            print(f"{'same' if pair.same else 'different'}: {pair.one} | {pair.other}")
    parts = {part: measure([p for p in given if p.part == part])["f1"] for part in sorted({p.part for p in given})}
    print(json.dumps(measure(given) | {"parts": parts}))


if __name__ == "__main__":
    main()
