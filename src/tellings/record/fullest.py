"""One row an actor over all stories, whatever the order in which they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellings.model.actors import Actor
from tellings.record.rows import to_json

#: More than a name has letters.
LONGEST = 1_000_000


class FullestActors:
    """Collects actors; of two that share an id, the one that says more stands, then the first by its JSON."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        """Start with these."""
        self._actors: dict[str, Actor] = {}
        self.add(actors)

    def add(self, actors: Iterable[Actor]) -> None:
        """Take these in."""
        for actor in actors:
            self._actors[actor.actor_id] = min(
                actor, self._actors.get(actor.actor_id, actor), key=lambda one: (emptiness(one), to_json(one))
            )

    def __iter__(self) -> Iterator[Actor]:
        """The actors by id."""
        return (self._actors[actor_id] for actor_id in sorted(self._actors))


def emptiness(actor: Actor) -> int:
    """Give what actors of one id are ordered by: no country weighs most, then no office, no sector, a short name."""
    unknown = 4 * (actor.country is None) + 2 * (actor.office is None) + (actor.sector is None)
    return unknown * LONGEST - len(actor.name)
