"""Entries from rows of the record."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar, cast

import msgspec

from tellings.record.runs import Asked
from tellings.record.store import Row, Value

T = TypeVar("T")

#: Ids asked for at once: SQLite takes at most 999 values in its oldest builds.
BATCH = 400
FIRST = 25


def batched(things: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Things in lists of at most `size`."""
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch


def growing(things: Iterable[T]) -> Iterator[list[T]]:
    """Things in lists, the first a short one: who wants the first few does not wait for many."""
    left, size = iter(things), FIRST
    while batch := list(islice(left, size)):
        yield batch
        size = min(2 * size, BATCH)


@cache
def _listed(kind: Hashable) -> frozenset[str]:
    """Names of the fields that a column holds as JSON."""
    declared: Mapping[str, str] = getattr(kind, "__annotations__", {})
    return frozenset(name for name, type_ in declared.items() if "tuple[" in type_)


def entry(kind: type[T], names: Sequence[str], row: Sequence[Value], **more: object) -> T:
    """Make an entry of a row whose columns are `names`, with what other tables say of it."""
    lists = _listed(cast(Hashable, kind))
    given = {name: _decoded(value) if name in lists else value for name, value in zip(names, row, strict=True)}
    return msgspec.convert(given | more, kind, strict=False)


def _decoded(value: Value) -> object:
    return () if value is None else msgspec.json.decode(str(value))


def grouped(store: Asked, sql: str, ids: Sequence[str]) -> Mapping[str, list[Row]]:
    """Rows by their first column, for the ids given; `sql` has `IDS` where they go."""
    found: dict[str, list[Row]] = {one: [] for one in ids}
    for row in store.rows(sql.replace("IDS", ", ".join("?" * len(ids))), tuple(ids)):
        found[str(row[0])].append(row[1:])
    return found
