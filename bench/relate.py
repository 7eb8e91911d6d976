"""How the cost of relating grows with an archive: `python -m bench.relate --articles 3000 30000 300000`.

Articles are made by program (`evals.synthetic.told`), 600 a day, so that a larger archive is a longer one. Each size
runs in a process of its own, for its memory; `sketch` is CPU time for the facts of each article by itself, `group` for
stories. `growth` is the exponent between the least and the largest size.
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


def main() -> None:
    """Measure each size in a process of its own and print a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[3000, 10_000, 30_000])
    sizes = []
    for count in parser.parse_args().articles:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            sizes.append(pool.submit(measure, count).result())
        print(json.dumps(sizes[-1]), flush=True)
    first, last = sizes[0], sizes[-1]
    cost = [(size["sketch"] + size["group"]) for size in (first, last)]
    growth = math.log(cost[1] / cost[0]) / math.log(last["articles"] / first["articles"]) if len(sizes) > 1 else None
    print(json.dumps({"sizes": sizes, "growth": growth and round(growth, 3)}))


if __name__ == "__main__":
    main()
