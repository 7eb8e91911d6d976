"""Actors on a date: entities of one article made into persons, states and organs by tables and claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tellings.actors.chains import PERSONAL_NAME
from tellings.actors.persons import (
    held,
    in_full,
    in_office,
    is_leader,
    same_person,
    sound_of,
    terms_of,
    weightiest,
    words_of,
)
from tellings.actors.phrase import joined
from tellings.model.actors import Actor, Cast, Entity, EntityKind, OfficeClaim, Reported
from tellings.model.ids import stable_id
from tellings.model.times import Interval
from tellings.vocab.agents import office_sector
from tellings.vocab.countries import country_name
from tellings.vocab.holders import Holder
from tellings.vocab.organisations import organisation_on

#: A minister of other years than these lends a bare name no country: "Michael Smith" was Ireland's of defence to 2004.
NAMESAKE_AFTER = timedelta(12 * 365)


def resolve(
    cast: Cast, on: Interval, claims: Sequence[OfficeClaim], reported: Sequence[Reported] = ()
) -> tuple[Actor, ...]:
    """Give each entity's actor on a day of `on`, in the order of `cast.entities`.

    `claims` are those of all tellings of the story: what one telling says of an office holds for
    the others. `reported` is what other articles of the time say of whom this one leaves open. The table of holders
    comes first, then the claims, then the article's own words, then the other articles'.
    """
    actors = [_reported(_resolved(entity, on, claims), entity, reported) for entity in cast.entities]
    return tuple(_several(e, actors) if e.members else actor for e, actor in zip(cast.entities, actors, strict=True))


def _several(entity: Entity, actors: Sequence[Actor]) -> Actor:
    """The actor of a plural naming, under the names of its members; it has no country of its own."""
    names = [actors[i].name for i in entity.members]
    name = joined(names)
    return Actor(actor_id("group", name, None), name, "group", detail=entity.detail)


def actor_id(kind: EntityKind, name: str, country: str | None) -> str:
    """An actor's stable id; one name, however its sounds are written, with one country is one actor."""
    words = sound_of(name) if kind == "person" else words_of(name)
    return stable_id("k", kind, " ".join(words), country or "")


def _resolved(entity: Entity, on: Interval, claims: Sequence[OfficeClaim]) -> Actor:
    if entity.kind == "person":
        return _person(entity, on, claims)
    if entity.kind == "office":
        return _office(entity, on, claims)
    if entity.kind in {"group", "body", "organisation"}:
        return _organisation(entity, on)
    return _as_found(entity)


def _reported(actor: Actor, entity: Entity, reported: Sequence[Reported]) -> Actor:
    """An actor whom the article leaves open, by what other articles say; where these differ, with what they say."""
    told = [one for one in reported if _tells_of(one, actor, entity)]
    if not told:
        return actor
    if actor.kind == "person":
        agree = len({one.country for one in told}) == 1
        return _as_reported(max(told, key=_fullest), entity.name) if agree else _doubted(actor, told)
    agree = all(same_person(one.name, told[0].name) for one in told)
    return _as_reported(max(told, key=_fullest), "") if agree else _doubted(actor, told)


def _tells_of(one: Reported, actor: Actor, entity: Entity) -> bool:
    """Whether a report tells more: of a person without an office or a country, of an office without a name."""
    if actor.kind == "person":
        return is_open(actor) and sound_of(one.name) == sound_of(actor.name) and entity.country in {None, one.country}
    return actor.kind == "office" and (one.country, one.office) == (actor.country, actor.office)


def is_open(person: Actor) -> bool:
    """Whether a person is left without an office or a country; who has left office is known to hold none."""
    return not (person.country and person.office) and person.sector != "ELI"


def _fullest(one: Reported) -> tuple[int, Reported]:
    return len(one.name), one


def _as_reported(one: Reported, printed: str) -> Actor:
    detail = f"other articles of the time call {one.name} {_titled(one)}"
    made = actor_id("person", one.name, one.country)
    sector = office_sector(one.office)
    return Actor(made, printed or one.name, "person", one.country, sector, one.office, detail)


def _titled(one: Reported) -> str:
    return f"{one.office} of {country_name(one.country)}"


def _doubted(actor: Actor, told: Sequence[Reported]) -> Actor:
    differ = "; ".join(f"{one.name}: {_titled(one)}" for one in sorted(told))
    return replace(actor, detail=f"{actor.detail}; other articles of the time differ ({differ})")


def _as_found(entity: Entity) -> Actor:
    made = actor_id(entity.kind, entity.name, entity.country)
    return Actor(made, entity.name, entity.kind, entity.country, entity.sector, entity.office, entity.detail)


def _organisation(entity: Entity, on: Interval) -> Actor:
    """An organisation's code and sector as of the date (the Taliban are a government since August 2021)."""
    row = organisation_on(entity.name, on.first, on.last)
    if row is None:
        return _as_found(entity)
    detail = f"{row.name} is coded {row.code} {row.sector or ''}".strip()
    return Actor(actor_id(entity.kind, row.name, row.code), row.name, entity.kind, row.code, row.sector, None, detail)


def _person(entity: Entity, on: Interval, claims: Sequence[OfficeClaim]) -> Actor:
    terms = terms_of(entity.name, entity.country)
    now = weightiest([h for h in terms if h.on(on.first, on.last)], entity.office)
    if now is not None and _sure(entity, now, terms):
        return _holder(now, entity.name)
    claim = _claimed(entity, claims)
    if claim is not None:
        return _claimant(claim, entity)
    if _namesake(entity, terms, on):
        return _as_found(replace(entity, country=None))
    over = [h for h in terms if h.last and on.first and h.last < on.first]
    past = weightiest(over or terms, entity.office)
    if past is not None and " " in entity.name:
        return _out_of_office(past, on, entity)
    return _as_found(entity)


def _namesake(entity: Entity, terms: Sequence[Holder], on: Interval) -> bool:
    """Whether a bare name is rather somebody else's: its only holders led no state, in years far from these."""
    if entity.office or entity.detail != PERSONAL_NAME or on.first is None or on.last is None:
        return False
    first, last = on.first - NAMESAKE_AFTER, on.last + NAMESAKE_AFTER
    return bool(terms) and not any(is_leader(h.office) or h.on(first, last) for h in terms)


def _sure(entity: Entity, holder: Holder, terms: Sequence[Holder]) -> bool:
    """A full name is enough; a surname must go with a country or be one person's alone."""
    return " " in entity.name or entity.country is not None or len({h.person for h in terms}) == 1


def _holder(holder: Holder, printed: str) -> Actor:
    """A holder under the name that is printed; the id goes by the table's, so that spellings share it."""
    made = actor_id("person", holder.person, holder.country)
    detail = f"{holder.person} was {holder.office} of {country_name(holder.country)} {_days(holder)} ({holder.checked})"
    return Actor(made, _spelt(holder, printed), "person", holder.country, holder.sector, holder.office, detail)


def _spelt(holder: Holder, printed: str) -> str:
    return printed if " " in printed else in_full(holder.person, printed)


def _days(holder: Holder) -> str:
    return f"from {holder.first or 'an unknown day'} to {holder.last or 'an open end'}"


def _claimed(entity: Entity, claims: Sequence[OfficeClaim]) -> OfficeClaim | None:
    """The fullest name and first words of the claims that name this person."""
    fitting = [c for c in claims if same_person(c.name, entity.name) and entity.country in {None, c.country}]
    ranked = sorted(fitting, key=lambda c: (c.office != entity.office, -len(c.name), c.name, c.office, c.text))
    return ranked[0] if ranked else None


def _claimant(claim: OfficeClaim, entity: Entity) -> Actor:
    own = entity.name if entity.kind == "person" else ""
    known = max(claim.name, own, key=lambda n: len(n.split()))
    name = max(own, claim.name, key=lambda n: len(n.split()))
    sector = entity.sector if entity.office == claim.office else office_sector(claim.office)
    detail = f"an article calls {name} {claim.text!r}"
    return Actor(actor_id("person", known, claim.country), name, "person", claim.country, sector, claim.office, detail)


def _out_of_office(holder: Holder, on: Interval, entity: Entity) -> Actor:
    """A known person on a day outside the known terms: with the office that the article gives, else without."""
    ended = holder.last is not None and on.first is not None and holder.last < on.first
    detail = f"{holder.person} is known as {holder.office} of {country_name(holder.country)} {_days(holder)}"
    made = actor_id("person", holder.person, holder.country)
    sector = (entity.sector if entity.office else None) or ("ELI" if ended else holder.sector)
    return Actor(made, _spelt(holder, entity.name), "person", holder.country, sector, entity.office, detail)


def _office(entity: Entity, on: Interval, claims: Sequence[OfficeClaim]) -> Actor:
    """The person who held a bare office on the date: by the table where it names one, else by the claims."""
    if entity.country is None or entity.office is None or entity.sector == "ELI":
        return _as_found(entity)
    found = in_office(entity.country, entity.office, on) if is_sole(entity.office) else ()
    claim = _claim_to(entity, claims)
    if claim is not None and found and all(_yields(h, claim) for h in found):
        return _instead(_claimant(claim, entity), found[0])
    if found and len({h.person for h in found}) == 1:
        return _holder(found[0], _printed(found[0], claims))
    if claim is not None and (not found or any(same_person(h.person, claim.name) for h in found)):
        known = next((h for h in found if same_person(h.person, claim.name)), None)
        return _holder(known, claim.name) if known else _claimant(claim, entity)
    return _as_found(entity)


def _yields(holder: Holder, claim: OfficeClaim) -> bool:
    """Whether a term that no list bears out, or whose end is open, is over by what an article says of a successor.

    Whom the table knows in the office at another time is none: the article looks back.
    """
    doubtful = not holder.agreed or holder.last is None
    other = claim.office == holder.office and not held(claim.name, claim.office, claim.country)
    return doubtful and other and not same_person(holder.person, claim.name)


def _instead(actor: Actor, holder: Holder) -> Actor:
    """The actor that a claim gives, with the table's holder who is passed over."""
    passed = f"the table's {holder.person} ({_days(holder)}, {holder.checked}) is passed over"
    return replace(actor, detail=f"{actor.detail}; {passed}")


def _printed(holder: Holder, claims: Sequence[OfficeClaim]) -> str:
    """The name under which the claims give a holder, else the table's."""
    names = {c.name for c in claims if c.country == holder.country and same_person(holder.person, c.name)}
    return min(names, key=lambda name: (-len(name.split()), name), default=holder.person)


#: Offices that one person at a time holds; "a Russian official" names no one in particular.
SOLE = frozenset(
    {
        "national security adviser",
        "attorney general",
        "chief of general staff",
        "chief cabinet secretary",
        "vice president",
        "top diplomat",
    }
)


def is_sole(office: str) -> bool:
    """Whether one person at a time holds an office, so that naming it names them."""
    return (
        office in SOLE
        or (office.endswith(" minister") and not office.startswith("deputy"))
        or is_leader(office)
        or " of " in office
    )


def _claim_to(entity: Entity, claims: Sequence[OfficeClaim]) -> OfficeClaim | None:
    """The one person whom the claims give the office; None where they name several."""
    office = entity.office or ""
    fitting = [c for c in claims if c.country == entity.country and _same_office(c.office, office)]
    alike = fitting and is_sole(office) and all(same_person(c.name, fitting[0].name) for c in fitting)
    return max(fitting, key=lambda c: (len(c.name), c.name, c.text)) if alike else None


def _same_office(claimed: str, office: str) -> bool:
    return claimed == office or (office == "leader" and is_leader(claimed))
