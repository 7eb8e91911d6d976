"""How a record grows: `python -m bench.growth --pages 1000 10000 100000`.

Readings are made by program (`bench.variants`); all that comes after reading is done as ever: storing, comparing,
telling, counting. `a_page` is CPU milliseconds of that a page, without the making, `growth_after_reading` that of the
largest size over that of the least, less one, and `kb_a_page` the file's size a page. `reading` is what it costs to
read one of the pages that the readings are made from, of which no stage knows how many others there are; `growth` is
that of both together, of a page from its bytes to its rows.

What else runs on a machine makes CPU seconds longer, now more and now less. So the least size is built many times in
the same run: before the largest, after it, and each time that it has run for `STRETCH` seconds, while it is stopped
(SIGSTOP), so that neither is beside the other. `a_page` of the least is the mean of these builds, `each` lists them,
and `growth_between` gives the growth after reading over the dearest and over the cheapest of them. Pages are read as
often, beside them. Sizes between are built once, before.

`queries` are the milliseconds until a question is answered on the largest record, in this process (median of five, CPU
and wall), and `cli` the CPU of the whole command, start-up and all. Linux and macOS.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import msgspec

import tellings.times as times
from bench.variants import ROOT, Variants, address, patterns
from tellings.cli.actor import LIMIT
from tellings.cli.told import the_family, the_story
from tellings.engine import Here, build
from tellings.engine.article import Dated, Reader
from tellings.engine.local import Do, Make, R, T
from tellings.engine.telling import Task
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.pages import read
from tellings.pages.fields import Fields
from tellings.record import answers, open_store, profile, queries
from tellings.record.filters import Filter
from tellings.record.ready import ReadyStory
from tellings.record.store import Store, Value
from tellings.relate.pairing import Matched

#: Seconds that the largest build runs between two of the least, measured while it is stopped.
STRETCH = 150.0
TIMES = 5


class Given(Reader):
    """Gives a page the reading that was made for it."""

    def __init__(self, reading: Reading) -> None:
        """Give this one."""
        self.reading = reading

    def dated(self, page: Page) -> Dated:
        """Give it with how it dates by itself."""
        return self.reading, times.date_articles([self.reading])[0]


@dataclass(slots=True)
class Made:
    """An engine whose readings are made; `seconds` is what that took."""

    variants: Variants
    seconds: float = field(default=0.0)

    def pages(self, paths: Sequence[str], fields: Fields) -> Iterator[Page | Reject]:
        """Read files here."""
        return Here().pages(paths, fields)

    def each(self, things: Iterable[T], do: Do[T, R], make: Make = Reader) -> Iterator[tuple[T, R | Reject]]:
        """Give each page its reading."""
        for thing in things:
            begun = time.process_time()
            if not isinstance(thing, Page):
                raise TypeError("made articles stand on no known site")
            found = self.variants.reading(int(thing.name.rpartition("/")[2]), thing)
            self.seconds += time.process_time() - begun
            yield thing, do(Given(found), thing)

    def matching(self) -> Matched | None:
        """Articles are set side by side where the record is."""
        return None

    def told(self, tasks: Iterable[Task]) -> Iterator[ReadyStory | Reject]:
        """Put stories together."""
        return Here().told(tasks)


def grown(count: int, given: Sequence[str], record: Path) -> dict[str, float]:
    """Build a record of so many pages; what it costs a page and how large it is."""
    lines = record.with_suffix(".jsonl")
    texts = [msgspec.json.decode(one, type=Reading).article.text for one in given]
    with lines.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"url": address(number), "text": f"{texts[number % len(texts)]}\n\n{number}"}) + "\n")
    engine, begun = Made(Variants(given)), time.process_time()
    with open_store(record, create=True) as store:
        summary = build([str(lines)], store, engine=engine)
    spent = time.process_time() - begun - engine.seconds
    lines.unlink()
    return {
        "pages": count,
        "stories": summary.stories,
        "events": summary.events,
        "a_page": round(1000 * spent / count, 2),
        "kb_a_page": round(record.stat().st_size / 1000 / count, 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


Size = dict[str, float]
#: The least size, and CPU milliseconds to read a page beside it.
Least = tuple[Size, float]
Question = tuple[str, Callable[[Store], object], tuple[str, ...]]


def questions(store: Store) -> Iterator[Question]:
    """What is asked: its name, the library's call and the command's arguments after the record."""

    def one(sql: str) -> tuple[Value, ...]:
        return next(store.rows(sql))

    pairs = "SELECT source, target FROM event_dyads GROUP BY 1, 2 ORDER BY count(*) {} LIMIT 1"
    actor = "SELECT r.name, count(*) FROM evidence v JOIN actors r USING (actor_id) GROUP BY 1 ORDER BY 2 {} LIMIT 1"
    for kind, order in (("most", "DESC"), ("least", "ASC")):
        source, target = map(str, one(pairs.format(order)))
        name = str(one(actor.format(order))[0])
        yield f"dyad, {kind} events", _dyad(source, target), ("dyad", source, target)
        yield (
            f"show --pair, {kind} events",
            _shown(Filter(pair=(source, target))),
            _show("--pair", f"{source},{target}"),
        )
        yield f"show --actor, {kind} events", _shown(Filter(actor=name)), _show("--actor", name)
    [day] = one("SELECT date FROM stories WHERE date IS NOT NULL ORDER BY date LIMIT 1 OFFSET 20")
    [story, family, words] = map(
        str,
        one(
            "SELECT s.story_id, f.family_id, s.title FROM stories s JOIN families f USING (story_id)"
            " WHERE s.title IS NOT NULL ORDER BY s.n_tellings DESC LIMIT 1"
        ),
    )
    yield "show", _shown(Filter()), _show()
    yield "show --since --until", _shown(Filter(since=str(day), until=str(day))), _show("--since", str(day))
    yield "show --type", _shown(Filter(type="ACCUSE")), _show("--type", "ACCUSE")
    yield "search, a title", _searched(words), ("search", *words.split())
    yield "search, one common word", _searched("minister"), ("search", "minister")
    [most] = one("SELECT actor_id FROM evidence WHERE actor_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
    yield "actor, most events", _known(str(most)), ("actor", str(most), "-f", "table")
    yield "story", lambda store: the_story(store, story), ("story", story)
    yield "family", lambda store: the_family(store, family), ("family", family)


def _dyad(source: str, target: str) -> Callable[[Store], object]:
    return lambda store: answers.dyad(store, source, target)


def _shown(asked: Filter) -> Callable[[Store], object]:
    return lambda store: list(islice(answers.events(store, asked), 20))


def _known(actor_id: str) -> Callable[[Store], object]:
    return lambda store: [profile.known(store, found, LIMIT) for found in answers.actors(store, Filter(actor=actor_id))]


def _searched(words: str) -> Callable[[Store], object]:
    return lambda store: list(queries.search(store, words, 20))


def _show(*options: str) -> tuple[str, ...]:
    return ("show", "events", "-n", "20", *options)


def answered(record: Path) -> dict[str, dict[str, float]]:
    """Milliseconds that each question takes."""
    found: dict[str, dict[str, float]] = {}
    with open_store(record) as store:
        asked = list(questions(store))
    for name, ask, (verb, *arguments) in asked:
        took = sorted(_timed(record, ask) for _ in range(TIMES))
        wall = statistics.median(wall for _, wall in took)
        command = [sys.executable, "-m", "tellings", verb, str(record), *arguments]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found[name] = {"cpu": took[TIMES // 2][0], "wall": wall, "cli": round(1000 * spent, 1)}
    return found


def _timed(record: Path, ask: Callable[[Store], object]) -> tuple[float, float]:
    with open_store(record) as store:
        cpu, wall = time.process_time(), time.perf_counter()
        ask(store)
        return round(1000 * (time.process_time() - cpu), 1), round(1000 * (time.perf_counter() - wall), 1)


def started(count: int, given: Sequence[str], record: Path) -> tuple[SpawnProcess, Connection]:
    """A build of so many pages in a process of its own, and where what `grown` says of it comes from."""
    ours, theirs = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=_told, args=(theirs, count, given, record), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _told(to: Connection, count: int, given: Sequence[str], record: Path) -> None:
    to.send(grown(count, given, record))


def alone(count: int, given: Sequence[str], folder: Path) -> Size:
    """Build so many pages, print what it costs, and leave nothing."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        process, told = started(count, given, Path(name) / "record.sqlite")
        return _ended(process, told)


def reading() -> float:
    """CPU milliseconds to read one of the example pages, in a process of its own that has read the others."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_reading)


def _reading() -> float:
    pages = [page for page in read([str(ROOT / "examples" / "pages")]) if isinstance(page, Page)]
    for half in (pages[::2], pages[1::2]):
        begun = time.process_time()
        for _ in Here().each(half, Reader.read):
            pass
        spent = time.process_time() - begun
    return round(1000 * spent / len(half), 2)


def _ended(process: SpawnProcess, told: Connection) -> Size:
    found: Size = told.recv()
    process.join()
    print(json.dumps(found), flush=True)
    return found


def stopped_for(least: Callable[[], Least], count: int, given: Sequence[str], record: Path) -> tuple[list[Least], Size]:
    """Build so many pages, and the least size each time that this has run for a stretch; give those, then this."""
    process, told = started(count, given, record)
    small = []
    while not told.poll(STRETCH):
        os.kill(process.pid or 0, signal.SIGSTOP)
        try:
            small.append(least())
        finally:
            os.kill(process.pid or 0, signal.SIGCONT)
    return small, _ended(process, told)


def main() -> None:
    """Grow each size in a process of its own and print a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--keep", type=Path, help="keep the largest record here")
    args, given = parser.parse_args(), patterns()
    count, *between, largest = sorted(args.pages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        least = partial(_least, count, given, folder)
        first, sizes = least(), [alone(size, given, folder) for size in between]
        record = args.keep or folder / "largest.sqlite"
        beside, last = stopped_for(least, largest, given, record)
        small, read_in = zip(first, *beside, least(), strict=True)
        asked = answered(record)
    for name, took in asked.items():
        print(f"{name:28s} {took}")
    each, page = [one["a_page"] for one in small], statistics.mean(read_in)
    a_page = round(statistics.mean(each), 2)
    report = {
        "sizes": [small[0] | {"a_page": a_page}, *sizes, last],
        "each": each,
        "reading": read_in,
        "growth": _grown(last["a_page"] + page, a_page + page),
        "growth_after_reading": _grown(last["a_page"], a_page),
        "growth_between": [_grown(last["a_page"], cost) for cost in (max(each), min(each))],
        "queries": asked,
    }
    print(json.dumps(report))


def _least(count: int, given: Sequence[str], folder: Path) -> Least:
    return alone(count, given, folder), reading()


def _grown(largest: float, least: float) -> float:
    return round(largest / least - 1, 3)


if __name__ == "__main__":
    main()
