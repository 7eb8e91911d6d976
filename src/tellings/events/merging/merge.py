"""Many tellings to one record: codings of one event become one row with all their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tellings.events.acts.lexicon import STAGED, kinds
from tellings.events.circumstances.days import when_of
from tellings.events.circumstances.modes import mode_of, most
from tellings.events.circumstances.portfolios import causes, of_itself, portfolios
from tellings.events.circumstances.scenes import Sited, where_of
from tellings.events.circumstances.themes import theme
from tellings.events.merging.accounts import Account, Side, accounts, hinted
from tellings.events.merging.echoes import with_echoes
from tellings.events.merging.fitting import is_person, same_person
from tellings.events.merging.headlines import headlined, titled
from tellings.events.merging.joining import UNORDERED, cluster
from tellings.events.merging.likeness import Likeness
from tellings.events.merging.retelling import Group, joined
from tellings.events.merging.wording import summary
from tellings.model.actors import Actor
from tellings.model.events import Status
from tellings.model.ids import group_id
from tellings.model.reading import Reading
from tellings.model.relations import Story
from tellings.model.rows import EventRow, EvidenceRow, Party
from tellings.model.spans import Role, Span
from tellings.model.times import Dating

#: Each further independent telling makes an event surer; a day that is only the publication's, less.
MORE, LESS, MOST = 0.05, 0.1, 0.95
#: So many titles are shown.
SHOWN = 2
#: So many tellings show what an event is about.
MANY = 9
#: So many contexts are given.
CONTEXTS = 3
NAMED_ALONE = frozenset({"state", "body", "office"})


def merge(
    story: Story,
    readings: Sequence[Reading],
    datings: Sequence[Dating],
    actors: Mapping[str, tuple[Actor, ...]],
) -> tuple[tuple[EventRow, ...], tuple[EvidenceRow, ...]]:
    """Give a story's events and the words that they rest on, ordered by event id."""
    return rows_of(story, gather(readings, datings, actors))


def gather(
    readings: Sequence[Reading], datings: Sequence[Dating], actors: Mapping[str, tuple[Actor, ...]]
) -> tuple[Group, ...]:
    """Give the accounts of each of a story's events, over all its tellings."""
    groups = cluster(accounts(readings, datings, actors))
    if len(readings) < 2 or not groups:
        return groups
    likeness = Likeness(readings)
    return tuple(with_echoes(joined(groups, likeness), hinted(readings, datings, actors), likeness))


def rows_of(story: Story, groups: Iterable[Group]) -> tuple[tuple[EventRow, ...], tuple[EvidenceRow, ...]]:
    """Give the events that accounts make, and the words that they rest on, ordered by event id."""
    rows: list[EventRow] = []
    evidence: list[EvidenceRow] = []
    for group in groups:
        row = _row(story, group)
        rows.append(row)
        evidence += [e for account in group for e in _evidence(row.event_id, account)]
        evidence += titled(row.event_id, headlined(group))
        evidence += _sited(row.event_id, where_of([a for a in group if not a.hint]))
    return tuple(sorted(rows, key=lambda r: r.event_id)), tuple(sorted(evidence, key=_place_in_record))


def _row(story: Story, group: Sequence[Account]) -> EventRow:
    full = [a for a in group if not a.hint]
    type_ = type_of(full)
    days, sure = when_of(full if any(a.days for a in full) else group)
    site = where_of(full)
    place = site.place
    mode = mode_of([a for a in full if a.coding.type == type_], place)
    kind = kinds()[(type_, mode[0] if mode else "")]
    acting, receiving = sides_of(group)
    independent, status = _independent(story, group), _status(group)
    row = EventRow(
        event_id=group_id("", (a.coding.coding_id for a in full)),  # a hint may tell of several events
        story_id=story.story_id,
        type=type_,
        mode=mode,
        contexts=_contexts(group),
        quad=kind.quad,
        score=kind.score,
        status=status,
        actors=acting,
        recipients=receiving,
        date=days.first.isoformat() if days else None,
        date_end=days.last.isoformat() if days else None,
        date_precision=days.precision if days else None,
        date_basis=days.basis if days else None,
        place=place.name if place else None,
        place_country=site.country,
        place_geonames_id=place.geonames_id if place else None,
        place_lat=place.latitude if place else None,
        place_lon=place.longitude if place else None,
        reported_by=_reporter(full, status),
        summary="",
        n_tellings=len({a.article_id for a in group}),
        n_independent=independent,
        confidence=_confidence(group, independent, sure),
        detail=_detail(group),
        place_basis=site.basis,
    )
    return replace(row, summary=summary(row, _own_words(group)))


def type_of(group: Sequence[Account]) -> str:
    """The type that most accounts of one event give it, of equals the surer."""
    told = [a.coding for a in group]
    sure = {c.type: max(d.confidence for d in told if d.type == c.type) for c in told}
    return max(sure, key=lambda kind: (sum(c.type == kind for c in told), sure[kind], kind))


def _contexts(group: Sequence[Account]) -> tuple[str, ...]:
    """The contexts of most accounts, after those that the offices of all who deal with one another speak for.

    Then what those who act stand for, what such an act is about by itself, and what the articles are about whose main
    event it is; where nothing tells any, what the articles are about.
    """
    told = most(c for a in group for c in a.coding.contexts)
    shared = portfolios([s.actor for a in group for s in (*a.actors, *a.recipients)])
    stood_for = causes(s.mention.text for a in group for s in a.actors)
    itself = most(c for a in group for c in of_itself(a.coding.type, a.coding.modes))[:1]
    main = most(c for a in group[:MANY] if a.lead for c in theme(a.reading))[:1]
    first = shared if group[0].coding.type in STAGED else ()
    found = tuple(dict.fromkeys((*first, *told, *stood_for, *itself, *main)))
    return found[:CONTEXTS] or most(c for a in group[:MANY] for c in theme(a.reading))[:1]


def _status(group: Sequence[Account]) -> Status:
    """What the tellings make of it: a fact where one of them tells it as such."""
    told = sorted({a.coding.status for a in group})
    return "happened" if "happened" in told else told[0]


def sides_of(group: Sequence[Account]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients over all accounts.

    Who acts in one account and receives in another (either may be said to have met the other) goes
    with the greater number, a tie to the actors.
    """
    group = [a for a in group if not a.hint]
    if any(_within_one_state(a) for a in group):
        acts, receives = ((s for a in group for s in a.actors), (s for a in group for s in a.recipients))
        return _ordered(_fullest(acts)), _ordered(_fullest(receives))
    named = _fullest(s for a in group for s in (*a.actors, *a.recipients))
    acting: list[Side] = []
    receiving: list[Side] = []
    for side in named:
        votes = sum(_votes(side, account) for account in group)
        (acting if votes >= 0 else receiving).append(side)
    if not acting:
        acting, receiving = receiving, acting
    return _ordered(acting), _ordered(receiving)


def _within_one_state(account: Account) -> bool:
    """Whether one part of a state acts on another, so that neither stands for the other."""
    acting = {s.actor.country for s in account.actors} - {None}
    return bool(acting & {s.actor.country for s in account.recipients})


def _votes(side: Side, account: Account) -> int:
    """1 where an account has the side act, -1 where it receives, 0 where it does not tell them apart.

    What sides do with one another they all do: an account that has them act together speaks for each.
    """
    if not account.recipients:
        together = account.coding.type in UNORDERED and len({s.actor.country for s in account.actors}) > 1
        return int(together and any(_stands_for(side.actor, a.actor) for a in account.actors))
    acts = any(_stands_for(side.actor, a.actor) for a in account.actors)
    receives = any(_stands_for(side.actor, r.actor) for r in account.recipients)
    return int(acts) - int(receives)


def _ordered(found: Iterable[Side]) -> tuple[Party, ...]:
    return tuple(_party(s) for s in found)


def _own_words(group: Sequence[Account]) -> str:
    """The act in the words of the surest account, the shortest of equals."""
    best = max(group, key=lambda a: (a.coding.confidence, -len(a.words(a.coding.act)), a.coding.coding_id))
    return best.words(best.coding.act)


def _fullest(found: Iterable[Side]) -> tuple[Side, ...]:
    """One party an actor; a state or an office gives way to a person of it, a short name to the full one."""
    sides = sorted(
        found, key=lambda s: (s.actor.kind != "person", -len(s.actor.name), s.actor.actor_id, -len(s.mention.text))
    )
    kept: list[Side] = []
    for side in sides:
        if not any(_stands_for(other.actor, side.actor) for other in kept):
            kept.append(side)
    return tuple(kept)


def _stands_for(fuller: Actor, other: Actor) -> bool:
    if fuller.actor_id == other.actor_id:
        return True
    if fuller.country != other.country:
        return fuller.kind == other.kind == "person" and other.country is None and same_person(fuller, other)
    if is_person(other):
        return fuller.kind == "person" and same_person(fuller, other)
    if other.country is None:  # of a state that no list knows: "Zambora" in "government of Zambora"
        return set(other.name.split()) <= set(fuller.name.split())
    return other.kind in NAMED_ALONE and fuller.kind in {"person", "office", "body"}


def _party(side: Side) -> Party:
    a = side.actor
    return Party(a.actor_id, a.name, side.mention.text, a.country, a.sector, a.office)


def _reporter(group: Sequence[Account], status: Status) -> str | None:
    """Who says so: of several the one whom most accounts name, those of the event's own status first."""
    told = [a for a in group if a.coding.reporter is not None]
    told = [a for a in told if a.coding.status == status] or told
    return next(iter(most(a.reading.cast.entity_of(a.coding.reporter or 0).name for a in told)), None)


def _independent(story: Story, group: Sequence[Account]) -> int:
    """Families that tell of it; a title alone is no further source."""
    ids = {a.article_id for a in group if not a.is_title} or {group[0].article_id}
    families = [f for f in story.families if ids & set(f.article_ids)]
    covered = {i for f in families for i in f.article_ids}
    return len(families) + len(ids - covered)


def _confidence(group: Sequence[Account], independent: int, sure: bool) -> float:
    base = max(a.coding.confidence for a in group) + MORE * (independent - 1)
    return round(min(MOST, base if sure else base - LESS), 2)


def _detail(group: Sequence[Account]) -> str:
    full = [a for a in group if not a.hint]
    best = max(full, key=lambda a: (a.coding.confidence, a.coding.coding_id))
    more = (
        f"; {len(full)} accounts in {len({a.article_id for a in full})} articles agree in sides and days"
        if len(full) > 1
        else ""
    )
    hints = [a.words(a.coding.act) for a in group if a.hint]
    told_too = f"; told too in words alike, by “{'”, “'.join(dict.fromkeys(hints))}”" if hints else ""
    claimed = sum(a.coding.status == "alleged" for a in group)
    told = f"; {claimed} of them as an allegation" if 0 < claimed < len(group) else ""
    titles = tuple(dict.fromkeys(headline.title for headline in headlined(group)))
    in_titles = f"; told in the title too: “{'”, “'.join(titles[:SHOWN])}”" if titles else ""
    return best.coding.detail + more + told_too + in_titles + told


def _evidence(event_id: str, account: Account) -> Iterator[EvidenceRow]:
    """The words of one account, by the part they play."""
    yield _words(event_id, account, "act", account.coding.act)
    for side in account.actors:
        yield _words(event_id, account, "actor", side.mention.span, side.actor)
    for side in account.recipients:
        yield _words(event_id, account, "recipient", side.mention.span, side.actor)
    if account.expression:
        yield _words(event_id, account, "time", account.expression.span)
    if account.place:
        yield _words(event_id, account, "place", account.place.span)


def _sited(event_id: str, site: Sited) -> Iterator[EvidenceRow]:
    """The words that give the place apart from the act."""
    if site.place and site.account:
        yield _words(event_id, site.account, "place", site.place.span)


def _words(event_id: str, account: Account, role: Role, span: Span, actor: Actor | None = None) -> EvidenceRow:
    return EvidenceRow(
        event_id=event_id,
        coding_id=account.coding.coding_id,
        article_id=account.article_id,
        role=role,
        start=span.start,
        end=span.end,
        text=account.words(span),
        sentence=account.words(_sentence(account, span)),
        actor_id=actor.actor_id if actor else None,
        country=actor.country if actor else None,
    )


def _sentence(account: Account, span: Span) -> Span:
    """The sentence that words stand in: a pair may be named before the sentence of its act."""
    return next((s for s in account.reading.sentences if s.holds(span)), account.sentence)


def _place_in_record(row: EvidenceRow) -> tuple[str, str, str, int, str, int]:
    return row.event_id, row.article_id, row.field, row.start, row.role, row.end
