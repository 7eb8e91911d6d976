"""Places: names that a gazetteer knows, with country and coordinates."""

from tellings.places.finding import find, named

__all__ = ["find", "named"]
