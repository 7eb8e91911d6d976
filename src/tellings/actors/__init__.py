"""Actors: who is named in an article, what chains of mentions they form, and who they were on a date."""

from tellings.actors.find import find
from tellings.actors.resolve import resolve
from tellings.actors.sought import month_of, sought
from tellings.actors.terms import terms

__all__ = ["find", "month_of", "resolve", "sought", "terms"]
