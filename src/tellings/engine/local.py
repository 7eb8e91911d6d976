"""Readers on this machine: in this process, or in processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tellings.engine.article import Reader
from tellings.engine.bounds import NO_MEMORY, USUAL, Bounds, Fault
from tellings.engine.crew import Crew
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading

T = TypeVar("T", Page, Cleaned)
Do = Callable[[Reader, T], Reading | Reject]
Make = Callable[[], Reader]


class Engine(Protocol):
    """What runs readers."""

    def each(self, things: Iterable[T], do: Do[T], make: Make = Reader) -> Iterator[tuple[T, Reading | Reject]]:
        """Let readers that `make` gives do something with each thing, and give both in order.

        `do` and `make` are functions that pickle can name.
        """


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


@dataclass(frozen=True, slots=True)
class Processes:
    """Reads in `jobs` processes (0: one a core), each page within bounds of time and memory."""

    jobs: int = 0
    bounds: Bounds = USUAL

    def each(self, things: Iterable[T], do: Do[T], make: Make = Reader) -> Iterator[tuple[T, Reading | Reject]]:
        """Read several things at a time; a page that ends its process is refused and the others are read."""
        return Crew[T, Reading | Reject](do, make, refuse, self.jobs, self.bounds).run(things)


def local(jobs: int) -> Engine:
    """This process where one is asked for, else processes."""
    return Here() if jobs == 1 else Processes(jobs)


def refuse(thing: Page | Cleaned, fault: Fault) -> Reject:
    """What stands for a page that could not be read."""
    name = thing.name if isinstance(thing, Page) else thing.article.page
    return Reject(name, "read", fault.reason, fault.remedy)
