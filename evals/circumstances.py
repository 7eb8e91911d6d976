"""Measure when, where, by what means and in what contexts events are said to have happened.

python -m evals.circumstances --json

The set (`evals/sets/circumstances.jsonl`) holds short articles, each with the words of its acts and what a careful
reader would say of each: the place (null where none is told), the country, the mode, one context, the day; "|" parts
what would do. An act is found where an event of a fitting type rests on its words; the other figures are shares of
the found acts whose key names the field, and `given_right` the share right of the places and countries given.

Its four parts were written before any rule was measured on them. At first sight, in the order in which they were
opened, `one` had country 12 of 13, place 13 of 16, mode 24 of 28, context 13 of 15; `two` 15 of 16, 20 of 27, 40 of 40,
16 of 21; `three` 29 of 33, 20 of 25, 50 of 50, 22 of 24; `last` 13 of 14, 11 of 14, 18 of 20, 10 of 13, and days 17 of
17. Rules have been made after each, so that today's figures are no longer those of unseen text.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.data import read_rows
from tellings.engine.article import Reader
from tellings.engine.stories import story_rows
from tellings.model.page import Hints, Reject
from tellings.model.rows import EventRow, EvidenceRow, StoryRows
from tellings.pages.make import make_page

DATA = Path(__file__).parent / "sets" / "circumstances.jsonl"
FIELDS = ("place", "country", "mode", "context", "date")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether one field of one act is right; `given` is whether a value was given at all."""

    part: str
    field: str
    right: bool
    given: bool
    what: str


def answers(row: Row, reader: Reader) -> Iterator[Answer]:
    """Ask one article's events for every field that its key names."""
    told = _told(row, reader)
    for want in row["events"]:
        event = _event(row["text"], want, told)
        yield Answer(row["part"], "found", event is not None, True, f"{row['id']} {want['act']}")
        for field in FIELDS:
            if event and field in want:
                got = _values(event, field)
                what = f"{row['id']} {want['act']}: {field} {'+'.join(got)} not {want[field]}"
                yield Answer(row["part"], field, is_right(want[field], got, field), bool(got), what)


def _told(row: Row, reader: Reader) -> StoryRows:
    hints = Hints(title=row["title"], published=row["published"], whole=True)
    page = make_page(f"{row['id']}.txt", row["text"].encode(), hints=hints)
    reading = page if isinstance(page, Reject) else reader.read(page)
    if isinstance(reading, Reject):
        raise LookupError(f"{row['id']}: {reading.reason}")
    return story_rows([reading])


def _event(text: str, want: Row, told: StoryRows) -> EventRow | None:
    """The event of a fitting type that rests on the key's words of the act."""
    first = text.index(want["act"])
    last = first + len(want["act"])
    resting = {e.event_id for e in told.evidence if _rests(e, first, last)}
    return next((e for e in told.events if e.event_id in resting and e.type in want["type"]), None)


def _rests(evidence: EvidenceRow, first: int, last: int) -> bool:
    return evidence.role == "act" and evidence.start < last and first < evidence.end


def _values(event: EventRow, field: str) -> tuple[str, ...]:
    if field == "date":
        return tuple(v for v in (event.date, event.date_end) if v)
    value = {
        "place": event.place,
        "country": event.place_country,
        "mode": event.mode,
        "context": event.contexts,
    }[field]
    return tuple(value) if isinstance(value, tuple) else tuple(v for v in (value,) if v)


def is_right(want: str | None, got: Sequence[str], field: str) -> bool:
    """Whether a field's values are the key's: of several joined by "|" any, of a place's name a part, of a day both."""
    if want is None:
        return not got
    wanted = want.split("|")
    if field == "place":
        return any(w.casefold() in g.casefold() for w in wanted for g in got)
    return bool(got) and all(g in wanted for g in got) if field == "date" else any(g in wanted for g in got)


def figures(found: Iterable[Answer]) -> dict[str, float | int]:
    """Shares right by field, their numbers, and the share right of the places given."""
    by: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in found:
        by[answer.field].append(answer)
    shares = {field: round(sum(a.right for a in several) / len(several), 4) for field, several in sorted(by.items())}
    given = [a for field in ("place", "country") for a in by[field] if a.given]
    counts = {f"n_{field}": len(several) for field, several in sorted(by.items())}
    return {**shares, **counts, "given_right": round(sum(a.right for a in given) / max(len(given), 1), 4)}


def main() -> None:
    """Print the figures; with --misses every field read otherwise."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=DATA)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    reader = Reader()
    found = [answer for row in read_rows(args.data) for answer in answers(row, reader)]
    if args.misses:
        print("\n".join(f"{a.field}: {a.what}" for a in found if not a.right))
    parts = {part: figures(a for a in found if a.part == part) for part in sorted({a.part for a in found})}
    print(json.dumps({**figures(found), "parts": parts}))


if __name__ == "__main__":
    main()
