"""Readers on this machine: in this process, or in processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol, TypeVar

from tellings.engine import telling
from tellings.engine.article import Reader
from tellings.engine.telling import Task, tell
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.pages import read
from tellings.pages.apart import Apart, has_descriptor
from tellings.pages.fields import Fields
from tellings.pages.paths import STDIN
from tellings.pages.read import sources
from tellings.processes.bounds import NO_MEMORY, USUAL, Bounds, Fault
from tellings.processes.crew import Crew
from tellings.record.ready import ReadyStory
from tellings.relate.pairing import Batch, Matched, Matcher, Paired, matched

T = TypeVar("T", Page, Cleaned)
#: What becomes of a thing that can be read.
R = TypeVar("R")
Do = Callable[[Reader, T], R | Reject]
Make = Callable[[], Reader]
#: Stories that are put together sooner than processes start.
FEW = 16
#: The same of batches of articles that are set side by side.
FEW_BATCHES = 4
#: What a process has before it while the driver writes 500 stories (.4 seconds, a story takes .04), or looks up whom
#: 500 articles meet (.4 seconds, a batch takes .06).
STORIES_AHEAD, BATCHES_AHEAD = 12, 6


class Engine(Protocol):
    """What runs readers."""

    def pages(self, paths: Sequence[str], fields: Fields) -> Iterator[Page | Reject]:
        """Give the pages at these paths: see `pages.read`."""

    def each(self, things: Iterable[T], do: Do[T, R], make: Make = Reader) -> Iterator[tuple[T, R | Reject]]:
        """Let readers that `make` gives do something with each thing, and give both in order.

        `do` and `make` are functions that pickle can name, and what they give can travel.
        """

    def matching(self) -> Matched | None:
        """What sets articles side by side that a store has to compare; None where the store does that best itself."""

    def told(self, tasks: Iterable[Task]) -> Iterator[ReadyStory | Reject]:
        """Put stories together, in order."""


@dataclass(frozen=True, slots=True)
class Here:
    """Reads in this process. A page that ends it ends the build; the next run meets it again."""

    def pages(self, paths: Sequence[str], fields: Fields) -> Iterator[Page | Reject]:
        """Read files here."""
        return read(paths, fields)

    def each(self, things: Iterable[T], do: Do[T, R], make: Make = Reader) -> Iterator[tuple[T, R | Reject]]:
        """Read one thing after the other."""
        reader = make()
        for thing in things:
            try:
                yield thing, do(reader, thing)
            except MemoryError:
                yield thing, refuse(thing, NO_MEMORY)

    def matching(self) -> Matched | None:
        """The store does that here."""
        return None

    def told(self, tasks: Iterable[Task]) -> Iterator[ReadyStory | Reject]:
        """Put one story together after the other."""
        return chain.from_iterable(map(tell, tasks))


@dataclass(frozen=True, slots=True)
class Processes:
    """Reads in `jobs` processes (0: one a core), each page within bounds of time and memory."""

    jobs: int = 0
    bounds: Bounds = USUAL

    def pages(self, paths: Sequence[str], fields: Fields) -> Iterator[Page | Reject]:
        """Read files in one more process; a page that ends it is refused, and the others are read."""
        if STDIN in paths and not has_descriptor():
            return read(paths, fields)
        return Apart(fields, self.bounds).read(sources(paths))

    def each(self, things: Iterable[T], do: Do[T, R], make: Make = Reader) -> Iterator[tuple[T, R | Reject]]:
        """Read several things at a time; a page that ends its process is refused and the others are read."""
        return Crew[T, R | Reject](do, make, refuse, self.jobs, self.bounds).run(things)

    def matching(self) -> Matched | None:
        """Several batches at a time, where there is more than one process; else the store does that in the driver."""
        return None if self.jobs == 1 else self._matched

    def _matched(self, batches: Iterable[Batch]) -> Iterator[Sequence[Paired]]:
        """Set articles side by side. A few batches, and one that ends its process twice, are done here."""
        left, here = iter(batches), Matcher()
        first = list(islice(left, FEW_BATCHES))
        if len(first) < FEW_BATCHES:
            yield from map(here.matched, first)
            return
        crew = Crew[Batch, Sequence[Paired] | None](matched, Matcher, nothing, self.jobs, self.bounds, BATCHES_AHEAD)
        for batch, found in crew.run(chain(first, left)):
            yield here.matched(batch) if found is None else found

    def told(self, tasks: Iterable[Task]) -> Iterator[ReadyStory | Reject]:
        """Put several stories together at a time; one that ends its process is refused. A few are told here."""
        left = iter(tasks)
        first = list(islice(left, FEW))
        if len(first) < FEW:
            yield from Here().told(first)
            return
        crew = Crew[Task, list[ReadyStory | Reject]](
            telling.listed, int, telling.refuse, self.jobs, self.bounds, STORIES_AHEAD
        )
        for _, found in crew.run(chain(first, left)):
            yield from found


def local(jobs: int) -> Engine:
    """This process where one is asked for, else processes."""
    return Here() if jobs == 1 else Processes(jobs)


def nothing(_: Batch, __: Fault) -> None:
    """What stands for a batch that ends its process."""


def refuse(thing: Page | Cleaned, fault: Fault) -> Reject:
    """What stands for a page that could not be read."""
    name = thing.name if isinstance(thing, Page) else thing.article.page
    return Reject(name, "read", fault.reason, fault.remedy)
