"""What the server that processes are forked from imports: all that readers need, hardly looked through for garbage.

What is loaded stays: to look for garbage in it again and again as it grows took .4 of 3.4 CPU seconds.
"""

from __future__ import annotations

from tellings.processes.garbage import seldom

with seldom():
    import tellings.engine.warm  # noqa: F401
