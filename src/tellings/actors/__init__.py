"""Actors: who is named in an article, what chains of mentions they form, and who they were on a date."""

from tellings.actors.find import find

__all__ = ["find"]
