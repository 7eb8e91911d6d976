"""Readers on this machine: in this process, or in processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Generic, Protocol, TypeVar

import msgspec

from tellings.engine import telling
from tellings.engine.article import Reader
from tellings.engine.bounds import NO_MEMORY, USUAL, Bounds, Fault
from tellings.engine.crew import Crew
from tellings.engine.telling import Task, tell
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows

T = TypeVar("T", Page, Cleaned)
Do = Callable[[Reader, T], Reading | Reject]
Make = Callable[[], Reader]
#: Stories that are put together sooner than processes start.
FEW = 16
DECODER = msgspec.json.Decoder(tuple[Reading | None, Reject | None])


class Engine(Protocol):
    """What runs readers."""

    def each(self, things: Iterable[T], do: Do[T], make: Make = Reader) -> Iterator[tuple[T, Reading | Reject]]:
        """Let readers that `make` gives do something with each thing, and give both in order.

        `do` and `make` are functions that pickle can name.
        """

    def told(self, tasks: Iterable[Task]) -> Iterator[StoryRows | Reject]:
        """Put stories together, in order."""


@dataclass(frozen=True, slots=True)
class Here:
    """Reads in this process. A page that ends it ends the build; the next run meets it again."""

    def each(self, things: Iterable[T], do: Do[T], make: Make = Reader) -> Iterator[tuple[T, Reading | Reject]]:
        """Read one thing after the other."""
        reader = make()
        for thing in things:
            try:
                yield thing, do(reader, thing)
            except MemoryError:
                yield thing, refuse(thing, NO_MEMORY)

    def told(self, tasks: Iterable[Task]) -> Iterator[StoryRows | Reject]:
        """Put one story together after the other."""
        return chain.from_iterable(map(tell, tasks))


@dataclass(frozen=True, slots=True)
class Processes:
    """Reads in `jobs` processes (0: one a core), each page within bounds of time and memory."""

    jobs: int = 0
    bounds: Bounds = USUAL

    def each(self, things: Iterable[T], do: Do[T], make: Make = Reader) -> Iterator[tuple[T, Reading | Reject]]:
        """Read several things at a time; a page that ends its process is refused and the others are read."""
        crew = Crew[T, bytes](Packed(do), make, packed_refusal, self.jobs, self.bounds)
        return ((thing, unpacked(answer)) for thing, answer in crew.run(things))

    def told(self, tasks: Iterable[Task]) -> Iterator[StoryRows | Reject]:
        """Put several stories together at a time; one that ends its process is refused. A few are told here."""
        left = iter(tasks)
        first = list(islice(left, FEW))
        if len(first) < FEW:
            yield from Here().told(first)
            return
        crew = Crew[Task, list[bytes]](telling.packed, int, telling.refuse, self.jobs, self.bounds)
        for _, answers in crew.run(chain(first, left)):
            yield from map(telling.unpacked, answers)


@dataclass(frozen=True, slots=True)
class Packed(Generic[T]):
    """Does something and packs the answer: to unpack JSON takes a tenth of what pickled dataclasses take."""

    do: Do[T]

    def __call__(self, reader: Reader, thing: T) -> bytes:
        """Do it."""
        return _packed(self.do(reader, thing))


def packed_refusal(thing: Page | Cleaned, fault: Fault) -> bytes:
    """What stands for a page that could not be read, packed."""
    return _packed(refuse(thing, fault))


def _packed(found: Reading | Reject) -> bytes:
    return msgspec.json.encode((None, found) if isinstance(found, Reject) else (found, None))


def unpacked(answer: bytes) -> Reading | Reject:
    """What was packed."""
    reading, reject = DECODER.decode(answer)
    found = reading or reject
    if found is None:
        raise ValueError("an answer without reading or reject")
    return found


def local(jobs: int) -> Engine:
    """This process where one is asked for, else processes."""
    return Here() if jobs == 1 else Processes(jobs)


def refuse(thing: Page | Cleaned, fault: Fault) -> Reject:
    """What stands for a page that could not be read."""
    name = thing.name if isinstance(thing, Page) else thing.article.page
    return Reject(name, "read", fault.reason, fault.remedy)
