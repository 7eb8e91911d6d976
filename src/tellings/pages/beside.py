"""What runs in the process that reads files beside the driver: one source after another, within bounds.

It imports little, since it starts with nothing loaded, and reads while the readers of pages still load.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle

from tellings.model.page import Page, Reject
from tellings.pages.fields import Fields
from tellings.pages.make import BEFORE, reject
from tellings.pages.read import Reading, Source
from tellings.processes.bounds import REPORT, Bounds, Fault, bound_time
from tellings.processes.worker import beside_the_driver

#: Reads a source: `pages.read.read_source`, or what a test puts in its place.
Read = Callable[[Source, Reading], Iterator[Page | Reject]]
#: Things sent together: what passes between two processes costs as much for one as for several. No more letters than
#: these, and no longer than so many seconds, are held back.
TOGETHER, LETTERS, SECONDS = 32, 500_000, 0.05


@dataclass(frozen=True, slots=True)
class Order:
    """A source to read, without the first things (`skip`) that it gives.

    `left_out` are pages that end this process, by how many are made before them. With `careful` each page is
    announced before it is made, and each thing sent at once: then it is known where the process ends.
    """

    source: Source
    skip: int = 0
    left_out: Mapping[int, Fault] = field(default_factory=dict)
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Making:
    """The page that is made now: how many of its source were made before it, and its name."""

    number: int
    name: str


#: A page, why there is none, what is under way, or (None) the end of a source.
Said = Page | Reject | Making | None


def serve(connection: Connection, read: Read, fields: Fields, bounds: Bounds, piped: bool) -> None:
    """Read each source that comes, until the driver hangs up. The first thing sent says that this process is ready."""
    if piped:
        sys.stdin = os.fdopen(recv_handle(connection))
    with beside_the_driver(connection, bounds) as inbox:
        connection.send([])
        reading, outbox = Reading(fields), _Outbox(connection)
        while True:
            if inbox.empty():
                outbox.send()
            order: Order = inbox.get()
            outbox.careful = order.careful
            for thing in _things(order, read, reading, outbox.put, bounds):
                outbox.put(thing)
            outbox.put(None)


def _things(
    order: Order, read: Read, reading: Reading, say: Callable[[Said], None], bounds: Bounds
) -> Iterator[Page | Reject]:
    BEFORE.set(_before(order, say))
    things = read(order.source, reading)
    for number in count():
        try:
            with bound_time(bounds):
                thing = next(things, None)
        except (MemoryError, BrokenPipeError, ConnectionResetError):
            raise
        except Exception as error:  # a fault of one file never ends a run
            thing, things = reject(order.source.name, _failed(error), REPORT), iter(())
        if thing is None:
            return
        if number >= order.skip:
            yield thing


def _failed(error: Exception) -> str:
    return f"the file cannot be read: {type(error).__name__}: {error}"


def _before(order: Order, say: Callable[[Said], None]) -> Callable[[str], Reject | None]:
    """What is asked before each page: see `make.BEFORE`."""
    numbers = count()

    def before(name: str) -> Reject | None:
        number = next(numbers)
        if order.careful:
            say(Making(number, name))
        fault = order.left_out.get(number)
        return reject(name, fault.reason, fault.remedy) if fault else None

    return before


class _Outbox:
    """Sends things together, each at once where care is taken or little comes."""

    def __init__(self, connection: Connection) -> None:
        self.careful = False
        self._connection = connection
        self._held: list[Said] = []
        self._letters = 0
        self._sent = time.monotonic()

    def put(self, thing: Said) -> None:
        self._held.append(thing)
        self._letters += len(thing.text) if isinstance(thing, Page) else 0
        many = len(self._held) >= TOGETHER or self._letters > LETTERS
        if self.careful or many or time.monotonic() - self._sent > SECONDS:
            self.send()

    def send(self) -> None:
        if self._held:
            self._connection.send(self._held)
        self._held, self._letters, self._sent = [], 0, time.monotonic()
