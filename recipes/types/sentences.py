"""The training sentences of the event types: rows of `sentences/*.tsv`, a file one fold, `a_` and `b_` two authors."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from tellings.events.typing.marks import Marked

FOLDER = Path(__file__).parent / "sentences"
MARK = re.compile(r"</?([ar])>")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A marked sentence, its type, and the probabilities of all types where another network gave it."""

    marked: Marked
    type: str
    soft: tuple[float, ...] = ()


def sentences(authors: str = "ab") -> list[Labelled]:
    """The rows of one or both authors."""
    found: list[Labelled] = []
    for path in sorted(p for p in FOLDER.glob("*.tsv") if p.name[0] in authors):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [Labelled(unmarked(row["text"]), row["type"]) for row in rows]
    return found


def unmarked(text: str) -> Marked:
    """Take `<a>` and `<r>` out of a sentence and keep where they stood."""
    plain, last = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {"a": [], "r": []}
    for mark in MARK.finditer(text):
        plain += text[last : mark.start()]
        last = mark.end()
        if mark[0][1] == "/":
            spans[mark[1]].append((opened[mark[1]], len(plain)))
        else:
            opened[mark[1]] = len(plain)
    return Marked(plain + text[last:], tuple(spans["a"]), tuple(spans["r"]))
