"""Many tellings to one record: codings of one event become one row with all their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tellings.events.accounts import LEAD, Account, Side, accounts, fallback
from tellings.events.joining import cluster, same_person
from tellings.events.lexicon import kinds
from tellings.events.modes import mode_of, most
from tellings.events.portfolios import portfolios
from tellings.events.wording import summary
from tellings.model.actors import Actor
from tellings.model.events import Status
from tellings.model.ids import group_id
from tellings.model.places import Place
from tellings.model.reading import Reading
from tellings.model.relations import Story
from tellings.model.rows import EventRow, EvidenceRow, Party
from tellings.model.spans import Role, Span
from tellings.model.times import Dated, Dating
from tellings.places import named as place_named
from tellings.times.dating import UNNAMED
from tellings.vocab.countries import country_name

#: Each further independent telling makes an event surer; a day that is only the publication's, less.
MORE, LESS, MOST = 0.05, 0.1, 0.95
#: Acts that have a scene: where the lead says it happened holds for them.
STAGED = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
#: Words before the place that an attack hit.
SCENE = frozenset({"of", "in", "at", "on", "near", "hit", "struck"})
NAMED_ALONE = frozenset({"state", "body", "office"})


def merge(
    story: Story,
    readings: Sequence[Reading],
    datings: Sequence[Dating],
    actors: Mapping[str, tuple[Actor, ...]],
) -> tuple[tuple[EventRow, ...], tuple[EvidenceRow, ...]]:
    """Give a story's events and the words that they rest on, ordered by event id."""
    rows: list[EventRow] = []
    evidence: list[EvidenceRow] = []
    for group in cluster(accounts(readings, datings, actors)):
        row = _row(story, group)
        rows.append(row)
        evidence += [e for account in group for e in _evidence(row.event_id, account)]
    return tuple(sorted(rows, key=lambda r: r.event_id)), tuple(sorted(evidence, key=_place_in_record))


def _row(story: Story, group: Sequence[Account]) -> EventRow:
    first = group[0].coding
    days, sure = _when(group)
    place = _where(group)
    mode = mode_of(group, place)
    kind = kinds()[(first.type, mode[0] if mode else "")]
    acting, receiving = sides_of(group)
    independent = _independent(story, group)
    row = EventRow(
        event_id=group_id("", (a.coding.coding_id for a in group)),
        story_id=story.story_id,
        type=first.type,
        mode=mode,
        contexts=_contexts(group),
        quad=kind.quad,
        score=kind.score,
        status=_status(group),
        actors=acting,
        recipients=receiving,
        date=days.first.isoformat() if days else None,
        date_end=days.last.isoformat() if days else None,
        date_precision=days.precision if days else None,
        date_basis=days.basis if days else None,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_geonames_id=place.geonames_id if place else None,
        place_lat=place.latitude if place else None,
        place_lon=place.longitude if place else None,
        reported_by=_reporter(group),
        summary="",
        n_tellings=len({a.article_id for a in group}),
        n_independent=independent,
        confidence=_confidence(group, independent, sure),
        detail=_detail(group),
    )
    return replace(row, summary=summary(row, _own_words(group)))


def _contexts(group: Sequence[Account]) -> tuple[str, ...]:
    """The contexts of most accounts, after those that the offices of all who deal with one another speak for."""
    told = most(c for a in group for c in a.coding.contexts)
    shared = portfolios([s.actor for a in group for s in (*a.actors, *a.recipients)])
    return tuple(dict.fromkeys((*(shared if group[0].coding.type in STAGED else ()), *told)))[:3]


def _status(group: Sequence[Account]) -> Status:
    """What the tellings make of it: a fact where one of them tells it as such."""
    told = sorted({a.coding.status for a in group})
    return "happened" if "happened" in told else told[0]


def sides_of(group: Sequence[Account]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients over all accounts.

    Who acts in one account and receives in another (either may be said to have met the other) goes
    with the greater number, a tie to the actors.
    """
    named = _fullest(s for a in group for s in (*a.actors, *a.recipients))
    acting: list[Side] = []
    receiving: list[Side] = []
    for side in named:
        votes = sum(_votes(side, account) for account in group)
        (acting if votes >= 0 else receiving).append(side)
    return _ordered(acting), _ordered(receiving)


def _votes(side: Side, account: Account) -> int:
    """1 where an account has the side act, -1 where it receives, 0 where it does not tell them apart."""
    if not account.recipients:
        return 0
    acts = any(_stands_for(side.actor, a.actor) for a in account.actors)
    receives = any(_stands_for(side.actor, r.actor) for r in account.recipients)
    return int(acts) - int(receives)


def _ordered(found: Iterable[Side]) -> tuple[Party, ...]:
    return tuple(_party(s) for s in found)


def _own_words(group: Sequence[Account]) -> str:
    """The act in the words of the surest account, the shortest of equals."""
    best = max(group, key=lambda a: (a.coding.confidence, -len(a.words(a.coding.act)), a.coding.coding_id))
    return best.words(best.coding.act)


def _when(group: Sequence[Account]) -> tuple[Dated | None, bool]:
    """The days that all dated accounts leave; else the story's news day; else the days up to publication."""
    known = sorted((a.days for a in group if a.days), key=lambda d: (d.last - d.first, d.first, d.basis))
    if known:
        first = max([known[0].first, *(d.first for d in known if d.first <= known[0].last)])
        last = min([known[0].last, *(d.last for d in known if d.last >= first)])
        return Dated(first, last, "day" if first == last else known[0].precision, known[0].basis), True
    dated = [a for a in group if a.dating.window.first or a.dating.window.last]
    found = [(fallback(a), a.dating.confidence) for a in dated]
    if not found:
        return None, False
    (days, news), _ = min(found, key=_sureness)
    return _as_told_last(dated, days), news


def _sureness(found: tuple[tuple[Dated, bool], float]) -> tuple[bool, bool, float, timedelta, date]:
    """Days that the words of a telling give first, then those that its lead names, then the surer and the shorter."""
    (days, told), confidence = found
    return not told, UNNAMED in days.basis, -confidence, days.last - days.first, days.first


def _as_told_last(group: Sequence[Account], days: Dated) -> Dated:
    """The last of the days of news on which tellings without a time have it, where all had appeared by then or later.

    A telling whose news is of Sunday and that appeared on Monday may tell of Monday's, too.
    """
    news = [n for a in group if (n := a.dating.news_day) and n.precision == "day" and UNNAMED not in n.basis]
    appeared = [a.dating.window.last for a in group if a.dating.window.last]
    if days.precision != "day" or len(news) < 2 or len(news) < len(group) or not appeared:
        return days
    fitting = [n for n in news if n.last <= min(appeared)]
    last = max(fitting, key=lambda n: (n.first, n.basis), default=None)
    if last is None or last.first <= days.last:
        return days
    return Dated(last.first, last.last, "day", f"no time is given: the last day of the tellings' news ({last.basis})")


def _where(group: Sequence[Account]) -> Place | None:
    """The place that most accounts give, a city or site before a whole country; a call has none."""
    if any("phone" in a.coding.modes for a in group):
        return None
    places = [a.place for a in group if a.place]
    if not places:
        places = [p for a in group for p in (*_destinations(a), *_struck(a))]
    if all(_is_vague(p) for p in places) and group[0].coding.type in STAGED:
        within: set[str | None] = {p.country for p in places if p.country}
        main = [a for a in group if a.lead or (a.coding.type == "CONSULT" and not a.days and not a.earlier)]
        main = [a for a in main if not _of_another_day(a)]
        places = _scenes(main, within) or _headlined(main, within) or ([] if within else _datelines(main)) or places
    count = {p.name: sum(q.name == p.name for q in places) for p in places}
    return max(places, key=lambda p: (not _is_vague(p), count[p.name], p.name)) if places else None


def _of_another_day(account: Account) -> bool:
    """Whether an act's own day lies before the main event's: the lead's scene is not its own."""
    news = account.dating.news_day
    return bool(account.days and news and account.days.last < news.first)


def _destinations(account: Account) -> list[Place]:
    """The towns that stand for the state visited ("travelled to Lima")."""
    if "visit" not in account.coding.modes:
        return []
    named = [s.mention.span for s in account.recipients]
    return [p for p in account.reading.places if not _is_country(p) and any(s.overlaps(p.span) for s in named)]


def _struck(account: Account) -> list[Place]:
    """The towns that an attack's own sentence names as hit ("struck the port of Lume")."""
    if account.coding.type != "ASSAULT":
        return []
    towns = [p for p in account.reading.places if p.sentence == account.coding.sentence and not _is_country(p)]
    hit = [p for p in towns if _before(account, p) in SCENE and _within_reach(account, p)]
    return hit[:1]


def _within_reach(account: Account, place: Place) -> bool:
    """Whether no clause ends between an act and a place after it."""
    between = account.reading.article.text[account.coding.act.end : place.start]
    return "," not in between and " after " not in between


def _scenes(group: Sequence[Account], within: set[str | None]) -> list[Place]:
    """The towns named as scenes in the leads of articles whose main event this is."""
    found = [p for a in group for p in a.reading.places if p.sentence < LEAD and not _is_country(p) and _is_scene(a, p)]
    return [p for p in found if not within or p.country in within]


def _headlined(group: Sequence[Account], within: set[str | None]) -> list[Place]:
    """The towns that the article's title gives as the scene of its main event ("... meet in Lima")."""
    found = []
    for account in group:
        title = (account.reading.article.title or "").casefold()
        towns = [p for p in account.reading.places if not _is_country(p) and (not within or p.country in within)]
        found += [p for p in towns if f"in {p.name.casefold()}" in title]
    return found


def _datelines(group: Sequence[Account]) -> list[Place]:
    """Where the report of a main event was written, where nothing in it says more."""
    named = [(a, a.reading.article.dateline_place) for a in group]
    return [_known(account, name) for account, name in named if name]


def _known(account: Account, name: str) -> Place:
    """The place that the article's text names so, else the gazetteer's, else the name alone."""
    same = (p for p in account.reading.places if p.name.casefold() == name.casefold())
    return next(same, None) or place_named(name) or Place(-1, -1, -1, 0, 0, name, name, detail="the dateline")


def _is_scene(account: Account, place: Place) -> bool:
    return _before(account, place) in {"in", "at"}


def _before(account: Account, place: Place) -> str:
    """The word before a place, folded."""
    words = account.reading.article.text[: place.start].rstrip().rsplit(None, 1)
    return words[-1].lower() if words else ""


def _is_country(place: Place) -> bool:
    return place.country is not None and country_name(place.country) == place.name


def _is_vague(place: Place) -> bool:
    """Whether it is a whole country, or no country's ("the Black Sea")."""
    return place.country is None or _is_country(place)


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
    if other.kind == "person":
        return fuller.kind == "person" and same_person(fuller, other)
    return other.kind in NAMED_ALONE and fuller.kind in {"person", "office", "body"}


def _party(side: Side) -> Party:
    a = side.actor
    return Party(a.actor_id, a.name, side.mention.text, a.country, a.sector, a.office)


def _reporter(group: Sequence[Account]) -> str | None:
    told = [a for a in group if a.coding.reporter is not None]
    if not told:
        return None
    first = told[0]
    return first.reading.cast.entity_of(first.coding.reporter or 0).name


def _independent(story: Story, group: Sequence[Account]) -> int:
    ids = {a.article_id for a in group}
    families = [f for f in story.families if ids & set(f.article_ids)]
    covered = {i for f in families for i in f.article_ids}
    return len(families) + len(ids - covered)


def _confidence(group: Sequence[Account], independent: int, sure: bool) -> float:
    base = max(a.coding.confidence for a in group) + MORE * (independent - 1)
    return round(min(MOST, base if sure else base - LESS), 2)


def _detail(group: Sequence[Account]) -> str:
    best = max(group, key=lambda a: (a.coding.confidence, a.coding.coding_id))
    more = (
        f"; {len(group)} accounts in {len({a.article_id for a in group})} articles agree in sides and days"
        if len(group) > 1
        else ""
    )
    claimed = sum(a.coding.status == "alleged" for a in group)
    told = f"; {claimed} of them as an allegation" if 0 < claimed < len(group) else ""
    return best.coding.detail + more + told


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


def _place_in_record(row: EvidenceRow) -> tuple[str, str, int, str, int]:
    return row.event_id, row.article_id, row.start, row.role, row.end
