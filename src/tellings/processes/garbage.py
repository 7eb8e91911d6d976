"""Garbage in cycles is looked for seldom while many pages are read: the models and tables are half a million objects.

As Python has it, a whole look takes a quarter of a CPU second, and with the small ones 10 ms a page of 175 (60 news
pages); so, one. What no cycle holds is let go at once as ever, and that is nearly all.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects before a look at the newest (Python: 700), and looks before one that goes further back (Python: 10).
NEW_OBJECTS = 20_000
LOOKS = 20


@contextmanager
def seldom() -> Iterator[None]:
    """Look for garbage seldom in here."""
    before = gc.get_threshold()
    gc.set_threshold(NEW_OBJECTS, LOOKS, LOOKS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
