"""Score who did it and to whom, in short texts whose keys were written before anything was run.

python -m evals.sides --json

The set (`evals/sets/sides.jsonl`) holds 195 texts of one to four sentences, most of them about the invented states of
`evals/sets/sides_vocab`, some of public facts, with every event: its type, actor, recipient and status. Keys were
written before anything was run. Of the first 112 every second is `blind`: its misses have not been read, but its
figures were seen while rules were written. The others are `seen`: the rules for sides were tuned on their misses.
Type and both sides of the first 112: seen .68 before and .84 after, blind .625 and .70, with what else changed in
those hours. The 83 written later are `seen` too; at first sight rules tuned on the first had .54 for .51 without
them on fifty, and .60 for .61 on the last 33: fresh texts are the better test.

`--data evals/sets/headlines.jsonl` takes 80 headlines, each as a page of a title alone, 20 of them of no event; keys
were written before anything was run, and two of what may be coded too after it. Type and both sides at first sight:
.88 with `tellings.text.headlines`, .37 without.

A side is written as codes of countries joined by "+", all of which and no other must be found; "VSM/LAB" asks for a
party of that country and sector, "-" for no country, "none" for no one, "*" for anyone, and "~" parts what may also
stand. Of a `mutual` event only all sides together are asked for. Printed for all texts and for each half: `type` is
the share of events of which the type is found, `sides` type and both sides, `status` the share of these with its
status; `precision` the share of what is found that stands in the key or among what may be coded too (`optional`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.data import read_rows
from tellings.engine.article import Reader
from tellings.engine.stories import story_rows
from tellings.model.article import Article, Cleaned
from tellings.model.rows import EventRow, Party
from tellings.vocab.tables import use

SETS = Path(__file__).parent / "sets"
DATA, VOCABULARY = SETS / "sides.jsonl", SETS / "sides_vocab"
ANYONE, NO_ONE, NO_COUNTRY = "*", "none", "-"
HALVES = ("seen", "blind")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event of the key; sides as the module's text says, no `status` where any will do."""

    types: tuple[str, ...]
    actor: str
    recipient: str
    mutual: bool
    status: tuple[str, ...]

    @classmethod
    def of(cls, row: dict[str, Any]) -> Wanted:
        """Read one event of a row of the set."""
        return cls(
            tuple(row["type"]), row["actor"], row["recipient"], row.get("mutual", False), tuple(row.get("status", ()))
        )

    def has_type(self, event: EventRow) -> bool:
        """Whether an event is of a type that is asked for."""
        return ANYONE in self.types or event.type in self.types

    def fits(self, event: EventRow) -> bool:
        """Whether an event has the type and both sides."""
        if not self.has_type(event):
            return False
        if self.mutual:
            together = (f"{a}+{b}" for a in self.actor.split("~") for b in self.recipient.split("~"))
            return is_side((*event.actors, *event.recipients), "~".join(together))
        return is_side(event.actors, self.actor) and is_side(event.recipients, self.recipient)


def is_side(parties: Sequence[Party], wanted: str) -> bool:
    """Whether the parties are those of one of the alternatives: all of its countries, no other, and its sectors."""
    return wanted == ANYONE or any(_is_one(parties, one) for one in wanted.split("~"))


def _is_one(parties: Sequence[Party], wanted: str) -> bool:
    if wanted in {ANYONE, NO_ONE}:
        return wanted == ANYONE or not parties
    asked = [part.partition("/") for part in wanted.split("+") if part != NO_COUNTRY]
    if {p.country for p in parties} - {None} != {code for code, _, _ in asked}:
        return False
    return all(any(p.country == code and _has_sector(p, sectors) for p in parties) for code, _, sectors in asked)


def _has_sector(party: Party, sectors: str) -> bool:
    return not sectors or party.sector in sectors.split("|")


@dataclass(frozen=True, slots=True)
class Answer:
    """A text of the set and the events that were found in it."""

    half: str
    text: str
    wanted: tuple[Wanted, ...]
    optional: tuple[Wanted, ...]
    found: tuple[EventRow, ...]

    def wrong(self) -> list[EventRow]:
        """The events that the key does not hold."""
        return [e for e in self.found if not any(w.fits(e) for w in (*self.wanted, *self.optional))]


def answers(rows: Iterable[dict[str, Any]]) -> Iterator[Answer]:
    """Take each text the whole way, as an article of its own."""
    reader = Reader()
    for i, row in enumerate(rows):
        name = f"text {i}"
        title = row["text"] if row["about"] == "headline" else None
        reading, _ = reader.resolve(Cleaned(Article(name, name, name, row["text"], title=title)))
        wanted, optional = (tuple(map(Wanted.of, row[field])) for field in ("events", "optional"))
        yield Answer(row["half"], row["text"], wanted, optional, story_rows([reading]).events)


def figures(several: Sequence[Answer]) -> dict[str, float]:
    """The shares of the key that were found, and of what was found that is right."""
    asked = [(w, a.found) for a in several for w in a.wanted]
    placed = [(w, [e for e in found if w.fits(e)]) for w, found in asked]
    told = [any(e.status in w.status for e in fitting) for w, fitting in placed if fitting]
    n_found = sum(len(a.found) for a in several)
    return {
        "n": len(asked),
        "type": _share(sum(any(map(w.has_type, found)) for w, found in asked), len(asked)),
        "sides": _share(len(told), len(asked)),
        "status": _share(sum(told), len(told)),
        "precision": _share(n_found - sum(len(a.wrong()) for a in several), n_found),
    }


def _share(part: int, whole: int) -> float:
    return round(part / max(whole, 1), 4)


def _misses(answer: Answer) -> Iterator[str]:
    for w in answer.wanted:
        if not any(w.fits(e) for e in answer.found):
            kind = "sides" if any(map(w.has_type, answer.found)) else "type"
            yield f"  no {'|'.join(w.types)} {w.actor} {'=' if w.mutual else '>'} {w.recipient} ({kind})"
    for event in answer.found:
        mark = "  wrong" if event in answer.wrong() else "  right"
        yield f"{mark} {event.status} {event.type} {_named(event.actors)} > {_named(event.recipients)}: {event.detail}"


def _named(parties: Sequence[Party]) -> str:
    return " + ".join(f"{p.text} [{p.country}/{p.sector}]" for p in parties) or "-"


def main() -> None:
    """Print the figures; with --misses every text of the half `seen` that is not all right, and what was found."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=DATA)
    arguments.add_argument("--misses", choices=HALVES, help="print the texts of a half that are not all right")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    use(VOCABULARY)
    every = list(answers(read_rows(args.data)))
    for answer in every:
        lines = list(_misses(answer)) if answer.half == args.misses else []
        if any(not line.startswith("  right") for line in lines):
            print("\n".join([answer.text, *lines]))
    halves = {half: figures([a for a in every if a.half == half]) for half in HALVES}
    print(json.dumps(figures(every) | halves))


if __name__ == "__main__":
    main()
