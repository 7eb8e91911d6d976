"""Whom an article leaves open, so that other articles of the time can tell.

An article that calls someone Chad's defence minister tells who "the Chadian defence minister" is in another one of the
same weeks. The table of holders comes first, then what the tellings of the story say, then the other articles, and
these only where they agree: see `resolve`.
"""

from __future__ import annotations

from tellings.actors.persons import name_key
from tellings.actors.resolve import is_open, is_sole, resolve
from tellings.model.actors import Actor, Cast, Entity, Sought
from tellings.model.times import Dating

#: Days within which an article's news must be known to fall, for it to be of one month or the next.
MOST_DAYS = 31


def month_of(dating: Dating) -> int | None:
    """The month in which an article's news begins, counted from the year 0; None where its days are hardly known."""
    days = dating.news_day or dating.window
    if not days.first or not days.last or (days.last - days.first).days > MOST_DAYS:
        return None
    return days.first.year * 12 + days.first.month - 1


def sought(cast: Cast, dating: Dating) -> tuple[Sought, ...]:
    """Whom an article leaves open, each once, in the order of the cast."""
    actors = resolve(cast, dating.window, cast.claims)
    found = (_sought(entity, actor) for entity, actor in zip(cast.entities, actors, strict=True))
    return tuple(dict.fromkeys(one for one in found if one))


def _sought(entity: Entity, actor: Actor) -> Sought | None:
    """A surname alone is many a person's; an office whose holder has left it is none to be filled."""
    if actor.kind == "person":
        return Sought(name_key(entity.name)) if is_open(actor) and " " in entity.name else None
    held = actor.kind == "office" and actor.sector != "ELI"
    open_office = held and entity.country and entity.office and is_sole(entity.office)
    return Sought(None, entity.country, entity.office) if open_office else None
