"""Stories put together in processes. What travels is plain: readings as they are stored, rows as they are inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tellings.engine.stories import stories
from tellings.model.actors import Reported
from tellings.model.page import Reject
from tellings.processes.bounds import Fault
from tellings.record.load import batched
from tellings.record.ready import Form, ReadyStory, ready_story
from tellings.record.reported import reported
from tellings.record.rows import read_reading
from tellings.record.runs import STORIES
from tellings.record.store import Store, Value
from tellings.relate import Group


@dataclass(frozen=True, slots=True)
class Task:
    """A story to be put together: its articles' readings as they are stored, and what others say of their people.

    `form` is that of the store that it is for.
    """

    group: Group
    readings: tuple[Value, ...]
    elsewhere: Mapping[str, Sequence[Reported]]
    form: Form


def tasks(store: Store, groups: Iterable[Group]) -> Iterator[Task]:
    """A task a group, in their order; one is held at a time."""
    for some in batched(sorted(groups)):
        said = reported(store, list(chain.from_iterable(some)))
        for group in some:
            elsewhere = {one: said[one] for one in group if one in said}
            yield Task(group, tuple(store.stored(group)), elsewhere, store.form)


def tell(task: Task) -> Iterator[ReadyStory | Reject]:
    """Put a story together and make it ready; what cannot be comes as rejects of its pages."""
    for found in stories(lambda _: map(read_reading, task.readings), [task.group], task.elsewhere):
        yield found if isinstance(found, Reject) else ready_story(task.form, found)


def listed(_: object, task: Task) -> list[ReadyStory | Reject]:
    """The same at once."""
    return list(tell(task))


def refuse(task: Task, fault: Fault) -> list[ReadyStory | Reject]:
    """What stands for a story that ends the process that puts it together."""
    names = (read_reading(one).article.page for one in task.readings)
    reason = fault.reason.replace("reading the page", "putting its story together")
    return [Reject(name, STORIES, reason, fault.remedy) for name in names]
