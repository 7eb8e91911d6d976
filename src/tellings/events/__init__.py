"""Events: candidates, type, mode, status, place and time; merged over the tellings of a story."""

from tellings.events.circumstances.towns import with_towns
from tellings.events.coder import find
from tellings.events.merging.disagreements import disagreements
from tellings.events.merging.merge import gather, merge, rows_of
from tellings.events.sides.doers import with_doers
from tellings.events.sides.homes import of_their_scene

__all__ = ["disagreements", "find", "gather", "merge", "of_their_scene", "rows_of", "with_doers", "with_towns"]
