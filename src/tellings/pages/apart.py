"""Pages read in a process of their own, so that a file that ends the process which reads it ends no build.

A process that ends was reading one of the sources before it. A new one reads them again with care, so that it is
known which page it was: that page alone is refused, or, where no page was being made, the rest of its file.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import send_handle

from tellings.errors import TellingsError
from tellings.model.page import Page, Reject
from tellings.pages.beside import Making, Order, Read, Said, serve
from tellings.pages.fields import USUAL_FIELDS, Fields
from tellings.pages.make import reject
from tellings.pages.paths import STDIN
from tellings.pages.read import Source, read_source
from tellings.processes.bounds import USUAL, Bounds, Fault, fault_of
from tellings.processes.crew import LOST, STARTS
from tellings.processes.starting import as_children_start, fresh

#: Sources that the process has before it.
AHEAD = 64
#: Pages of one source that may end a process: for each the source is read again from its start.
MOST_FAULTS = 24
#: Seconds that a process may take from hanging up to its end.
ENDS = 10.0


@dataclass(slots=True)
class _Task:
    """A source under way, how many things it gave, and what is known of pages that end a process."""

    source: Source
    careful: bool
    given: int = 0
    making: Making | None = None
    left_out: dict[int, Fault] = field(default_factory=dict)

    @property
    def order(self) -> Order:
        return Order(self.source, self.given, self.left_out, self.careful)


def has_descriptor() -> bool:
    """Whether another process can read this one's standard input."""
    try:
        return os.name == "posix" and sys.stdin.fileno() >= 0
    except (AttributeError, OSError, ValueError):
        return False


class Apart:
    """Reads sources in one process, within bounds of time and memory for each page."""

    def __init__(self, fields: Fields = USUAL_FIELDS, bounds: Bounds = USUAL, read: Read = read_source) -> None:
        """`fields` name the fields of JSON and tables; `read` is known to pickle by its name."""
        self._given = read, fields, bounds
        self._bounds = bounds
        self._under_way: deque[_Task | Reject] = deque()
        self._process: BaseProcess | None = None
        self._connection: Connection
        self._ready = False

    def read(self, sources: Iterable[Source | Reject]) -> Iterator[Page | Reject]:
        """Give the pages of sources in their order, and why there are none."""
        left = iter(sources)
        try:
            while self._take_on(left):
                yield from self._refused()
                if self._under_way:
                    yield from self._hear()
        finally:
            self._dismiss()

    def _take_on(self, left: Iterator[Source | Reject]) -> bool:
        """Send sources ahead; false where nothing is left to do."""
        for source in islice(left, AHEAD - len(self._under_way)):
            if isinstance(source, Reject):
                self._under_way.append(source)
            else:
                # what was taken from standard input cannot be read again
                self._under_way.append(task := _Task(source, careful=source.name == STDIN))
                self._send(task)
        return bool(self._under_way)

    def _refused(self) -> Iterator[Reject]:
        """Give what stands before the next source."""
        while self._under_way and isinstance(self._under_way[0], Reject):
            yield self._under_way[0]
            self._under_way.popleft()

    def _send(self, task: _Task) -> None:
        if self._process is None:
            self._start()
        try:
            self._connection.send(task.order)
        except (BrokenPipeError, ConnectionResetError):
            return  # that it has ended is heard next

    def _start(self) -> None:
        context, piped = fresh(), has_descriptor()
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, *self._given, piped), daemon=True)
        with as_children_start():
            self._process.start()
        theirs.close()
        if piped:
            send_handle(self._connection, sys.stdin.fileno(), self._process.pid)

    def _hear(self) -> Iterator[Page | Reject]:
        """Take in what the process says; where it has ended or says nothing for too long, begin anew."""
        try:
            heard = self._connection.poll(self._patience())
            said: list[Said] = self._connection.recv() if heard else []
        except (EOFError, OSError):
            yield from self._bury(hung=False)
            return
        if not heard:
            yield from self._bury(hung=True)
        self._ready = True
        for thing in said:
            yield from self._taken(thing)

    def _patience(self) -> float | None:
        """The most seconds until something is said; None where it hangs on who writes into standard input."""
        head = self._under_way[0]
        if isinstance(head, _Task) and head.source.name == STDIN and self._ready:
            return None
        return self._bounds.patience if self._ready else max(STARTS, self._bounds.patience)

    def _taken(self, said: Said) -> Iterator[Page | Reject]:
        yield from self._refused()
        task = self._under_way[0]
        assert isinstance(task, _Task)
        if said is None:
            self._under_way.popleft()
        elif isinstance(said, Making):
            task.making = said
        else:
            task.given, task.making = task.given + 1, None
            yield said

    def _bury(self, *, hung: bool) -> Iterator[Reject]:
        """See which page or file the process ended on, and let a new one go on after it."""
        if not self._ready:
            raise TellingsError(*LOST)
        process, task = self._process, self._under_way[0]
        assert process is not None
        assert isinstance(task, _Task)
        process.join(0 if hung else ENDS)
        self._dismiss()
        yield from self._blamed(task, fault_of(process.exitcode, self._bounds, hung=hung))
        for one in self._under_way:
            if isinstance(one, _Task):
                one.careful = True
                self._send(one)

    def _blamed(self, task: _Task, fault: Fault) -> Iterator[Reject]:
        making, piped = task.making, task.source.name == STDIN
        if making and piped:
            yield reject(making.name, fault.reason, fault.remedy)
        elif making and len(task.left_out) < MOST_FAULTS and making.number not in task.left_out:
            task.left_out[making.number] = fault
            task.making = None
            return
        elif not task.careful:  # it may have been another's fault
            return
        self._under_way.popleft()
        yield reject(task.source.name, _of_file(fault, task.given), fault.remedy)

    def _dismiss(self) -> None:
        if self._process:
            self._connection.close()
            self._process.kill()
            self._process.join()
        self._process, self._ready = None, False


def _of_file(fault: Fault, given: int) -> str:
    reason = fault.reason.replace("the page", "the file")
    return f"{reason}; what stands after page {given} of it is not read" if given else reason
