"""What a build says while it runs and when it is done."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tellings.model.page import Reject
from tellings.record.ready import ReadyPage


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build is: the stage, how many pages or stories it has done, and of how many where that is known."""

    stage: str
    done: int
    total: int | None = None


Report = Callable[[Progress], None]
#: Tables of which a build says how many rows they hold.
COUNTED = ("articles", "stories", "families", "quotes", "events")


def silent(progress: Progress) -> None:
    """Report nothing."""


@dataclass(slots=True)
class BuildSummary:
    """What a build did: pages read now, known before, refused and replaced, and what the record holds after it.

    `dropped` counts the parts of the pages read now that are not the article, by reason; `stages` are wall seconds.
    """

    read: int = 0
    known: int = 0
    rejects: list[Reject] = field(default_factory=list)
    articles: int = 0
    stories: int = 0
    families: int = 0
    quotes: int = 0
    events: int = 0
    seconds: float = 0.0
    replaced: list[str] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    stages: dict[str, float] = field(default_factory=dict)

    @property
    def refused(self) -> dict[str, int]:
        """How many pages were refused, by reason."""
        return dict(Counter(reject.reason for reject in self.rejects))

    def count(self, page: ReadyPage) -> None:
        """Take a page in that was read."""
        self.read += 1
        self.dropped.update(page.dropped)

    def hold(self, counts: dict[str, int]) -> None:
        """Say what the record's tables hold."""
        for name in COUNTED:
            setattr(self, name, counts[name])

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add up the seconds spent in here."""
        started = time.monotonic()
        try:
            yield
        finally:
            self.stages[name] = round(self.stages.get(name, 0.0) + time.monotonic() - started, 3)
