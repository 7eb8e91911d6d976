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

from tellings.engine.article import Reader
from tellings.errors import TellingsError
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading

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
    pages = iter(pages)
    first = list(islice(pages, WORTH_A_PROCESS))
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(first) < WORTH_A_PROCESS:
        reader = make()
        return ((page, reader.read(page)) for page in chain(first, pages))
    return _in_processes(chain(first, pages), jobs, make)


def _in_processes(pages: Iterator[Page], jobs: int, make: Callable[[], Reader]) -> Iterator[Read]:
    """Keep a few chunks a worker under way, so that memory is bounded however long the input."""
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_start, initargs=(make,))
    try:
        under_way: deque[Future[list[Read]]] = deque()
        for chunk in _chunks(pages):
            with _deaf():
                under_way.append(pool.submit(_read_chunk, chunk))
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


def _chunks(pages: Iterator[Page]) -> Iterator[list[Page]]:
    while chunk := list(islice(pages, CHUNK)):
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


def _read_chunk(chunk: list[Page]) -> list[Read]:
    if _reader is None:
        raise RuntimeError("a worker read a page before it was started")
    return [(page, _reader.read(page)) for page in chunk]
