"""One row an actor over all stories, whatever the order in which they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellings.model.actors import Actor


class FullestActors:
    """Collects actors; of two that share an id, the one that says more stands, then the first by text."""

    def __init__(self, actors: Iterable[Actor] = ()) -> None:
        """Start with these."""
        self._actors: dict[str, Actor] = {}
        self.add(actors)

    def add(self, actors: Iterable[Actor]) -> None:
        """Take these in."""
        for actor in actors:
            self._actors[actor.actor_id] = min(actor, self._actors.get(actor.actor_id, actor), key=_fullness)

    def __iter__(self) -> Iterator[Actor]:
        """The actors by id."""
        return (self._actors[actor_id] for actor_id in sorted(self._actors))


def _fullness(actor: Actor) -> tuple[bool, bool, bool, int, str]:
    unknown = actor.country is None, actor.office is None, actor.sector is None
    return (*unknown, -len(actor.name), f"{actor.name} {actor.office} {actor.sector} {actor.detail}")
