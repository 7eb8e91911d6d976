"""Command line: one file a verb."""

from tellings.cli.main import main

__all__ = ["main"]
