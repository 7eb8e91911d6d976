"""Measure lineage: how tellings descend from one another, on the project's own set. `python -m evals.lineage --json`.

Every telling of the half is read (its flat page by the product's own reader; with `--texts` the clean text, as
carried), all of them are grouped into stories and told as `engine.stories` does (with `--stories given` the set's own
stories are told, which shows what is lost by relating alone). Against `key.jsonl`:

`relation_macro_f1`: the mean of six F1 over the pairs listed in the key: copy, excerpt, rewritten, translated,
independent, and unrelated (found: not in one story). Pairs of one story that are not listed, and pairs of two
subjects, are not counted; that the latter stay apart shows in `family_ari`.

`family_ari`: the adjusted Rand index (Hubert and Arabie 1985) of the families over all tellings of the half.

`direction_accuracy`: of the directions claimed for listed pairs, the share that is the key's `direction`, or its
`descent` where that is null; pairs marked `unsure` are not counted. `direction_claimed`: the share of the pairs with
a `direction` in the key for which one is claimed.

`by_transformation`: for each way in which tellings were made, the share of pairs of a telling and its direct parent
whose relation is the key's.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Any

import tellings.relate as relate
import tellings.times as times
from evals.data import read_rows
from evals.scores import harmonic, mean
from tellings.engine.article import Reader
from tellings.model.page import Hints, Reject
from tellings.model.reading import Reading
from tellings.model.relations import Story
from tellings.pages.make import make_page

SET = Path(__file__).parent / "lineage_set"
RELATIONS = ("copy", "excerpt", "rewritten", "translated", "independent", "unrelated")

Row = dict[str, Any]
Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What the product says: the relation of each two tellings of one story, who came first, and the families."""

    relation: Mapping[Names, str]
    first: Mapping[Names, str]
    family: Mapping[str, str]


def rows(file: str, half: str) -> list[Row]:
    """Read the rows of one half of a file of the set, or of both."""
    return [row for row in read_rows(SET / file) if half in (row["half"], "both")]


def read(tellings: Iterable[Row], *, texts: bool) -> Iterator[Reading]:
    """Read tellings; each page is named by its telling's id.

    Raises:
        ValueError: where a telling cannot be read.
    """
    reader = Reader()
    for row in tellings:
        whole = Hints(row["title"], row["outlet"], published=row["published"], whole=True)
        text, hints = (row["text"], whole) if texts else (row["page"], Hints())
        page = make_page(row["id"], text.encode(), hints=hints)
        reading = page if isinstance(page, Reject) else reader.read(page)
        if isinstance(reading, Reject):
            raise ValueError(f"{row['id']}: {reading.reason}")
        yield reading


def grouped(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Group readings into stories, as `engine.stories` does."""
    by_id = {reading.article.article_id: reading for reading in readings}
    sketches = (relate.sketch(reading, times.date_articles([reading])[0]) for reading in readings)
    for group in relate.group(sketches):
        yield [by_id[article_id] for article_id in group]


def given(readings: Sequence[Reading], tellings: Iterable[Row]) -> Iterator[list[Reading]]:
    """Give the readings of each of the set's own stories."""
    stories: dict[str, list[Reading]] = {}
    for reading, row in zip(readings, tellings, strict=True):
        stories.setdefault(row["story"], []).append(reading)
    yield from stories.values()


def told(stories: Iterable[Sequence[Reading]]) -> Iterator[Story]:
    """Tell each story."""
    for readings in stories:
        yield relate.tell(readings, times.date_articles(readings))


def found(stories: Iterable[Story], names: Mapping[str, str]) -> Found:
    """Gather what stories say, in the names of the set; `names` gives each article's."""
    relation, first, family = dict[Names, str](), dict[Names, str](), dict[str, str]()
    for story in stories:
        for telling in story.tellings:
            pair = _ordered(names[telling.article_id], names[telling.other_id])
            relation[pair] = telling.relation
            if telling.direction:
                first[pair] = names[telling.direction]
        for member in story.families:
            family.update({names[article_id]: member.family_id for article_id in member.article_ids})
    return Found(relation, first, family)


def _ordered(one: str, other: str) -> Names:
    return (one, other) if one <= other else (other, one)


def pair_of(row: Row) -> Names:
    """Give the two tellings that a row of the key is about."""
    return _ordered(row["a"], row["b"])


def confusion(key: Iterable[Row], answer: Found) -> Counter[Names]:
    """Count (relation in the key, relation found)."""
    return Counter((row["relation"], answer.relation.get(pair_of(row), "unrelated")) for row in key)


def f1_of(name: str, counts: Counter[Names]) -> float:
    """Give the F1 of one relation."""
    gold = sum(n for (wanted, _), n in counts.items() if wanted == name)
    given = sum(n for (_, got), n in counts.items() if got == name)
    right = counts[name, name]
    return harmonic(right / given if given else 0.0, right / gold if gold else 0.0)


def adjusted_rand(gold: Sequence[str], given: Sequence[str]) -> float:
    """Give the adjusted Rand index of two partitions of the same things, label by label; 1 where both are one."""
    both = sum(comb(n, 2) for n in Counter(zip(gold, given, strict=True)).values())
    one, other = (sum(comb(n, 2) for n in Counter(labels).values()) for labels in (gold, given))
    chance = one * other / comb(len(gold), 2) if len(gold) > 1 else 0.0
    most = (one + other) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0


def directions(key: Iterable[Row], answer: Found) -> dict[str, float]:
    """Score the claimed directions."""
    right = claims = shown = met = 0
    for row in key:
        way = answer.first.get(pair_of(row))
        shown += row["direction"] is not None
        met += row["direction"] is not None and way is not None
        if way is not None and not row["unsure"]:
            claims += 1
            right += _way(row, way) == (row["direction"] or row["descent"])
    return {
        "direction_accuracy": right / claims if claims else 0.0,
        "direction_claimed": met / shown if shown else 0.0,
        "n_directions_claimed": claims,
        "n_directions_shown": shown,
    }


def _way(row: Row, first: str) -> str:
    return "a->b" if first == row["a"] else "b->a"


def by_transformation(tellings: Iterable[Row], key: Iterable[Row], answer: Found) -> dict[str, float]:
    """Give, for each way of making, the share of tellings whose relation to a direct parent is right."""
    gold = {pair_of(row): row["relation"] for row in key}
    seen, right = Counter[str](), Counter[str]()
    for row in tellings:
        for pair in (_ordered(row["id"], parent) for parent in row["parents"]):
            if pair in gold:
                seen[row["made_by"]] += 1
                right[row["made_by"]] += answer.relation.get(pair) == gold[pair]
    return {made: round(right[made] / seen[made], 4) for made in sorted(seen)}


def measure(tellings: Sequence[Row], key: Sequence[Row], answer: Found) -> dict[str, Any]:
    """Score what was found against the key."""
    counts = confusion(key, answer)
    families = [row["family"] for row in tellings], [answer.family[row["id"]] for row in tellings]
    by_relation = {name: f1_of(name, counts) for name in RELATIONS}
    gold = Counter(row["relation"] for row in key)
    scores = {
        "n": len(tellings),
        "pairs": len(key),
        "relation_macro_f1": mean(list(by_relation.values())),
        "family_ari": adjusted_rand(*families),
        **directions(key, answer),
        "families": len(set(families[0])),
        "families_found": len(set(families[1])),
    }
    return {
        **{name: round(score, 4) for name, score in scores.items()},
        "f1": {name: round(score, 4) for name, score in by_relation.items()},
        "n_by_relation": {name: gold[name] for name in RELATIONS},
        "by_transformation": by_transformation(tellings, key, answer),
    }


def table(counts: Counter[Names]) -> str:
    """Lay the confusion out: a row for each relation in the key, a column for each found."""
    lines = [" " * 12 + "".join(f"{name:>12s}" for name in RELATIONS)]
    lines += [f"{gold:12s}" + "".join(f"{counts[gold, got]:12d}" for got in RELATIONS) for gold in RELATIONS]
    return "\n".join(lines)


def misses(key: Iterable[Row], answer: Found) -> Iterator[str]:
    """Give a line for each listed pair whose relation is not the key's, and for each wrong direction."""
    for row in key:
        got, way = answer.relation.get(pair_of(row), "unrelated"), answer.first.get(pair_of(row))
        if got != row["relation"]:
            yield f"{row['relation']} found {got}: {row['a']} {row['b']}"
        if way and not row["unsure"] and _way(row, way) != (row["direction"] or row["descent"]):
            yield f"direction {row['direction'] or row['descent']}, {way} claimed first: {row['a']} {row['b']}"


def main() -> None:
    """Read the command line, measure, print one JSON object on the last line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "final", "both"), default="open", help="final: for a last figure")
    parser.add_argument("--pages", action="store_true", help="read the flat pages (always so without --texts)")
    parser.add_argument("--texts", action="store_true", help="read the clean texts: what relate does by itself")
    parser.add_argument("--stories", choices=("found", "given"), default="found", help="given: the set's own stories")
    parser.add_argument("--misses", action="store_true", help="print every pair that is judged wrongly")
    parser.add_argument("--json", action="store_true", help="print the JSON object alone, without the confusion table")
    args = parser.parse_args()
    tellings, key = rows("tellings.jsonl", args.half), rows("key.jsonl", args.half)
    readings = list(read(tellings, texts=args.texts))
    names = {reading.article.article_id: row["id"] for reading, row in zip(readings, tellings, strict=True)}
    stories = given(readings, tellings) if args.stories == "given" else grouped(readings)
    answer = found(told(stories), names)
    for line in misses(key, answer) if args.misses else ():
        print(line)
    if not args.json:
        print(table(confusion(key, answer)))
    print(json.dumps(measure(tellings, key, answer)))


if __name__ == "__main__":
    main()
