"""Ways in which reading ends the process that reads. Imports little, since each process that is started loads it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

from tellings.model.page import Page, Reject
from tellings.pages.make import BEFORE
from tellings.pages.read import Reading, Source, read_source


def act(kind: str) -> None:
    """Be poison of a kind."""
    if kind == "exits":
        os._exit(3)
    elif kind == "aborts":
        os.abort()
    elif kind == "segfaults":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif kind == "loops":
        while True:
            pass
    elif kind == "grows":
        held = []
        while True:
            held.append(bytearray(10 << 20))
    elif kind == "fails":
        raise ZeroDivisionError("poison")
    elif kind == "waits":
        time.sleep(1000)


def poisoned(source: Source, reading: Reading) -> Iterator[Page | Reject]:
    """Read a source, and do what its name or the names of its pages say: as a fault of the decoder would."""
    asked = BEFORE.get()

    def before(name: str) -> Reject | None:
        refused = asked(name) if asked else None
        if not refused and "poison" in name:
            act(name.rpartition("-")[2].partition(".")[0])
        return refused

    BEFORE.set(before)
    if "broken" in source.name:
        act(source.name.rpartition("-")[2].partition(".")[0])
    for number, found in enumerate(read_source(source, reading), 1):
        yield found
        if f"breaks-after-{number}-" in source.name:
            act("segfaults")
