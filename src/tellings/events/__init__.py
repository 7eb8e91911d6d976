"""Events: candidates, type, mode, status, place and time; merged over the tellings of a story."""

from tellings.events.coder import find
from tellings.events.merging.disagreements import disagreements
from tellings.events.merging.merge import gather, merge, rows_of
from tellings.events.sides.doers import with_doers

__all__ = ["disagreements", "find", "gather", "merge", "rows_of", "with_doers"]
