"""Loads what every reader needs. The server that processes are forked from imports this once, and they share it."""

from __future__ import annotations

from contextlib import suppress

import tellings.engine.article
import tellings.engine.stories  # noqa: F401
from tellings.text.pipeline import pipeline

with suppress(Exception):  # what is wrong with it is told by the first reader that needs it
    pipeline()
