"""Quotes: who said what to whom, and which quotes render one utterance."""

from tellings.quotes.attribution import attribute
from tellings.quotes.finding import find
from tellings.quotes.utterances import join

__all__ = ["attribute", "find", "join"]
