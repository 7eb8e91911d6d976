"""Events: candidates, type, mode, status, place and time; merged over the tellings of a story."""

from tellings.events.coder import find
from tellings.events.disagreements import disagreements
from tellings.events.doers import with_doers
from tellings.events.merge import merge

__all__ = ["disagreements", "find", "merge", "with_doers"]
