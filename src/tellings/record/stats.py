"""What a record holds and how it came to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from tellings.model.article import HOW_SURE
from tellings.model.page import Reject
from tellings.record.runs import Asked

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something: rows of a table, articles of an outlet or a day."""

    name: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Run:
    """One build: when, with which versions and settings, what it counted and how long. Not finished means killed."""

    run_id: str
    started: str
    finished: str | None
    version: str
    settings: str
    counts: str | None
    rejects: int | None


def counts(store: Asked) -> Iterator[Count]:
    """Rows by table."""
    from tellings.record.runs import counts

    return (Count(name, count) for name, count in counts(store).items())


def runs(store: Asked) -> Iterator[Run]:
    """All builds, in their order."""
    return _rows(store, Run, "SELECT {} FROM runs ORDER BY run_id")


def rejects(store: Asked) -> Iterator[Reject]:
    """Pages that could not be read, with the reason."""
    return _rows(store, Reject, "SELECT {} FROM rejects ORDER BY name, stage, reason")


def dropped(store: Asked) -> Iterator[Count]:
    """Parts of pages that are not the article, by the rule that says so."""
    rule = f"substr(reason, 1, instr(reason || '{HOW_SURE}', '{HOW_SURE}') - 1)"
    return _counted(store, f"SELECT {rule}, count(*) FROM dropped GROUP BY {rule} ORDER BY count(*) DESC, {rule}")


def outlets(store: Asked) -> Iterator[Count]:
    """Articles by outlet, most first."""
    return _counted(store, "SELECT outlet, count(*) FROM articles GROUP BY outlet ORDER BY count(*) DESC, outlet")


def days(store: Asked) -> Iterator[Count]:
    """Articles by day of publication."""
    day = "substr(published, 1, 10)"
    return _counted(store, f"SELECT {day}, count(*) FROM articles GROUP BY {day} ORDER BY {day}")


def _counted(store: Asked, sql: str) -> Iterator[Count]:
    return (Count(None if name is None else str(name), int(count or 0)) for name, count in store.rows(sql))


def _rows(store: Asked, kind: type[T], sql: str) -> Iterator[T]:
    names = list(kind.__annotations__)
    for row in store.rows(sql.format(", ".join(names))):
        yield msgspec.convert(dict(zip(names, row, strict=True)), kind)


#: What can be asked for, with the class of its entries.
ASKED: dict[str, tuple[type, Callable[[Asked], Iterator[object]]]] = {
    "counts": (Count, counts),
    "runs": (Run, runs),
    "outlets": (Count, outlets),
    "days": (Count, days),
    "rejects": (Reject, rejects),
    "dropped": (Count, dropped),
}
