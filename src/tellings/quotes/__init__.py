"""Quotes: who said what to whom, and which quotes render one utterance."""

from tellings.quotes.finding import find

__all__ = ["find"]
