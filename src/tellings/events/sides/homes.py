"""Whose police, parliament or crowd it is, where the article does not say: that of the state that it is about."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tellings.model.actors import Cast, Entity, Mention
from tellings.model.places import Place
from tellings.vocab.countries import countries

#: What is of the state that the news is of unless it says otherwise: its organs and offices, its people and parties.
OF_A_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "CVL", "LAB", "EDU", "MED", "AGR"})
#: Of persons only those whose office is a state's.
IN_OFFICE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG"})
#: Titles of leaders that many states have.
COMMON = frozenset({"", "leader", "president", "prime minister"})
#: Who is seldom abroad, and how many namings back one of them may stand.
AT_HOME = frozenset({"COP", "JUD", "OPP"})
#: Who acts nowhere but at home.
POLICING = frozenset({"COP", "JUD"})
CROWDS = frozenset({"CVL", "LAB"})
NEAR = 8
OFFICIALS = frozenset({"person", "office"})
KINDS = frozenset({"body", "office", "group"})
#: An article is about a state when this share of the namings of states and of what is theirs is its own, and so many.
SHARE, LEAST = 0.6, 4
#: Who may be another state's where an article says little of the one that it names: "troops crossed into Kenya".
ABROAD = frozenset({"MIL"})
CODE = 3


def with_homes(cast: Cast, regional: Collection[int] = ()) -> Cast:
    """Give those whom an article leaves without a country that of the state that it is about, if it is about one.

    A person in office is housed only where no other state, and no one in office there, is named: he may be a guest.
    Where it names only one, but seldom, those whom a name marks as others' ("Drovian artillery") and forces that
    are not "the" army are left as they are; so are those that are a region's (`regional`).
    """
    cast = _beside(replace(cast, entities=tuple(_reigning(cast))))
    named = Counter(_state(cast.entities[m.entity]) for m in cast.mentions if _counts(cast.entities[m.entity]))
    home, times = named.most_common(1)[0] if named else (None, 0)
    if home is None or times < SHARE * named.total():
        return cast
    alone = times == named.total()
    if times < LEAST and not alone:
        return cast
    apart = _apart(cast) if times < LEAST else ()
    known = any(e.country == home and e.kind in OFFICIALS for e in cast.entities)
    apart = {*apart, *regional, *(e.index for e in cast.entities if e.kind == "person" and (known or not alone))}
    return replace(cast, entities=tuple(e if e.index in apart else _housed(e, home) for e in cast.entities))


def of_their_scene(cast: Cast, places: Sequence[Place]) -> Cast:
    """Give police and courts that no one's are yet the land in which their sentences lie, and where no other is named.

    "Reports from Tarna, where police had beaten marchers".
    """
    lands: defaultdict[int, set[str]] = defaultdict(set)
    for place in places:
        lands[place.sentence] |= {place.country} if place.country else set()
    named = [(m, cast.entities[m.entity]) for m in cast.mentions if m.sentence in lands]
    for mention, entity in named:
        lands[mention.sentence] |= {code for code in [_state(entity)] if code}
    found: defaultdict[int, set[str]] = defaultdict(set)
    for mention, entity in named:
        if entity.country is None and entity.kind in KINDS and entity.sector in POLICING and mention.text.islower():
            found[entity.index] |= lands[mention.sentence]
    homes = {index: next(iter(codes)) for index, codes in found.items() if len(codes) == 1}
    return replace(
        cast,
        entities=tuple(
            _housed(e, homes[e.index], "its place lies in") if e.index in homes else e for e in cast.entities
        ),
    )


def _reigning(cast: Cast) -> Iterator[Entity]:
    """The entities, those who hold a title that only one of the states named has with that state: "the emir"."""
    named = {e.country for e in cast.entities if e.country}
    leaders = [(code, known.leader) for code, known in countries().items() if code in named]
    for entity in cast.entities:
        fitting = [code for code, leader in leaders if leader == entity.office and leader not in COMMON]
        open_ = entity.country is None and entity.kind in OFFICIALS and len(fitting) == 1
        yield replace(entity, country=fitting[0], detail=f"{entity.detail}; the {entity.office}'s") if open_ else entity


def _beside(cast: Cast) -> Cast:
    """Bare police and courts with the country of such a one named right before: "a judge in Lima", "the court"."""
    entities, seen = list(cast.entities), set[int]()
    near: deque[Mention] = deque(maxlen=NEAR)
    for mention in sorted(cast.mentions, key=lambda m: m.start):
        entity = entities[mention.entity]
        homeless = entity.country is None and entity.kind in KINDS and entity.sector in AT_HOME
        if homeless and not entity.members and mention.entity not in seen and mention.text[1:].islower():
            homes = {entities[m.entity].country for m in near if _is_beside(m, entities[m.entity], mention, entity)}
            if len(homes) == 1:
                detail = f"{entity.detail}; of the state of such a one named right before"
                entities[mention.entity] = replace(entity, country=homes.pop(), detail=detail)
        seen.add(mention.entity)
        near.append(mention)
    return replace(cast, entities=tuple(entities))


def _is_beside(before: Mention, other: Entity, mention: Mention, entity: Entity) -> bool:
    """Whether one named in this sentence or the last is of the same sort, or is said to be in a place."""
    near = other.country is not None and before.sentence >= mention.sentence - 1 and other.kind in KINDS
    placed = other.sector in AT_HOME | CROWDS and {"in", "at"} & set(before.text.split())
    return near and (other.sector == entity.sector or bool(placed))


def _apart(cast: Cast) -> Collection[int]:
    """Entities that a name, or the lack of an article before forces, keeps from being the only state's."""
    return {m.entity for m in cast.mentions if _is_apart(m.text.split(), cast.entities[m.entity])}


def _is_apart(words: list[str], entity: Entity) -> bool:
    called = entity.kind != "person" and any(word[:1].isupper() for word in words[1:])
    return called or (entity.sector in ABROAD and (entity.kind != "body" or words[0].lower() != "the"))


def _counts(entity: Entity) -> bool:
    """Whether an entity says what the article is about: a state, what is of one, or a name that may be a state's."""
    return entity.country is not None or (entity.kind == "group" and entity.sector is None)


def _state(entity: Entity) -> str | None:
    code = entity.country
    return (
        code if code and len(code) == CODE and code not in {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"} else None
    )


def _housed(entity: Entity, home: str, why: str = "the article is about") -> Entity:
    kind = entity.kind in KINDS or (entity.kind == "person" and entity.office and entity.sector in IN_OFFICE)
    left_open = entity.country is None and kind and entity.sector in OF_A_STATE and not entity.members
    return replace(entity, country=home, detail=f"{entity.detail}; of the state that {why}") if left_open else entity
