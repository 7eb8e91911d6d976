"""Score events on real pages against readers' judgements of what the coder gave there.

python -m evals.judged --data ../shared/data --json

`evals/sets/judged.tsv` holds acts that versions of the coder gave on articles of open sets, each by set, article, type
and the offset of its first word, with what a reader said of it: R right, S the act is there but a side or the status is
not, T another type, N no such act, P private (sport, business, crime of private people). Where `given` says with what
status and sides it was given (the offsets of the namings: "happened 12+40>77"), the letter is of that alone; given
with others, an act that was right counts as S until someone has read it. The articles are not part of the project;
`--data` is the folder that has the sets, and those that are not there are left out.

For `first` (articles on which rules were then tuned), `blind` (read after that; one rule was mended on what it showed
to be lost, that those who once held an office take part in politics), `third` (read before rules were written that it
was to measure, and after them where sides had changed; a third of it is of crime and sport) and `fourth` (read after
those rules, what they and the coder before them gave in one list; three rows of the vocabulary were mended after it):

* `precision`: R and S among the judged acts that the coder still gives; `right`: R alone
* `kept`: the share of all acts judged R or S that it still gives
* `unjudged`: acts that it gives there and no one has judged
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evals.data import read_rows
from tellings.engine.article import Reader
from tellings.model.article import Article, Cleaned

JUDGED = Path(__file__).parent / "sets" / "judged.tsv"
#: The field that has an article's text, where it is not `text`.
FIELDS = {"body/aeb_dev.jsonl.gz": "gold_text", "body/wcxb_dev_article.jsonl.gz": "gold_text"}
GOOD, ALL = ("R", "S"), ("R", "S", "T", "N", "P")
#: An act by its offset and type, and with what status and sides it was given.
Act = tuple[int, str]
Given = tuple[Act, str]
#: The letters of an act by what was given.
Letters = Mapping[str, str]
#: Judgements by part of the set, file, article and act.
Judgements = Mapping[tuple[str, str], Mapping[str, Mapping[Act, Letters]]]


def judgements(path: Path) -> Judgements:
    """Read the judgements."""
    found: dict[tuple[str, str], dict[str, dict[Act, dict[str, str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(dict))
    )
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            letters = found[row["part"], row["file"]][row["article"]][int(row["start"]), row["type"]]
            letters[row["given"] or ""] = row["letter"]
    return found


def given(reader: Reader, name: str, text: str, title: str | None) -> Iterator[Given]:
    """The acts that the coder gives for an article."""
    reading, _ = reader.resolve(Cleaned(Article(name, name, name, text, title=title), ()))
    for coding in reading.codings:
        actors, recipients = (
            "+".join(str(reading.cast.mentions[m].start) for m in side) for side in (coding.actors, coding.recipients)
        )
        yield (coding.act.start, coding.type), f"{coding.status} {actors}>{recipients}"


def letter(letters: Letters, sides: str) -> str:
    """What was said of an act as it is given, `unjudged` where no one has read it."""
    if not letters:
        return "unjudged"
    read = letters.get(sides) or letters.get("")
    return read or ("S" if set(letters.values()) & set(GOOD) else next(iter(letters.values())))


def compared(judged: Mapping[Act, Letters], acts: Iterable[Given]) -> Counter[str]:
    """Count an article's acts by letter: those still given, `unjudged`, and `good` of all judged."""
    found = Counter(letter(judged.get(act, {}), sides) for act, sides in dict(acts).items())
    found["good"] = sum(bool(set(letters.values()) & set(GOOD)) for letters in judged.values())
    return found


def scores(found: Mapping[str, int]) -> dict[str, float]:
    """The figures of a part."""
    known, good = sum(found[letter] for letter in ALL), sum(found[letter] for letter in GOOD)
    return {
        "precision": round(good / max(known, 1), 4),
        "right": round(found["R"] / max(known, 1), 4),
        "kept": round(good / max(found["good"], 1), 4),
        "judged": known,
        "unjudged": found["unjudged"],
    }


def main() -> None:
    """Print the figures as one JSON object."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True, help="the folder of the open sets")
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    reader, found = Reader(), defaultdict[str, Counter[str]](Counter)
    for (part, file), articles in judgements(JUDGED).items():
        rows = read_rows(args.data / file) if (args.data / file).exists() else iter(())
        for row in rows:
            if row["id"] in articles:
                acts = given(reader, row["id"], row[FIELDS.get(file, "text")], row.get("title"))
                found[part] += compared(articles[row["id"]], acts)
    print(json.dumps({part: scores(counted) for part, counted in found.items()}))


if __name__ == "__main__":
    main()
