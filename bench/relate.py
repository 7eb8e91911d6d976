"""How the cost of relating grows with an archive: `python -m bench.relate --articles 3000 30000 300000`.

Articles are made by program (`evals.synthetic.told`), 600 a day, so that a larger archive is a longer one. Each size
runs in a process of its own, for its memory; `sketch` is CPU time for the facts of each article by itself, `group` for
stories, garbage looked for as seldom as in a build. What else runs on a machine makes CPU seconds longer, so the sizes
below the largest are measured before and after it, and their figures are the means. `growth` is the exponent between
the least and the largest size.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context

from evals.stories import bcubed, dating, reading
from evals.synthetic import told

import tellings.relate as relate
from tellings.processes.garbage import seldom

FIRST_DAY = date(2031, 1, 1)


def measure(count: int) -> dict[str, float]:
    """Relate so many articles; CPU seconds a stage, B-cubed F1 of the stories, and the peak of memory in MB."""
    story: dict[str, str] = {}
    spent: dict[str, float] = defaultdict(float)

    def sketches() -> Iterator[relate.Sketch]:
        begun = time.process_time()
        for number, (name, text, day) in enumerate(told(count)):
            on = (FIRST_DAY + timedelta(day)).isoformat()
            made = reading({"title": None, "text": f"{text} {number}", "date": on})
            story[made.article.article_id] = name
            written = time.process_time()
            sketch = relate.sketch(made, dating(made.article.article_id, on))
            spent["written"] += written - begun
            spent["sketch"] += time.process_time() - written
            yield sketch
            begun = time.process_time()

    begun = time.process_time()
    with seldom():
        groups = relate.group(sketches())
    spent["group"] = time.process_time() - begun - sum(spent.values())
    found = {article_id: group[0] for group in groups for article_id in group}
    ids = list(story)
    _, _, f1 = bcubed([found[i] for i in ids], [story[i] for i in ids])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "articles": len(ids),
        **{k: round(v, 2) for k, v in spent.items()},
        "f1": round(f1, 4),
        "peak_mb": round(peak),
    }


def measured(count: int) -> dict[str, float]:
    """The same in a process of its own, printed as a line."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found = pool.submit(measure, count).result()
    print(json.dumps(found), flush=True)
    return found


def mean_of(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    """Two measurements of one size as one."""
    spent = {key: round((before[key] + after[key]) / 2, 2) for key in ("written", "sketch", "group")}
    return before | spent


def main() -> None:
    """Print a line for each measurement, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[3000, 10_000, 30_000])
    *smaller, largest = sorted(parser.parse_args().articles)
    before, last = [measured(count) for count in smaller], measured(largest)
    sizes = [*(mean_of(found, measured(count)) for count, found in zip(smaller, before, strict=True)), last]
    cost = [(size["sketch"] + size["group"]) for size in (sizes[0], last)]
    larger = last["articles"] / sizes[0]["articles"]
    growth = round(math.log(cost[1] / cost[0]) / math.log(larger), 3) if larger > 1 else None
    print(json.dumps({"sizes": sizes, "growth": growth}))


if __name__ == "__main__":
    main()
