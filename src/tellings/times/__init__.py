"""Times: expressions to days and intervals, and the day of an article out of all its clues."""

from tellings.times.anchoring import counted_from
from tellings.times.dating import date_articles
from tellings.times.finding import find
from tellings.times.resolving import resolve

__all__ = ["counted_from", "date_articles", "find", "resolve"]
