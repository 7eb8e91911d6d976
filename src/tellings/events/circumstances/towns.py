"""Towns that stand for their state: who flies to one visits its state, and what strikes one strikes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tellings.events.sides.doers import NAMED_ACTING
from tellings.model.actors import Cast, Entity, Mention
from tellings.model.places import Place
from tellings.model.text import Parsed, Sentence, Token
from tellings.places.extent import is_vague
from tellings.places.gazetteer import fold, gazetteer
from tellings.places.locative import movers
from tellings.text.tree import top
from tellings.vocab.countries import countries

#: Where a town's name stands that is visited or struck.
DONE_TO = frozenset({"dobj", "nsubjpass"})
#: Verbs of arrival, after which "in" and "at" name where one arrives.
ARRIVING = frozenset({"arrive", "land", "touch"})
#: What rescuers and doctors do, after which they name whom they help.
HELPING = frozenset({"be", "comb", "dig", "operate", "pull", "save", "search", "treat", "work"})
DETAIL = "a town that stands for its state"


@dataclass(frozen=True, slots=True)
class _Town:
    place: Place
    head: int


def with_towns(parsed: Parsed, cast: Cast, places: Sequence[Place]) -> Cast:
    """A cast in which the towns that people visit and forces strike are sides, of the country in which they lie.

    A name that is known only to act gets the country of the one place that it is; a town that no mention holds
    becomes a mention where it stands as an object, or as the goal of a journey.
    """
    towns = list(_towns(parsed, places))
    cast = _located(cast, towns)
    taken = {(m.sentence, m.head) for m in cast.mentions}
    held = [(m.sentence, m.start, m.end) for m in cast.mentions]
    fresh = [t for t in towns if (t.place.sentence, t.head) not in taken and not _covered(t.place, held)]
    return _added(cast, [t for t in fresh if _stands_for(parsed.sentences[t.place.sentence], t.head)])


def _towns(parsed: Parsed, places: Iterable[Place]) -> Iterator[_Town]:
    for place in places:
        if place.listed and not is_vague(place) and place.country in countries() and not _is_state(place):
            yield _Town(place, top(parsed.sentences[place.sentence], place.span).i)


def _is_state(place: Place) -> bool:
    """Whether it is a state of a federation, which can be a side by itself ("sued Ohio")."""
    return any(e.what == "state" and e.name == place.name for e in gazetteer().get(fold(place.name), ()))


def _located(cast: Cast, towns: Iterable[_Town]) -> Cast:
    """Names that act and are places, with the country in which they lie."""
    at: Mapping[tuple[int, int], str | None] = {(t.place.sentence, t.head): t.place.country for t in towns}
    lands: dict[int, set[str | None]] = {}
    for mention in cast.mentions:
        if (mention.sentence, mention.head) in at:
            lands.setdefault(mention.entity, set()).add(at[mention.sentence, mention.head])
    return replace(cast, entities=tuple(_of_land(e, lands.get(e.index, set())) for e in cast.entities))


def _of_land(entity: Entity, lands: Iterable[str | None]) -> Entity:
    found = [*lands]
    unknown = entity.detail == NAMED_ACTING or (entity.kind == "person" and entity.office is None)
    if entity.country is not None or not unknown or len(found) != 1:
        return entity
    return replace(entity, kind="group", country=found[0], detail=DETAIL)


def _covered(place: Place, held: Iterable[tuple[int, int, int]]) -> bool:
    return any(s == place.sentence and first < place.end and place.start < last for s, first, last in held)


def _stands_for(sentence: Sentence, head: int) -> bool:
    """Whether a town is what something is done to, or where someone arrives or helps."""
    token = sentence.tokens[head]
    if token.dep in DONE_TO:
        return True
    above = sentence.tokens[token.head]
    return token.dep == "pobj" and _reached(above, sentence.tokens[above.head])


def _reached(preposition: Token, verb: Token) -> bool:
    word = preposition.lemma.lower()
    return (word == "to" and verb.lemma.lower() in movers()) or (
        word in {"in", "at"} and verb.lemma in ARRIVING | HELPING
    )


def _added(cast: Cast, towns: Iterable[_Town]) -> Cast:
    entities, mentions = list(cast.entities), list(cast.mentions)
    known = {(e.name, e.country): e.index for e in entities if e.detail == DETAIL}
    for town in towns:
        place, key = town.place, (town.place.name, town.place.country)
        if key not in known:
            known[key] = len(entities)
            entities.append(Entity(len(entities), "group", place.name, place.country, detail=DETAIL))
        span = (place.start, place.end, place.text)
        mentions.append(Mention(len(mentions), place.sentence, town.head, *span, "group", known[key]))
    return Cast(tuple(mentions), tuple(entities), cast.claims)
