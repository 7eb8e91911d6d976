"""Pages that take the process that reads them with them, told by a word in their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import endings
from endings import act

from tellings.engine import Processes
from tellings.engine.article import Dated, Reader
from tellings.engine.local import Do, Make, R, T
from tellings.engine.telling import Task
from tellings.model.article import Cleaned
from tellings.model.page import Page, Reject
from tellings.pages.apart import Apart
from tellings.pages.fields import Fields
from tellings.pages.read import sources
from tellings.processes.bounds import Bounds
from tellings.record.ready import ReadyStory
from tellings.relate.pairing import Matched

#: Each kind of poison, with what its reject says.
KINDS = {
    "exits": "ends the process that reads it (exit status 3)",
    "segfaults": "ends the process that reads it (SIGSEGV)",
    "loops": "takes more than 4 CPU seconds",
    "grows": "takes more than 700 MiB of memory",
    "raises": "could not be read: ZeroDivisionError",
}
BOUNDS = Bounds(seconds=4, patience=600, memory=700 << 20)


def poisoned(do: Do[Page, R], reader: Reader, page: Page) -> R | Reject:
    """Do what is to be done with a page, or what it says."""
    for kind in KINDS:
        if f"poison that {kind}" in page.text:
            act(kind)
            reader = Broken()
    return do(reader, page)


class Broken(Reader):
    """A reader with a fault in a stage."""

    def resolve(self, cleaned: Cleaned) -> Dated:
        raise ZeroDivisionError


@dataclass(frozen=True, slots=True)
class Poisoned:
    """Processes that do what poison pages say."""

    jobs: int

    def pages(self, paths: Sequence[str], fields: Fields) -> Iterator[Page | Reject]:
        return Apart(fields, BOUNDS, endings.poisoned).read(sources(paths))

    def each(self, things: Iterable[T], do: Do[T, R], make: Make = Reader) -> Iterator[tuple[T, R | Reject]]:
        return Processes(self.jobs, BOUNDS).each(things, partial(poisoned, do), make)  # type: ignore[arg-type]

    def matching(self) -> Matched | None:
        return Processes(self.jobs, BOUNDS).matching()

    def told(self, tasks: Iterable[Task]) -> Iterator[ReadyStory | Reject]:
        return Processes(self.jobs, BOUNDS).told(tasks)
