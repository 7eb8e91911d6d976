"""Places: names that a gazetteer knows, with country and coordinates."""

from tellings.places.finding import find

__all__ = ["find"]
