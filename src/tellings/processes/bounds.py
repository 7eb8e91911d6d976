"""Bounds of time and memory on what is done with one page, so that none of them takes a build with it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

#: How a process ends that was out of memory: a number that neither Python nor a shell uses by itself.
OUT_OF_MEMORY = 77
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one page may take.

    `seconds` are CPU seconds: the longest article that is read takes 30. `patience` is wall time in seconds, for a
    page that waits for ever and uses no CPU; a busy machine must not reach it. `memory` is in bytes, of the whole
    process: a reader that has read nothing yet holds 170 MB, and the longest articles take up to 1 GB.
    """

    seconds: float = 120.0
    patience: float = 1200.0
    memory: int = 1100 * MIB


USUAL = Bounds()


@dataclass(frozen=True, slots=True)
class Fault:
    """How a page ended its process, and what can be done."""

    reason: str
    remedy: str


SPLIT = "give each article as a page of its own; the other pages are not affected"
NO_MEMORY = Fault("reading the page takes more memory than there is", SPLIT)
REPORT = "please report this page; the other pages are not affected"


def bound_memory(bounds: Bounds) -> None:
    """Let this process allocate no more: Python then raises MemoryError. Only Linux counts what is really allocated."""
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = bounds.memory if most == resource.RLIM_INFINITY else min(bounds.memory, most)
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, most))


@contextmanager
def bound_time(bounds: Bounds) -> Iterator[None]:
    """End this process if it takes more CPU seconds in here, whatever it is doing: also loops of C code."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, bounds.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def fault_of(exit_code: int | None, bounds: Bounds, *, hung: bool = False) -> Fault:
    """Say how a process ended that did something with a page."""
    if hung:
        return Fault(f"the page was not read within {bounds.patience:g} seconds", REPORT)
    if exit_code == OUT_OF_MEMORY:
        return Fault(f"reading the page takes more than {bounds.memory // MIB:,} MiB of memory", SPLIT)
    if exit_code == -getattr(signal, "SIGPROF", 0):
        return Fault(f"reading the page takes more than {bounds.seconds:g} CPU seconds", SPLIT)
    return Fault(f"reading the page ends the process that reads it ({_named(exit_code)})", REPORT)


def _named(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"exit status {exit_code}"
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"signal {-exit_code}"
