"""Recipients that are none of the actors: of another country, or another part of their own."""

from __future__ import annotations

from tellings.actors.realms import KIN
from tellings.events.sides.parties import OWN_SIDE, Named
from tellings.events.status.chain import Told
from tellings.model.actors import Entity

#: Who can be at odds with a state that is his own.
UNRULED = frozenset({"AGR", "CVL", "EDU", "LAB", "MED", "OPP", "PTY", "REB", "UAF"})
SYMMETRIC = frozenset({"CONSULT", "COOPERATE"})
#: Envoys and troops who are called home are the actor's own; whom it is meant for is where they were.
OWN_PEOPLE_HOME = "withdraw"
#: What one may say to the house that one sits in, or to one's own country where one does not govern it.
SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: Who speaks for a state, so that what he says to it he says to himself.
SPEAKING_FOR = frozenset({"GOV", "MIL", "SPY", "JUD"})
#: What parts of one state do with one another every day, and is told of two states.
AMONG_STATES = SYMMETRIC | {"AGREE"}


def counterpart(named: Named, actors: tuple[int, ...]) -> tuple[int, ...]:
    """The one other country that the sentence names; none where it names several."""
    home = {named.home(m) for m in actors}
    if len(home) != 1:
        return ()
    others = {m.index: c for m in named.by_token.values() if (c := named.country(m.index)) and c not in home}
    return (min(others),) if len(set(others.values())) == 1 else ()


def apart(named: Named, told: Told, actors: tuple[int, ...], recipients: tuple[int, ...]) -> tuple[int, ...]:
    """The recipients that are none of the actors: of another country, or another part of the actors' own."""
    home = named.homes(actors)
    entities = {named.cast.mentions[m].entity for m in actors}
    if any(_stands_for(named, m) and named.cast.mentions[m].entity in entities for m in recipients):
        return counterpart(named, actors)
    others = (m for m in recipients if named.cast.mentions[m].entity not in entities)
    return tuple(m for m in others if named.country(m) not in home or _within(named, told, actors, m))


def _stands_for(named: Named, mention: int) -> bool:
    """Whether a pronoun is taken for him who acts; "its allies" and "its people" are others than he and the other."""
    token = named.head(mention)
    if named.cast.mentions[mention].kind != "pronoun" or token is None:
        return named.cast.mentions[mention].kind == "pronoun"
    owned = named.sentence.tokens[token.head].lemma if token.tag == "PRP$" else ""
    return owned not in KIN | OWN_SIDE


def _within(named: Named, told: Told, actors: tuple[int, ...], recipient: int) -> bool:
    """ "Police beat the protesters", "the opposition accused the president": one part of a state acts on another."""
    whom = named.cast.entity_of(recipient)
    if told.type in AMONG_STATES or (told.mode == OWN_PEOPLE_HOME and whom.sector in {"GOV", "MIL"}):
        return False
    parts = [named.cast.entity_of(m) for m in actors]
    if whom.kind == "state":
        return bool(parts) and all(part.sector in UNRULED or _speaks_to_it(told, part) for part in parts)
    apart = whom.kind == "person" or all(_is_other(part, whom) or _speaks_to_it(told, part) for part in parts)
    return apart and (whom.sector is not None or whom.kind == "person")


def _speaks_to_it(told: Told, part: Entity) -> bool:
    """ "The senator called on the senate", "the candidate urged America": what one who does not govern says to it."""
    return told.type in SAID and part.kind == "person" and part.sector not in SPEAKING_FOR


def _is_other(part: Entity, whom: Entity) -> bool:
    """Whether one part of a state is none of another: lawyers are not the court, though both are of its justice."""
    return part.sector != whom.sector or (part.sector == "JUD" and part.kind != whom.kind)
