"""What adding pages to a record costs: `python -m bench.adding --articles 1000 3000 10000 --more 100`.

Articles are made by program (`evals.synthetic.told`, 600 a day) and put in as if they had been read, so that only what
follows from comparing articles is timed: CPU seconds for deriving the stories of the first `articles`, and those of
`more` that come after. Each size has a record and a process of its own. `growth` is the exponent of the cost of adding
between the least and the largest size: 0 where it does not depend on what the record holds. With `--untold` stories are
found and kept but not told (what a story's own articles make of each other does not depend on the rest of a record),
so that large records can be measured.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from evals.stories import reading
from evals.synthetic import told

import tellings.times as times
from tellings.engine.stories import sketches, stories
from tellings.model.ids import group_id
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.relations import Family, Story
from tellings.model.rows import StoryRows
from tellings.record import open_store
from tellings.record.runs import pages_digest
from tellings.record.store import Store

FIRST_DAY = date(2031, 1, 1)


def readings() -> Iterator[Reading]:
    """As many readings as wanted, in the order of their days."""
    for number, (_, text, day) in enumerate(told(10_000_000)):
        on = (FIRST_DAY + timedelta(day)).isoformat()
        yield reading({"title": None, "text": f"{text} {number}", "date": on})


def derived(store: Store, new: Iterable[Reading], *, untold: bool) -> float:
    """Add articles, and give the CPU seconds that deriving takes then."""
    tell = _untold if untold else _told
    for one in new:
        store.add(Page(one.article.page_id, one.article.page, "text", one.article.text), one)
    store.commit()
    begun = time.process_time()
    store.derive(sketches, lambda groups: tell(store, groups), pages_digest(store.page_ids()))
    return time.process_time() - begun


def _told(store: Store, groups: Iterable[tuple[str, ...]]) -> Iterator[StoryRows]:
    for rows in stories(store.readings, groups):
        if isinstance(rows, Reject):
            raise AssertionError(rows.reason)
        yield rows


def _untold(store: Store, groups: Iterable[tuple[str, ...]]) -> Iterator[StoryRows]:
    for ids in groups:
        story = Story(group_id("s", ids), ids, (Family(group_id("f", ids), ids),), ())
        datings = times.date_articles(list(store.readings(ids)))
        yield StoryRows(story, None, None, tuple(datings), (), (), (), (), (), (), ())


def measure(count: int, more: int, *, untold: bool) -> dict[str, float]:
    """Derive a record of so many articles, then add more."""
    made = readings()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "record.sqlite", create=True) as store:
        first = derived(store, islice(made, count), untold=untold)
        added = derived(store, islice(made, more), untold=untold)
    return {"articles": count, "derived": round(first, 2), "added": round(added, 2), "a_page": round(added / more, 4)}


def main() -> None:
    """Measure each size in a process of its own and print a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--more", type=int, default=100)
    parser.add_argument("--untold", action="store_true", help="do not tell the stories that are found")
    given, sizes = parser.parse_args(), []
    for count in given.articles:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            sizes.append(pool.submit(measure, count, given.more, untold=given.untold).result())
        print(json.dumps(sizes[-1]), flush=True)
    least, most = sizes[0], sizes[-1]
    ratio, larger = most["added"] / least["added"], most["articles"] / least["articles"]
    growth = round(math.log(ratio) / math.log(larger), 3) if larger > 1 else None
    print(json.dumps({"sizes": sizes, "more": given.more, "growth": growth}))


if __name__ == "__main__":
    main()
