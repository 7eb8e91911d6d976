"""What a build says on standard error while it runs: a bar on a terminal, or lines of JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tellings.engine import BuildSummary, Progress

#: Seconds between two lines.
EVERY = 1.0


@contextmanager
def progress(what: str, log: str = "text") -> Iterator[Callable[[Progress], None] | None]:
    """Give what a build reports to: a bar with rate and time left, lines of JSON, or None where nobody looks on."""
    if log == "json":
        yield _Lines()
    elif not sys.stderr.isatty():
        yield None
    else:
        yield from _bar(what)


def _bar(what: str) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    rate = TextColumn("{task.fields[rate]}")
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate)
    with Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task, speed = bar.add_task(what, total=None, rate=""), _Speed()

        def show(now: Progress) -> None:
            rate = f"{speed.of(now):.1f}/s"
            bar.update(task, description=now.stage, completed=now.done, total=now.total, rate=rate)

        yield show


class _Speed:
    """Things a second since a stage began, which is when the one before was last heard of."""

    def __init__(self) -> None:
        self._stage, self._began, self._heard = "", 0.0, time.monotonic()

    def of(self, now: Progress) -> float:
        if now.stage != self._stage:
            self._stage, self._began = now.stage, self._heard
        self._heard = time.monotonic()
        return now.done / max(self._heard - self._began, 0.001)


class _Lines:
    """One line of JSON a second at most, and one for the last thing of a stage where its number is known."""

    def __init__(self) -> None:
        self._speed, self._last = _Speed(), 0.0

    def __call__(self, now: Progress) -> None:
        rate = self._speed.of(now)
        if now.done == now.total or time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            left = round((now.total - now.done) / rate, 3) if now.total is not None and rate else None
            more = {"total": now.total, "rate": round(rate, 2), "seconds_left": left}
            log("progress", stage=now.stage, done=now.done, **more)


def log(event: str, **more: object) -> None:
    """Write one line of JSON to standard error."""
    stamped = {"time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "event": event}
    click.echo(json.dumps(stamped | more, ensure_ascii=False), err=True)


def log_end(summary: BuildSummary) -> None:
    """Write a line for each page that was refused, and one for the build."""
    for reject in summary.rejects:
        log("reject", page=reject.name, stage=reject.stage, reason=reject.reason, remedy=reject.remedy)
    named = ("read", "known", "articles", "stories", "families", "quotes", "events", "stages", "seconds")
    log("finished", rejects=len(summary.rejects), **{name: getattr(summary, name) for name in named})
