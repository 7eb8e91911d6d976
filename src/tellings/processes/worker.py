"""What runs in a process beside the driver: one thing after another, within bounds."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from tellings.processes.bounds import OUT_OF_MEMORY, Bounds, bound_memory, bound_time
from tellings.processes.garbage import seldom

#: An answer: whether it is what was asked for; then that, or what was raised.
Answer = tuple[bool, Any]


def serve(connection: Connection, make: Callable[[], Any], do: Callable[[Any, Any], Any], bounds: Bounds) -> None:
    """Do something with each thing that comes, with what `make` gives, until the driver hangs up.

    The first answer says that this process is ready.
    """
    with beside_the_driver(connection, bounds) as inbox:
        outbox: SimpleQueue[Answer] = SimpleQueue()
        made = _answer(make)
        connection.send((made[0], None if made[0] else made[1]))
        threading.Thread(target=_send, args=(connection, outbox), daemon=True).start()
        while True:
            thing = inbox.get()
            with bound_time(bounds):
                answer = _answer(partial(do, made[1], thing))
            outbox.put(answer)


@contextmanager
def beside_the_driver(connection: Connection, bounds: Bounds) -> Iterator[SimpleQueue[Any]]:
    """Be beside the driver in here, within bounds of memory, and give what it sends.

    A process that is out of memory ends: what it holds may be another page's, and a new process tells.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to answer
    inbox: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    try:
        bound_memory(bounds)
        with seldom():
            yield inbox
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)


def _answer(ask: Callable[[], Any]) -> Answer:
    try:
        return True, ask()
    except MemoryError:
        raise
    except Exception as error:
        return False, error


def _send(connection: Connection, outbox: SimpleQueue[Answer]) -> None:
    """Send answers while the next thing is done: a driver that writes takes nothing in, and a pipe holds few of them.

    Where this process ends before they are sent, what they answer is done anew.
    """
    try:
        while True:
            connection.send(outbox.get())
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)


def _receive(connection: Connection, inbox: SimpleQueue[Any]) -> None:
    """Take in what comes while a page is read; end with the driver, who must not leave readers behind."""
    try:
        while True:
            inbox.put(connection.recv())
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, OSError):
        os._exit(0)
