"""Whose police, parliament or crowd it is, where the article does not say: that of the state that it is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tellings.model.actors import Cast, Entity

#: What is of the state that the news is of unless it says otherwise: its organs and offices, its people and parties.
OF_A_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "CVL", "LAB", "EDU", "MED", "AGR"})
KINDS = frozenset({"body", "office", "group"})
#: An article is about a state when it names no other, or when this share of the namings of states and of what is
#: theirs is its own, and so many.
SHARE, LEAST = 0.6, 4
CODE = 3


def with_homes(cast: Cast) -> Cast:
    """Give those whom an article leaves without a country that of the state that it is about, if it is about one."""
    home = about(cast)
    if home is None:
        return cast
    return replace(cast, entities=tuple(_housed(e, home) for e in cast.entities))


def about(cast: Cast) -> str | None:
    """The state that most namings in an article are of; None where none stands out."""
    named = Counter(_state(cast.entities[m.entity]) for m in cast.mentions if _counts(cast.entities[m.entity]))
    if not named:
        return None
    state, times = named.most_common(1)[0]
    return state if state and (times == named.total() or times >= max(LEAST, SHARE * named.total())) else None


def _counts(entity: Entity) -> bool:
    """Whether an entity says what the article is about: a state, what is of one, or a name that may be a state's."""
    return entity.country is not None or (entity.kind == "group" and entity.sector is None)


def _state(entity: Entity) -> str | None:
    code = entity.country
    return (
        code if code and len(code) == CODE and code not in {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"} else None
    )


def _housed(entity: Entity, home: str) -> Entity:
    left_open = entity.country is None and entity.kind in KINDS and entity.sector in OF_A_STATE and not entity.members
    return (
        replace(entity, country=home, detail=f"{entity.detail}; of the state that the article is about")
        if left_open
        else entity
    )
