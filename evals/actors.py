"""Score an actor's words against its country and sector, as the data's README defines it.

python -m evals.actors --data FILE --json
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evals.data import read_rows
from tellings.actors import find, resolve
from tellings.model.actors import Actor, Cast
from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.model.times import Interval
from tellings.places.gazetteer import fold, gazetteer
from tellings.text.parser import Parser
from tellings.text.tree import ancestors

#: The set's "today" where it gives no date: its README says about 2022-2023.
TODAY = date(2023, 1, 1)


@dataclass(slots=True)
class Counts:
    """Answers asked for and right."""

    countries: int = 0
    countries_right: int = 0
    sectors: int = 0
    sectors_right: int = 0
    both: int = 0
    both_right: int = 0


def coded(text: str, on: date, parser: Parser, sentence: str | None = None) -> Actor | None:
    """The actor that the words name: the one nearest the head of the phrase.

    Where the sentence around the words is given, the words are read in it.
    """
    if sentence and text in sentence:
        start = sentence.index(text)
        found = _read(sentence, start, start + len(text), on, parser)
        if found:
            return found
    return _read(text, 0, len(text), on, parser)


def _read(text: str, start: int, end: int, on: date, parser: Parser) -> Actor | None:
    article = Article("eval", "eval", "eval", text)
    parsed = parser.parse(article)
    cast = find(article, parsed)
    inside = [m.index for m in cast.mentions if m.start < end and start < m.end and m.kind != "pronoun"]
    if not inside:
        return _dweller(text[start:end])
    actors = resolve(cast, Interval(on, on), cast.claims)
    best = min(inside, key=lambda i: (_depth(cast, parsed, i), i))
    return actors[cast.mentions[best].entity]


def _dweller(text: str) -> Actor | None:
    """Who is named by a place alone: its country, without a sector."""
    known = max(gazetteer().get(fold(text), ()), key=lambda place: place.rank, default=None)
    return Actor("", known.name, "group", known.country, None, None, "a place") if known else None


def _depth(cast: Cast, parsed: Parsed, mention: int) -> int:
    found = cast.mentions[mention]
    return sum(1 for _ in ancestors(parsed.sentences[found.sentence], found.head))


def count(counts: Counts, row: dict[str, Any], actor: Actor | None) -> bool:
    """Add one row; gives whether all that it asks is right."""
    country, sector = (actor.country or "", actor.sector or "") if actor else ("", "")
    asked = [right for right in (_right(row["country"], country), _right(row["sector"], sector)) if right is not None]
    if row["country"] is not None:
        counts.countries += 1
        counts.countries_right += asked[0]
    if row["sector"] is not None:
        counts.sectors += 1
        counts.sectors_right += asked[-1]
    if len(asked) == 2:
        counts.both += 1
        counts.both_right += all(asked)
    return all(asked)


def _right(wanted: str | None, got: str) -> bool | None:
    return None if wanted is None else got in wanted.split("|")


def scores(counts: Counts) -> dict[str, float | int]:
    """Shares of exact answers among those asked."""
    return {
        "n": counts.countries,
        "country": round(counts.countries_right / max(counts.countries, 1), 4),
        "sector": round(counts.sectors_right / max(counts.sectors, 1), 4),
        "both": round(counts.both_right / max(counts.both, 1), 4),
    }


def main() -> None:
    """Print the figures; with --misses every row that is not right."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--misses", action="store_true")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    counts, parser = Counts(), Parser()
    for row in read_rows(args.data):
        on = date.fromisoformat(row["date"]) if row.get("date") else TODAY
        actor = coded(row["text"], on, parser, row.get("sentence"))
        if not count(counts, row, actor) and args.misses:
            got = (actor.name, actor.country, actor.sector, actor.detail) if actor else None
            print(f"{row['text']!r} {row.get('date')} wants {row['country']!r} {row['sector']!r}, got {got}")
    print(json.dumps(scores(counts)))


if __name__ == "__main__":
    main()
