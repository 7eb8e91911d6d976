"""How processes start."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from types import ModuleType
from typing import Any

from tellings.threads import use_one

SERVER = "forkserver"


def forked() -> Any:
    """Processes forked off a server that has loaded the parser once, where the system knows that."""
    if SERVER not in multiprocessing.get_all_start_methods():
        return fresh()
    found = multiprocessing.get_context(SERVER)
    found.set_forkserver_preload(["tellings.preload"])
    return found


def fresh() -> Any:
    """Processes that have loaded nothing: they start in a third of a second."""
    return multiprocessing.get_context("spawn")


def begin_loading() -> None:
    """Start the server that processes are forked from: it loads while the caller does, a CPU second of its own."""
    if SERVER in multiprocessing.get_all_start_methods():
        forked()
        with as_children_start():
            forkserver.ensure_running()


@contextmanager
def as_children_start() -> Iterator[None]:
    """Processes started in here are deaf to Ctrl-C, multiply matrices in one thread and load no main module."""
    with _deaf(), _one_thread(), _no_main():
        yield


@contextmanager
def _no_main() -> Iterator[None]:
    """No main module: nothing of it is needed, and processes would each run it anew.

    A script that builds a record needs so no `if __name__ == "__main__"`, and of a Ray worker's main module, which
    loads Ray, nobody waits for a second copy.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _one_thread() -> Iterator[None]:
    """One thread for each process, unless the environment says otherwise.

    How many work at a time is the user's word (`jobs`), and threads wait for one another by turning round: of 40 pages
    each took 68 to 83 CPU ms with one, 196 to 227 with two on two cores that other programs used too.
    """
    own = use_one()
    try:
        yield
    finally:
        for name in own:
            del os.environ[name]


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C is the driver's to answer: it is held back in children for good, in the driver until they have started.

    To wait for the server takes as long as loading does; were Ctrl-C ignored meanwhile, it would be lost.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where readers turn Ctrl-C away themselves
        yield
        return
    resource_tracker.ensure_running()  # which would let it through again, were it started in here
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
