"""What keeps two accounts of one story apart, and in what they agree: status, means, days, places, sides, words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import timedelta

from tellings.events.acts.hints import UNTYPED
from tellings.events.circumstances.scenes import elsewhere
from tellings.events.merging.accounts import Account, Side
from tellings.events.merging.fitting import is_person, same_person
from tellings.events.merging.joining import UNORDERED, once_more, other_deeds, same_means
from tellings.events.merging.words import meanings

#: Statuses that tellings of one act may give it.
TOLD = (frozenset({"happened", "alleged"}), frozenset({"denied", "negated"}), frozenset({"planned", "hypothetical"}))
#: From this likeness on sentences of two tellings may tell of one act although they give it the day before or after;
#: within one telling another day is another act.
ALIKE_APART, APART = 0.35, timedelta(1)
#: Figures up to this are of many things.
SMALL = 12


def clash(one: Account, other: Account, likeness: float) -> bool:
    """Whether two accounts, in sentences so alike, cannot be of one act."""
    a, b = one.coding, other.coding
    if a.status != b.status and not any({a.status, b.status} <= told for told in TOLD):
        return True
    if one.article_id == other.article_id and a.type != b.type:
        return True
    return settings_clash(one, other, likeness) or _sides_clash(one, other)


def settings_clash(one: Account, other: Account, likeness: float) -> bool:
    """Whether the means, the days or the places keep two accounts apart."""
    if one.coding.type == other.coding.type and not same_means(one, other):
        return True
    return _days_clash(one, other, likeness) or elsewhere(one, other) or other_deeds(one, other)


def _days_clash(one: Account, other: Account, likeness: float) -> bool:
    a, b = one.days, other.days
    if a is None or b is None:
        return False
    one_act = (
        likeness >= ALIKE_APART and one.article_id != other.article_id and not (once_more(one) or once_more(other))
    )
    slack = APART if one_act and not (one.hint or other.hint) else timedelta(0)
    return a.first > b.last + slack or b.first > a.last + slack


def _sides_clash(one: Account, other: Account) -> bool:
    if UNORDERED & {one.coding.type, other.coding.type}:
        a, b = ((*x.actors, *x.recipients) for x in (one, other))
        return differ(a, b) or _others_met(a, b)
    return differ(one.actors, other.actors) or differ(one.recipients, other.recipients)


def _others_met(one: Sequence[Side], other: Sequence[Side]) -> bool:
    """Whether of two pairs one is the same and the other is not: a visitor who went on to another host."""
    rest = [s for s in one if not shared(other, [s])], [s for s in other if not shared(one, [s])]
    return all(len(left) == 1 for left in rest) and differ(*rest, of_any_state=False)


def differ(one: Sequence[Side], other: Sequence[Side], of_any_state: bool = True) -> bool:
    """Whether both name someone in particular, and no one the same.

    A person whose country no one gives may be of any state; or, where that is not enough, of one that no list knows.
    """
    a, b = [s for s in one if named(s)], [s for s in other if named(s)]
    if not a or not b:
        return False
    if not any(_may_be(x, y, of_any_state) for x in a for y in b):
        return True
    p, q = ([s for s in x if is_person(s.actor)] for x in (a, b))
    return bool(p and q) and not any(same_person(x.actor, y.actor) for x in p for y in q)


def named(side: Side) -> bool:
    """Whether a side is someone in particular, not "police", "the foreign minister" or "17 people"."""
    return side.actor.country is not None or (side.actor.kind != "group" and not side.actor.name.islower())


def same_side(one: Side, other: Side) -> bool:
    """Whether two sides are of one state, or of one name."""
    a, b = one.actor, other.actor
    return (a.country is not None and a.country == b.country) or same_person(a, b)


def shared(sides: Sequence[Side], others: Sequence[Side]) -> list[Side]:
    """Those of others who are named among the sides."""
    return [y for y in others if any(same_side(x, y) for x in sides)]


def agreement(one: Account, other: Account) -> tuple[bool, ...]:
    """Whether two accounts agree in who acts, who receives, the day that they tell, the place, the act's word, figures.

    Of a hint whom its sentence names is enough, and of a verb that no lexicon knows the object may be who acts ("found
    an echo in Uganda").
    """
    acting = one.actors or (one.recipients if turned(one) else ())
    receiving = [s for s in one.around if s not in one.actors] if one.hint else one.recipients
    days = one.days is not None and other.days is not None and one.days.first == other.days.first
    place = one.place is not None and other.place is not None and one.place.name == other.place.name
    acts, receives = bool(shared(acting, other.actors)), bool(shared(receiving, other.recipients))
    return acts, receives, days, place, bool(_act(one) & _act(other)), bool(_figures(one) & _figures(other))


def _figures(account: Account) -> frozenset[str]:
    """The numbers of an account's sentence but for small ones, which many things come in, and those of its times."""
    said, times, here = account.words(account.sentence), account.reading.times, account.coding.sentence
    first, end = (find(times, here, key=lambda e: e.sentence) for find in (bisect_left, bisect_right))
    for time in times[first:end]:
        said = said.replace(time.text, " ")
    return frozenset(key for key in meanings(said) if key.isdecimal() and int(key) > SMALL)


def turned(account: Account) -> bool:
    """Whether the object of an account's verb may be who acts: no lexicon knows the verb, and it has no doer."""
    return account.hint and account.coding.type == UNTYPED and not account.actors


def _act(account: Account) -> frozenset[str]:
    return meanings(account.words(account.coding.act))


def _may_be(one: Side, other: Side, of_any_state: bool) -> bool:
    """Whether two sides are one, or a person of no country that is given and a state."""
    person, state = sorted((one.actor, other.actor), key=is_person, reverse=True)
    unknown = person.country is None and (of_any_state or state.country is None)
    return same_side(one, other) or (unknown and is_person(person) and not is_person(state))
