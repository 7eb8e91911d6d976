"""Processes on this machine that do something with each thing, in order, whatever becomes of one of them."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from tellings.errors import TellingsError
from tellings.processes.bounds import USUAL, Bounds, Fault, fault_of
from tellings.processes.starting import as_children_start, forked
from tellings.processes.worker import serve

T = TypeVar("T")
R = TypeVar("R")

#: Things that a process has before it: the one that it works on, and the next. More where each takes little, and the
#: driver is busy for longer than a few take.
AHEAD = 3
#: Things a process that may be done and wait for one before them, so that memory is bounded however long the input.
WINDOW = 32
#: Times that a thing may end its process before it is refused. The first may have been another's fault.
TRIES = 2
#: Seconds that a process may take to start on a busy machine.
STARTS = 600.0
#: Processes that may end one after the other without a thing done: then it is not the things' fault.
MOST_LOST = 24

LOST = (
    "the processes that read pages end one after the other",
    "every page committed so far is kept: run the same command again with fewer --jobs, on a machine with more memory",
)


@dataclass(slots=True)
class _Task(Generic[T]):
    number: int
    thing: T
    failed: int = 0


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    connection: Connection
    ready: bool = False
    heard: float = field(default_factory=time.monotonic)
    under_way: deque[_Task[T]] = field(default_factory=deque)


class Crew(Generic[T, R]):
    """Processes that do one kind of thing. A thing that ends its process is tried alone, then refused."""

    def __init__(
        self,
        do: Callable[[Any, T], R],
        make: Callable[[], object],
        refuse: Callable[[T, Fault], R],
        jobs: int = 0,
        bounds: Bounds = USUAL,
        ahead: int = AHEAD,
    ) -> None:
        """Say what is done: `do` with what `make` gives each process, both known to pickle by their names.

        `refuse` gives what stands for a thing that cannot be done. `jobs` is the number of processes (0: one a core),
        each of which has `ahead` things before it.
        """
        self._given = make, do, bounds
        self._refuse = refuse
        self._jobs = jobs or os.cpu_count() or 1
        self._ahead = ahead
        self._context = forked()
        self._workers: list[_Worker[T]] = []
        self._again: deque[_Task[T]] = deque()
        self._done: dict[int, tuple[T, R]] = {}
        self._taken = 0
        self._lost = 0

    def run(self, things: Iterable[T]) -> Iterator[tuple[T, R]]:
        """Give each thing with what was done with it, in order."""
        left, number = iter(things), 0
        try:
            while self._until(number, left):
                yield self._done.pop(number)
                number += 1
        finally:
            self._dismiss()

    def _until(self, number: int, left: Iterator[T]) -> bool:
        """Work until the thing of that number is done; false where there is none."""
        while number not in self._done:
            self._hand_out(number, left)
            if not any(worker.under_way for worker in self._workers):
                return False
            self._hear()
        return True

    def _hand_out(self, number: int, left: Iterator[T]) -> None:
        """Give each process work, and start another where there is more. Suspects are tried alone."""
        for worker in (*self._workers, None):
            while self._is_free(worker) and (task := self._next(number, left)):
                chosen = worker or self._start()
                worker = chosen
                if not chosen.under_way:
                    chosen.heard = time.monotonic()
                chosen.under_way.append(task)
                with suppress(BrokenPipeError, ConnectionResetError):  # that it has ended is heard next
                    chosen.connection.send(task.thing)

    def _is_free(self, worker: _Worker[T] | None) -> bool:
        if worker is None:
            return len(self._workers) < self._jobs
        suspect = self._again[0].failed if self._again else 0
        tried = worker.under_way[0].failed if worker.under_way else 0
        return not tried and len(worker.under_way) < (1 if suspect else self._ahead)

    def _next(self, number: int, left: Iterator[T]) -> _Task[T] | None:
        if self._again:
            return self._again.popleft()
        if self._taken - number >= WINDOW * self._jobs:
            return None
        for thing in left:
            self._taken += 1
            return _Task(self._taken - 1, thing)
        return None

    def _start(self) -> _Worker[T]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, *self._given), daemon=True)
        with as_children_start():
            process.start()
        theirs.close()
        worker = _Worker[T](process, ours)
        self._workers.append(worker)
        return worker

    def _hear(self) -> None:
        """Take in what processes say, and see to those that have ended or say nothing for too long."""
        said = wait([worker.connection for worker in self._workers], timeout=1.0)
        for worker in [worker for worker in self._workers if worker.connection in said]:
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                self._take(worker, *answer)
        for worker in [one for one in self._workers if self._is_late(one) and one.connection not in said]:
            worker.process.kill()
            self._bury(worker, hung=True)

    def _is_late(self, worker: _Worker[T]) -> bool:
        patience = self._given[2].patience if worker.ready else max(STARTS, self._given[2].patience)
        return bool(worker.under_way) and time.monotonic() - worker.heard > patience

    def _take(self, worker: _Worker[T], whole: bool, given: Any) -> None:
        if not whole:
            raise given
        worker.heard, self._lost = time.monotonic(), 0
        if worker.ready:
            task = worker.under_way.popleft()
            self._done[task.number] = task.thing, given
        worker.ready = True

    def _bury(self, worker: _Worker[T], *, hung: bool = False) -> None:
        """Put what an ended process had before it to others; what it worked on is tried alone, then refused."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        self._lost += 1
        if not worker.ready or self._lost > MOST_LOST:
            raise TellingsError(*LOST)
        left = list(worker.under_way)
        if left:
            self._suspect(left[0], fault_of(worker.process.exitcode, self._given[2], hung=hung))
            self._again.extend(left[1:])

    def _suspect(self, task: _Task[T], fault: Fault) -> None:
        task.failed += 1
        if task.failed < TRIES:
            self._again.appendleft(task)
        else:
            self._lost = 0
            self._done[task.number] = task.thing, self._refuse(task.thing, fault)

    def _dismiss(self) -> None:
        """Let all processes go. A build that is stopped does not wait for what is under way."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers = []
