"""Cities that stand for a union of states: "Brussels warned Budapest", where the state around them is not named."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tellings.model.actors import Cast, Entity, Mention
from tellings.vocab.organisations import organisation

#: By state, the city that stands for a union as long as nothing else in the article is of that state.
SEATS = {"BEL": ("Brussels", "European Union")}


def with_unions(cast: Cast) -> Cast:
    """Read such a city as the union that sits there."""
    of_state = Counter(entity.country for entity in cast.entities)
    meant = {
        entity.index
        for entity in cast.entities
        if entity.kind == "state" and of_state[entity.country] == 1 and _is_seat(entity, cast.mentions)
    }
    if not meant:
        return cast
    entities = tuple(_union(entity) if entity.index in meant else entity for entity in cast.entities)
    mentions = tuple(
        replace(m, kind="organisation") if m.entity in meant and m.kind == "state" else m for m in cast.mentions
    )
    return replace(cast, entities=entities, mentions=mentions)


def _is_seat(entity: Entity, mentions: tuple[Mention, ...]) -> bool:
    named = {m.text for m in mentions if m.entity == entity.index and m.kind != "pronoun"}
    return named == {SEATS.get(entity.country or "", ("", ""))[0]}


def _union(entity: Entity) -> Entity:
    city, name = SEATS[entity.country or ""]
    row = organisation(name)
    detail = f"{city} stands for the {name} where nothing else of {entity.name} is named"
    return replace(entity, kind="organisation", name=name, country=row.code if row else None, detail=detail)
