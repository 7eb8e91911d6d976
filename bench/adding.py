"""What adding pages to a record costs: `python -m bench.adding --articles 3000 10000 30000 --more 1000`.

Articles are made by program (`evals.synthetic.told`, 600 a day, on 40 sites that each print a line of their own under
every article) and go through a whole build but for cleaning and reading: pages are looked up and stored, what sites
repeat is found and taken out, articles are compared, stories derived and counted. `built` and `added` are CPU seconds
for the first `articles` and for `more` that come after. Each size has a record and a process of its own. `growth` is
the exponent of the cost of adding between the least and the largest size: 0 where it does not depend on what the record
holds. With `--untold` stories are found and kept but not told (what a story's own articles make of each other does not
depend on the rest of a record), so that large records can be measured.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from evals.synthetic import told

import tellings.times as times
from tellings.engine import build
from tellings.engine.article import Dated, Reader
from tellings.engine.local import Do, Here, Make, R, T
from tellings.engine.telling import Task
from tellings.model.actors import Cast
from tellings.model.article import Article, Cleaned, StatedDate
from tellings.model.ids import group_id, stable_id
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.relations import Family, Story
from tellings.model.rows import StoryRows
from tellings.pages.fields import Fields
from tellings.record import open_store
from tellings.record.ready import ReadyStory, ready_story
from tellings.record.rows import read_reading
from tellings.relate.pairing import Matched

FIRST_DAY = date(2031, 1, 1)
SITES = 40
LINE = "Write to the desk of site {} with what you have seen, and with what was left out of the report above."


class BareReader(Reader):
    """Takes a page's text as it is: an article with its day, and nothing read of it."""

    def _read(self, page: Page) -> Dated:
        day = page.hints.published or ""
        stated = StatedDate(day, "metadata", day, "made", 0.95)
        key = stable_id("a", page.page_id)
        return self.read_without_repeats(
            Cleaned(Article(key, page.page_id, page.name, page.text, url=page.url, stated=(stated,)))
        )

    def resolve(self, cleaned: Cleaned) -> Dated:
        """Find nothing."""
        reading = Reading(cleaned.article, cleaned.dropped, (), Cast(), (), (), (), ())
        return reading, times.date_articles([reading])[0]


@dataclass(frozen=True, slots=True)
class Bare:
    """Reads in this process, and nothing but what is there; tells stories or finds them only."""

    tell: bool

    def pages(self, paths: Sequence[str], fields: Fields) -> Iterator[Page | Reject]:
        """Read files here."""
        return Here().pages(paths, fields)

    def each(self, things: Iterable[T], do: Do[T, R], make: Make = Reader) -> Iterator[tuple[T, R | Reject]]:
        """Read one thing after the other."""
        given = make()
        reader = BareReader(given.sites, given.repeats)
        return ((thing, do(reader, thing)) for thing in things)

    def matching(self) -> Matched | None:
        """Articles are set side by side where the record is."""
        return None

    def told(self, tasks: Iterable[Task]) -> Iterator[ReadyStory | Reject]:
        """Put stories together, or give them as they are found, with their articles' days."""
        return Here().told(tasks) if self.tell else map(untold, tasks)


def untold(task: Task) -> ReadyStory:
    """A story as it is found."""
    story = Story(group_id("s", task.group), task.group, (Family(group_id("f", task.group), task.group),), ())
    datings = times.date_articles([read_reading(one) for one in task.readings])
    return ready_story(task.form, StoryRows(story, None, None, tuple(datings), (), (), (), (), (), (), ()))


def lines() -> Iterator[str]:
    """As many pages as wanted, each as a line of JSON, in the order of their days."""
    for number, (_, text, day) in enumerate(told(10_000_000)):
        on = (FIRST_DAY + timedelta(day)).isoformat()
        site = number * 7 % SITES
        page = {"url": f"https://site-{site}.example/{number}", "text": f"{text}\n\n{LINE.format(site)}", "date": on}
        yield json.dumps(page) + "\n"


def added(record: Path, pages: Iterable[str], *, tell: bool) -> float:
    """CPU seconds of a build of these pages into a record."""
    file = record.with_name("pages.jsonl")
    with file.open("w", encoding="utf-8") as given:
        given.writelines(pages)
    begun = time.process_time()
    with open_store(record, create=True) as store:
        build([str(file)], store, engine=Bare(tell))
    return time.process_time() - begun


def measure(count: int, more: int, *, tell: bool) -> dict[str, float]:
    """Build a record of so many articles, then add more."""
    with tempfile.TemporaryDirectory() as folder:
        made, record = lines(), Path(folder) / "record.sqlite"
        first, then = added(record, islice(made, count), tell=tell), added(record, islice(made, more), tell=tell)
        size = record.stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "articles": count,
        "built": round(first, 2),
        "added": round(then, 2),
        "a_page": round(then / more, 5),
        "kb_a_page": round(size / 1000 / (count + more), 1),
        "peak_mb": round(peak),
    }


def main() -> None:
    """Measure each size in a process of its own and print a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--more", type=int, default=100)
    parser.add_argument("--untold", action="store_true", help="do not tell the stories that are found")
    given, sizes = parser.parse_args(), []
    for count in given.articles:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            sizes.append(pool.submit(measure, count, given.more, tell=not given.untold).result())
        print(json.dumps(sizes[-1]), flush=True)
    least, most = sizes[0], sizes[-1]
    ratio, larger = most["added"] / least["added"], most["articles"] / least["articles"]
    growth = round(math.log(ratio) / math.log(larger), 3) if larger > 1 else None
    print(json.dumps({"sizes": sizes, "more": given.more, "growth": growth}))


if __name__ == "__main__":
    main()
