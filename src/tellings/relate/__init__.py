"""Relate: which articles report one occurrence, and how they descend from one another."""

from tellings.relate.grouping import group
from tellings.relate.regions import Group
from tellings.relate.sketch import Sketch, sketch
from tellings.relate.telling import tell

__all__ = ["Group", "Sketch", "group", "sketch", "tell"]
