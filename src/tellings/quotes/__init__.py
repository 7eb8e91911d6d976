"""Quotes: who said what to whom, and which quotes render one utterance."""
