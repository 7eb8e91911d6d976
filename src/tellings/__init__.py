"""Tellings: from many tellings to one record."""

__version__ = "0.1.0"
