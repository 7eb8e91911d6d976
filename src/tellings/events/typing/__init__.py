"""Which PLOVER type a sentence reports between two marked sides: a small transformer, run in 8 bits."""

from tellings.events.typing.deciding import deciding
from tellings.events.typing.marks import Marked
from tellings.events.typing.model import TYPES, TypeScores, typed, typed_all

__all__ = ["TYPES", "Marked", "TypeScores", "deciding", "typed", "typed_all"]
