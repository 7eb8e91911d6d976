"""The place of an event, out of what its accounts give."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tellings.events.acts.lexicon import STAGED
from tellings.events.circumstances.days import when_of
from tellings.events.circumstances.homelands import AT_HOME, land_of, lands_of
from tellings.events.circumstances.referring import BACK, held, setting, the_capital, the_town, there
from tellings.events.merging.accounts import LEAD, Account
from tellings.model.places import Place
from tellings.model.times import Dated
from tellings.places import named
from tellings.places.extent import is_country, is_vague

#: Words before the place that an attack hit.
SCENE = frozenset({"of", "in", "at", "on", "near", "hit", "struck"})
#: What is done on the spot; a demand or a sanction may be told from either end.
ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST", "CONSULT", "MOBILIZE"})
#: What is done where the report is set, by and to people of that land; forces move elsewhere.
IN_PLACE = frozenset({"ASSAULT", "PROTEST", "COERCE"})
#: How a sentence begins that goes on about the act of the one before.
SAME_ACT = re.compile(
    r"(?:They|It|The (?:strikes?|attacks?|raids?|march|rally|protest|fighting|bombs?|shells?|missiles?))\b"
)
#: Two names this many kilometres apart are two scenes: a town, its airport and its suburbs are one.
APART_KM = 60.0
KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Sited:
    """Where an event was, and what says so. `account` is the one whose article names the place apart from the act."""

    place: Place | None = None
    country: str | None = None
    basis: str | None = None
    account: Account | None = None


#: An account and a place that it speaks for.
Found = tuple[Account, Place]


def where_of(group: Sequence[Account]) -> Sited:
    """The place that most accounts give, a city or site before a whole country; a call has none.

    Where no words give one: the land that its sides tell, where such acts are done there.
    """
    if any("phone" in a.coding.modes for a in group):
        return Sited()
    for basis, source in SOURCES.items():
        found = [(a, p) for a in group for p in source(a)]
        if found:
            return _most(group, *_in_town(group, basis, found))
    basis, found = _in_town(group, "", [])
    if found:
        return _most(group, basis, found)
    return Sited(None, *_land(group))


def _land(group: Sequence[Account]) -> tuple[str | None, str | None]:
    """The land of an event whose place no words give: by its sides, else of what is done on the spot by the scene."""
    land, basis = land_of(group)
    if land is None and group[0].coding.type in IN_PLACE and lands_of(group) <= {setting(group)}:
        land, basis = setting(group), "the report's scene"
    return land, basis if land else None


def _most(group: Sequence[Account], basis: str, found: Sequence[Found]) -> Sited:
    days, _ = when_of(group)
    count = Counter(p.name for _, p in found)
    account, place = max(found, key=lambda f: (_timely(f[0], days), not is_vague(f[1]), count[f[1].name], f[1].name))
    country = place.country if place.listed else place.country or land_of(group)[0]
    apart = place is not account.place and place.sentence >= 0
    return Sited(place, country, basis, account if apart else None)


def _timely(account: Account, days: Dated | None) -> bool:
    """Whether an account tells of the event's own days, and not of what was done before them."""
    return not (account.days and days) or (account.days.first <= days.last and days.first <= account.days.last)


def _in_town(group: Sequence[Account], basis: str, found: list[Found]) -> tuple[str, list[Found]]:
    """Of a main event that has no place or a whole country's, the town that the articles give as their scene."""
    if group[0].coding.type not in STAGED or not all(is_vague(p) for _, p in found):
        return basis, found
    within: set[str | None] = {p.country for _, p in found if p.country}
    main = [a for a in group if a.lead or (a.coding.type == "CONSULT" and not a.days and not a.earlier)]
    main = [a for a in main if not _of_another_day(a)]
    sources = {"scene of the report": _scenes, "title": _headlined}
    for name, source in sources.items():
        towns = [(a, p) for a in main for p in source(a) if not within or p.country in within]
        if towns:
            return name, towns
    written = [] if within else [(a, p) for a in main for p in _datelines(a)]
    return ("dateline", written) if written else (basis, found)


def _of_another_day(account: Account) -> bool:
    """Whether an act's own day lies before the main event's: the lead's scene is not its own."""
    news = account.dating.news_day
    return bool(account.days and news and account.days.last < news.first)


def _stated(account: Account) -> list[Place]:
    """The place that the act's own words give."""
    return [account.place] if account.place else []


def _destinations(account: Account) -> list[Place]:
    """The towns that stand for the state visited ("travelled to Lima")."""
    if "visit" not in account.coding.modes:
        return []
    named = [s.mention.span for s in account.recipients]
    return [p for p in account.reading.places if not is_country(p) and any(s.overlaps(p.span) for s in named)]


def _seat(account: Account) -> list[Place]:
    """The town in the name of the police or court that acts ("a Moscow court")."""
    courts = [s for s in account.actors if s.actor.sector in AT_HOME and s.actor.country]
    names = (" ".join(w for w in s.mention.text.split() if w[0].isupper() and len(w) > len("The")) for s in courts)
    towns = ((named(name), s.actor.country) for name, s in zip(names, courts, strict=True))
    return [place for place, land in towns if place and place.country == land and not is_country(place)]


def _struck(account: Account) -> list[Place]:
    """The towns that an attack's own sentence names as hit ("struck the port of Lume")."""
    if account.coding.type != "ASSAULT":
        return []
    towns = [p for p in account.reading.places if p.sentence == account.coding.sentence and not is_country(p)]
    hit = [p for p in towns if _before(account, p) in SCENE and _within_reach(account, p)]
    return hit[:1]


def _within_reach(account: Account, place: Place) -> bool:
    """Whether no clause ends between an act and a place after it."""
    between = account.reading.article.text[account.coding.act.end : place.start]
    return "," not in between and " after " not in between


def _before_it(account: Account) -> list[Place]:
    """The town where the sentences right before an act are set, in the same paragraph, within a land of its sides."""
    reading, coding = account.reading, account.coding
    if coding.type not in ON_THE_SPOT:
        return []
    first = bisect_left(reading.places, coding.sentence - BACK, key=lambda p: p.sentence)
    last = bisect_left(reading.places, coding.sentence, key=lambda p: p.sentence)
    for place in reversed(reading.places[first:last]):
        if "\n" in reading.article.text[place.end : account.sentence.start]:
            return []
        if not is_vague(place) and _is_scene(account, place) and place.country in lands_of([account]):
            return [place]
    return []


def _after_it(account: Account) -> list[Place]:
    """The town that the next sentence gives for the same act ("They blocked the square of ...")."""
    reading, coding = account.reading, account.coding
    if coding.type not in ON_THE_SPOT or coding.sentence + 1 >= len(reading.sentences):
        return []
    following = reading.sentences[coding.sentence + 1]
    between = reading.article.text[account.sentence.end : following.start]
    if "\n" in between or not SAME_ACT.match(account.words(following)):
        return []
    first = bisect_left(reading.places, coding.sentence + 1, key=lambda p: p.sentence)
    towns = [p for p in reading.places[first : first + 1] if p.sentence == coding.sentence + 1 and not is_vague(p)]
    return [p for p in towns if _before(account, p) in SCENE]


def _scenes(account: Account) -> list[Place]:
    """The towns named as scenes in the lead of an article whose main event this is."""
    return [p for p in account.reading.places if p.sentence < LEAD and not is_country(p) and _is_scene(account, p)]


def _headlined(account: Account) -> list[Place]:
    """The towns that the article's title gives as the scene of its main event ("... meet in Lima")."""
    title = (account.reading.article.title or "").casefold()
    return [p for p in account.reading.places if not is_country(p) and f"in {p.name.casefold()}" in title]


def _datelines(account: Account) -> list[Place]:
    """Where the report of a main event was written, where nothing in it says more."""
    name = account.reading.article.dateline_place
    return [_known(account, name)] if name else []


def _known(account: Account, name: str) -> Place:
    """The place that the article's text takes for one of this name, else the gazetteer's, else the name alone.

    No words of the text are pointed at: a dateline stands outside of it, and "Moscow" in it may be a government.
    """
    same = (p for p in account.reading.places if p.name.casefold() == name.casefold())
    place = next(same, None) or named(name) or Place(-1, -1, -1, 0, 0, name, name, detail="the dateline")
    return replace(place, sentence=-1)


def _is_scene(account: Account, place: Place) -> bool:
    return _before(account, place) in {"in", "at"}


def _before(account: Account, place: Place) -> str:
    """The word before a place, folded."""
    words = account.reading.article.text[: place.start].rstrip().rsplit(None, 1)
    return words[-1].lower() if words else ""


def elsewhere(one: Account, other: Account) -> bool:
    """Whether two acts that are done on the spot were done in places too far apart to be one."""
    kinds = {one.coding.type, other.coding.type}
    return kinds <= ON_THE_SPOT and one.place is not None and other.place is not None and _apart(one.place, other.place)


def _apart(one: Place, other: Place) -> bool:
    """Whether places lie far apart: a whole country from what is in another; of places off the map no one can say."""
    if one.country is None or other.country is None:
        return False
    if is_country(one) or is_country(other):
        return one.country != other.country
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    east = (one.longitude - other.longitude) * math.cos(math.radians((one.latitude + other.latitude) / 2))
    return math.hypot(one.latitude - other.latitude, east) * KM_A_DEGREE > APART_KM


#: What gives an event's place, the surest first.
SOURCES: Mapping[str, Callable[[Account], list[Place]]] = {
    "words of the act": _stated,
    "town visited": _destinations,
    "what was hit": _struck,
    "there": there,
    "the town named before": the_town,
    "town of the police or court": _seat,
    "sentence before": _before_it,
    "sentence after": _after_it,
    "where it was held": held,
    "the capital": the_capital,
}
