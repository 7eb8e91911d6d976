"""Measure stories: texts grouped at one fixed threshold, by B-cubed.

`python -m evals.stories --data FILE --json`; FILE has the form of `data/stories`. The set gives
texts alone, so their sketches have no cast, and the rules on people and days stay silent.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import tellings.relate as relate
from evals.data import read_rows
from tellings.model.actors import Cast
from tellings.model.article import Article
from tellings.model.ids import stable_id
from tellings.model.reading import Reading
from tellings.model.times import Dated, Dating, Interval
from tellings.relate.regions import THRESHOLD


def reading(row: dict[str, Any]) -> Reading:
    """Make the least reading of a row: its text and title; the id is made from the text, never from the row's."""
    article_id = stable_id("a", row["title"], row["text"], row["date"])
    article = Article(article_id, article_id, article_id, row["text"], title=row["title"])
    return Reading(article, (), (), Cast(), (), (), (), ())


def dating(article_id: str, day: str | None) -> Dating:
    """Give a row's own date as the article's, where it has one."""
    on = date.fromisoformat(day[:10]) if day else None
    news = Dated(on, on, "day", "stated") if on else None
    return Dating(article_id, day, None, "stated" if day else "none", 1.0 if day else 0.0, Interval(on, on), news)


def bcubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """Give B-cubed precision, recall and their harmonic mean (Bagga and Baldwin 1998)."""
    in_found, in_gold, in_both = Counter(found), Counter(gold), Counter(zip(found, gold, strict=True))
    texts = list(zip(found, gold, strict=True))
    precision = sum(in_both[f, g] / in_found[f] for f, g in texts) / len(texts)
    recall = sum(in_both[f, g] / in_gold[g] for f, g in texts) / len(texts)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measure(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Group the rows' texts and score the groups."""
    kept = list(rows)
    readings = [reading(row) for row in kept]
    begun = time.process_time()
    ids = [r.article.article_id for r in readings]
    sketches = [relate.sketch(r, dating(i, row["date"])) for r, i, row in zip(readings, ids, kept, strict=True)]
    stories = relate.group({sketch.article_id: sketch for sketch in sketches}.values())
    spent = time.process_time() - begun
    story = {article_id: story[0] for story in stories for article_id in story}
    precision, recall, f1 = bcubed([story[i] for i in ids], [str(row["cluster"]) for row in kept])
    return {
        "n": len(kept),
        "stories": len(stories),
        "bcubed_precision": round(precision, 4),
        "bcubed_recall": round(recall, 4),
        "bcubed_f1": round(f1, 4),
        "threshold": THRESHOLD,
        "texts_per_cpu_second": round(len(kept) / spent, 1),
    }


def main() -> None:
    """Read the command line, measure, print one JSON object on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--json", action="store_true", help="print JSON (always so)")
    print(json.dumps(measure(read_rows(parser.parse_args().data))))


if __name__ == "__main__":
    main()
