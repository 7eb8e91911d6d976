"""Stories put together in processes. What travels is packed: readings as they are stored, rows as MessagePack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import msgspec

from tellings.engine.bounds import Fault
from tellings.engine.stories import stories
from tellings.model.actors import Reported
from tellings.model.page import Reject
from tellings.model.rows import StoryRows
from tellings.record.load import batched
from tellings.record.reported import reported
from tellings.record.rows import read_reading
from tellings.record.runs import STORIES
from tellings.record.store import Store, Value
from tellings.relate import Group

DECODER = msgspec.msgpack.Decoder(tuple[StoryRows | None, Reject | None])


@dataclass(frozen=True, slots=True)
class Task:
    """A story to be put together: its articles' readings as they are stored, and what others say of their people."""

    group: Group
    readings: tuple[Value, ...]
    elsewhere: Mapping[str, Sequence[Reported]]


def tasks(store: Store, groups: Iterable[Group]) -> Iterator[Task]:
    """A task a group, in their order; one is held at a time."""
    for some in batched(sorted(groups)):
        said = reported(store, list(chain.from_iterable(some)))
        for group in some:
            yield Task(group, tuple(store.stored(group)), {one: said[one] for one in group if one in said})


def tell(task: Task) -> Iterator[StoryRows | Reject]:
    """Put a story together; what cannot be comes as rejects of its pages."""
    return stories(lambda _: map(read_reading, task.readings), [task.group], task.elsewhere)


def packed(_: object, task: Task) -> list[bytes]:
    """The same, packed."""
    return [
        msgspec.msgpack.encode((None, found) if isinstance(found, Reject) else (found, None)) for found in tell(task)
    ]


def unpacked(answer: bytes) -> StoryRows | Reject:
    """What was packed."""
    rows, reject = DECODER.decode(answer)
    found = rows or reject
    if found is None:
        raise ValueError("an answer without rows or reject")
    return found


def refuse(task: Task, fault: Fault) -> list[bytes]:
    """What stands for a story that ends the process that puts it together."""
    names = (read_reading(one).article.page for one in task.readings)
    reason = fault.reason.replace("reading the page", "putting its story together")
    return [msgspec.msgpack.encode((None, Reject(name, STORIES, reason, fault.remedy))) for name in names]
