"""Readers in processes on this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import TypeVar

from tellings.engine.article import Reader
from tellings.errors import TellingsError
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading

T = TypeVar("T")
Do = Callable[[Reader, T], Reading | Reject]
Read = tuple[Page, Reading | Reject]

#: Pages a task: large enough that passing them costs little, small enough that workers end together.
CHUNK = 8
#: Starting a process and loading the parser costs about as much as reading this many pages.
WORTH_A_PROCESS = 40

WORKER_ENDED = (
    "a process that read pages has ended, perhaps for want of memory",
    "every page committed so far is kept: run the same command again with fewer --jobs",
)

_reader: Reader | None = None


def read_pages(pages: Iterable[Page], jobs: int = 0, make: Callable[[], Reader] = Reader) -> Iterator[Read]:
    """Read pages in order, on `jobs` processes (0: one a core); few pages are read in this process.

    `make` makes each process its reader.
    """
    return in_order(pages, Reader.read, jobs, make)


def in_order(
    things: Iterable[T], do: Do[T], jobs: int = 0, make: Callable[[], Reader] = Reader
) -> Iterator[tuple[T, Reading | Reject]]:
    """Let readers do something with each thing, and give both in order. `do` is a function that pickle can name."""
    things = iter(things)
    first = list(islice(things, WORTH_A_PROCESS))
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(first) < WORTH_A_PROCESS:
        reader = make()
        return ((thing, do(reader, thing)) for thing in chain(first, things))
    return _in_processes(chain(first, things), do, jobs, make)


def _in_processes(
    things: Iterator[T], do: Do[T], jobs: int, make: Callable[[], Reader]
) -> Iterator[tuple[T, Reading | Reject]]:
    """Keep a few chunks a worker under way, so that memory is bounded however long the input."""
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_start, initargs=(make,))
    try:
        under_way: deque[Future[list[tuple[T, Reading | Reject]]]] = deque()
        for chunk in _chunks(things):
            with _deaf():
                under_way.append(pool.submit(_do_chunk, do, chunk))
            if len(under_way) >= 3 * jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise TellingsError(*WORKER_ENDED) from error
    finally:  # a build that is stopped does not wait for what is under way
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started in here never hear Ctrl-C, which is the driver's to answer."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def _chunks(things: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(islice(things, CHUNK)):
        yield chunk


def _start(make: Callable[[], Reader]) -> None:
    """Load once a worker, and end with the driver: a killed driver must not leave readers behind."""
    global _reader
    _reader = make()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do_chunk(do: Do[T], chunk: list[T]) -> list[tuple[T, Reading | Reject]]:
    if _reader is None:
        raise RuntimeError("a worker read a page before it was started")
    return [(thing, do(_reader, thing)) for thing in chunk]
