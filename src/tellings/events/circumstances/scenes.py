"""The place of an event, out of what its accounts give."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from tellings.events.acts.lexicon import STAGED
from tellings.events.merging.accounts import LEAD, Account
from tellings.model.places import Place
from tellings.places import named
from tellings.vocab.countries import country_name

#: Words before the place that an attack hit.
SCENE = frozenset({"of", "in", "at", "on", "near", "hit", "struck"})
#: What is done on the spot; a demand or a sanction may be told from either end.
ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST", "CONSULT", "MOBILIZE"})
#: Two names this many kilometres apart are two scenes: a town, its airport and its suburbs are one.
APART_KM = 60.0
KM_A_DEGREE = 111.2


def where_of(group: Sequence[Account]) -> Place | None:
    """The place that most accounts give, a city or site before a whole country; a call has none."""
    if any("phone" in a.coding.modes for a in group):
        return None
    places = [a.place for a in group if a.place]
    if not places:
        places = [p for a in group for p in (*_destinations(a), *_struck(a))]
    if all(is_vague(p) for p in places) and group[0].coding.type in STAGED:
        within: set[str | None] = {p.country for p in places if p.country}
        main = [a for a in group if a.lead or (a.coding.type == "CONSULT" and not a.days and not a.earlier)]
        main = [a for a in main if not _of_another_day(a)]
        places = _scenes(main, within) or _headlined(main, within) or ([] if within else _datelines(main)) or places
    count = Counter(p.name for p in places)
    return max(places, key=lambda p: (not is_vague(p), count[p.name], p.name)) if places else None


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
    return next(same, None) or named(name) or Place(-1, -1, -1, 0, 0, name, name, detail="the dateline")


def _is_scene(account: Account, place: Place) -> bool:
    return _before(account, place) in {"in", "at"}


def _before(account: Account, place: Place) -> str:
    """The word before a place, folded."""
    words = account.reading.article.text[: place.start].rstrip().rsplit(None, 1)
    return words[-1].lower() if words else ""


def _is_country(place: Place) -> bool:
    return place.country is not None and country_name(place.country) == place.name


def is_vague(place: Place) -> bool:
    """Whether it is a whole country, or no country's ("the Black Sea")."""
    return place.country is None or _is_country(place)


def elsewhere(one: Account, other: Account) -> bool:
    """Whether two acts that are done on the spot were done in places too far apart to be one."""
    kinds = {one.coding.type, other.coding.type}
    return kinds <= ON_THE_SPOT and one.place is not None and other.place is not None and _apart(one.place, other.place)


def _apart(one: Place, other: Place) -> bool:
    """Whether towns or sites lie far apart; of a whole country, or of a place not on the map, no one can say."""
    if is_vague(one) or is_vague(other):
        return False
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    east = (one.longitude - other.longitude) * math.cos(math.radians((one.latitude + other.latitude) / 2))
    return math.hypot(one.latitude - other.latitude, east) * KM_A_DEGREE > APART_KM
