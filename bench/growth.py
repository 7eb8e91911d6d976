"""How a record grows: `python -m bench.growth --pages 1000 10000 100000`.

The example pages are read once, by the whole program. Their readings are then varied by program, as many as wanted:
the longer words of one are exchanged for others of their length, the same everywhere in the reading, so that spans
hold: words for those of all examples by Zipf's law, names mostly for made-up ones, of which a larger record holds
more. Ids and days become its own, 100 articles a day on 200 sites, so that a larger record is a longer one. Two pages
in five are copies: the article before under an address of its own. All that comes after reading is done as ever:
storing, comparing, telling, counting. What else runs on a machine makes CPU seconds longer: the sizes below the largest
are measured before and after it, and their figures are the means. `a_page` is CPU milliseconds of that a page, without
the making; `growth` that of the largest size over that of the least, less one; `kb_a_page` the file's size a page.
`queries` are the milliseconds until a question is answered on the largest record, in this process (median of five, CPU
and wall), and `cli` the CPU of the whole command, start-up and all.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec
from evals.synthetic import SYLLABLES

import tellings.times as times
from tellings.cli.actor import LIMIT
from tellings.cli.told import the_family, the_story
from tellings.engine import Here, build
from tellings.engine.article import Dated, Reader
from tellings.engine.local import Do, Make, R, T
from tellings.engine.telling import Task
from tellings.model.ids import stable_id
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.times import TimeExpression
from tellings.pages import read
from tellings.pages.fields import Fields
from tellings.record import answers, open_store, profile, queries
from tellings.record.filters import Filter
from tellings.record.ready import ReadyStory
from tellings.record.rows import to_json
from tellings.record.store import Store, Value

ROOT = Path(__file__).parents[1]
FIRST_DAY = date(2031, 1, 1)
A_DAY, SITES, COPIED = 100, 200, 0.4
#: Words that may be exchanged, but for keys and codes of JSON, which stand alone and are written in one case.
LONG_WORD = re.compile(r"(?<![\w\\-])[^\W\d_]{3,}(?![\w-])")
CODE = re.compile(r"\"([a-z]{3,}|[A-Z]{3,})\"")
LITERALS = frozenset({"true", "false", "null"})
ID = re.compile(r"\"([a-z])([0-9a-f]{16})\"")
DAY = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")
#: The share of the words that a variant exchanges.
EXCHANGED = 0.97
#: Made-up names of each length beside the patterns' own.
NAMES = 5_000
TIMES = 5


def patterns() -> list[str]:
    """The readings of the example pages as JSON, without what their sites are known by."""
    pages = [page for page in read([str(ROOT / "examples" / "pages")]) if isinstance(page, Page)]
    found = [reading for _, reading in Here().each(pages, Reader.read) if isinstance(reading, Reading)]
    return [to_json(replace(reading, trace=None, alone=None)) for reading in found]


class Variants:
    """Readings made from patterns: the same number gives the same reading."""

    def __init__(self, made_from: Sequence[str]) -> None:
        """Take the patterns' words, by their length and whether they begin with a capital."""
        self._patterns = made_from
        self._days = [_own_day(one) for one in made_from]
        self._codes = LITERALS.union(code for one in made_from for code in CODE.findall(one))
        texts = (msgspec.json.decode(one, type=Reading).article.text for one in made_from)
        counts = Counter(word for text in texts for word in LONG_WORD.findall(text) if word not in self._codes)
        self._words: dict[tuple[int, bool], list[str]] = {}
        for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            self._words.setdefault((len(word), word[0].isupper()), []).append(word)
        for (length, capital), known in self._words.items():
            known += _names(length) if capital else []

    def reading(self, number: int, page: Page) -> Reading:
        """The reading of so many: with the words of the last one that is no copy, under its own ids."""
        source = number
        while source and random.Random(f"copy {source}").random() < COPIED:
            source -= 1
        dice, new = random.Random(source), dict[str, str]()
        shift = FIRST_DAY + timedelta(source // A_DAY) - self._days[source % len(self._patterns)]

        def other(found: re.Match[str]) -> str:
            word = found[0]
            if word in self._codes or (len(word), word[0].isupper()) not in self._words:
                return word
            if word not in new:
                capital = word[0].isupper()
                pool = self._words[len(word), capital]
                place = dice.randrange(len(pool)) if capital else int((len(pool) + 1) ** dice.random()) - 1
                new[word] = pool[place] if dice.random() < EXCHANGED else word
            return new[word]

        def later(found: re.Match[str]) -> str:
            try:
                return (date.fromisoformat(found[0]) + shift).isoformat()
            except (ValueError, OverflowError):
                return found[0]

        text = LONG_WORD.sub(other, self._patterns[source % len(self._patterns)])
        text = ID.sub(lambda found: f'"{stable_id(found[1], found[2], number)}"', DAY.sub(later, text))
        made = msgspec.json.decode(text, type=Reading)
        site = f"https://site-{number * 7 % SITES}.example/{number}"
        article = replace(made.article, page_id=page.page_id, page=page.name, url=site, runs=())
        own = self._days[source % len(self._patterns)]
        times = tuple(_later(one, own, shift) for one in made.times)
        return replace(made, article=article, times=times, month=_month(made.month, shift))


def _names(length: int) -> list[str]:
    """Made-up names of so many letters: as an archive grows, so do the names in it."""
    dice, syllables = random.Random(length), SYLLABLES.split()
    return ["".join(dice.choices(syllables, k=length))[:length].capitalize() for _ in range(NAMES)]


def _own_day(reading: str) -> date:
    """The day that an article states, else the last that it names, else the first of all."""
    made = msgspec.json.decode(reading, type=Reading)
    stated = [day for one in made.article.stated for day in DAY.findall(one.value)]
    days = [day for day in (_day(one) for one in stated[:1] or DAY.findall(reading)) if day]
    return max(days, default=FIRST_DAY)


def _later(said: TimeExpression, own: date, shift: timedelta) -> TimeExpression:
    """A time that is said with a month, so much later."""
    try:
        day = date(said.year or own.year, said.month or own.month, said.day or 15) + shift
    except ValueError:
        return said
    return replace(
        said,
        year=said.year and day.year,
        month=said.month and day.month,
        day=said.day and day.day,
    )


def _month(month: int | None, shift: timedelta) -> int | None:
    """A month, counted from the year 0, so much later."""
    if month is None:
        return None
    day = date(month // 12, month % 12 + 1, 15) + shift
    return 12 * day.year + day.month - 1


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


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

    def told(self, tasks: Iterable[Task]) -> Iterator[ReadyStory | Reject]:
        """Put stories together."""
        return Here().told(tasks)


def grown(count: int, given: Sequence[str], record: Path) -> dict[str, float]:
    """Build a record of so many pages; what it costs a page and how large it is."""
    lines = record.with_suffix(".jsonl")
    texts = [msgspec.json.decode(one, type=Reading).article.text for one in given]
    with lines.open("w", encoding="utf-8") as file:
        for number in range(count):
            site = f"https://site-{number * 7 % SITES}.example/{number}"
            file.write(json.dumps({"url": site, "text": f"{texts[number % len(texts)]}\n\n{number}"}) + "\n")
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


def main() -> None:
    """Grow each size in a process of its own and print a line for each, then one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--keep", type=Path, help="keep the largest record here")
    args, given = parser.parse_args(), patterns()
    *smaller, largest = sorted(args.pages)
    with tempfile.TemporaryDirectory() as folder:

        def measured(count: int, record: Path) -> dict[str, float]:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                found = pool.submit(grown, count, given, record).result()
            print(json.dumps(found), flush=True)
            return found

        before = [measured(count, Path(folder) / f"{count}.sqlite") for count in smaller]
        record = args.keep or Path(folder) / "largest.sqlite"
        last = measured(largest, record)
        after = [measured(count, Path(folder) / f"{count} again.sqlite") for count in smaller]
        asked = answered(record)
    for name, took in asked.items():
        print(f"{name:28s} {took}")
    sizes = [{**one, "a_page": (one["a_page"] + again["a_page"]) / 2} for one, again in zip(before, after, strict=True)]
    sizes.append(last)
    growth = round(sizes[-1]["a_page"] / sizes[0]["a_page"] - 1, 3)
    print(json.dumps({"sizes": sizes, "growth": growth, "queries": asked}))


if __name__ == "__main__":
    main()
