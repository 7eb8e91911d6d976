"""Events: candidates, type, mode, status, place and time; merged over the tellings of a story."""

from tellings.events.coder import find
from tellings.events.disagreements import disagreements
from tellings.events.doers import with_doers
from tellings.events.merge import gather, merge, rows_of

__all__ = ["disagreements", "find", "gather", "merge", "rows_of", "with_doers"]
