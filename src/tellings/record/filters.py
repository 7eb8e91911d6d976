"""Which entries are asked for: a filter, and the conditions that it puts on each table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.record.runs import Asked
from tellings.record.store import Value


@dataclass(frozen=True, slots=True)
class Filter:
    """What to keep. Days are ISO 8601, both included, and may be cut to a month or a year.

    `pair` names two countries, in either order. `actor` and `speaker` are an actor's id, name,
    part of a name, or country; `type` is PLOVER's. `story` is a story's id; `ids` are of the
    entries themselves.
    """

    since: str | None = None
    until: str | None = None
    pair: tuple[str, str] | None = None
    type: str | None = None
    actor: str | None = None
    speaker: str | None = None
    story: str | None = None
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL and its values."""

    sql: str
    values: tuple[Value, ...] = ()


Conditions = tuple[Condition, ...]


def where(conditions: Sequence[Condition]) -> str:
    """All conditions as one clause."""
    return " WHERE " + " AND ".join(condition.sql for condition in conditions) if conditions else ""


def values(conditions: Sequence[Condition]) -> tuple[Value, ...]:
    """The values of all conditions, in order."""
    return tuple(value for condition in conditions for value in condition.values)


def find_actors(store: Asked, wanted: str) -> tuple[str, ...]:
    """Ids of the actors of that id, name or country; where there are none, of those whose names hold it."""
    exact = "SELECT actor_id FROM actors WHERE actor_id = ? OR name = ? COLLATE NOCASE OR country = ?"
    found = tuple(str(row[0]) for row in store.rows(exact, (wanted, wanted, wanted.upper())))
    return found or tuple(str(row[0]) for row in store.named(wanted))


def event_conditions(store: Asked, asked: Filter) -> Conditions:
    """What a filter asks of `events` as `e`."""
    days = (*_ids("e.event_id", asked), *_days("e.date", asked, end=True))
    return (*days, *_about(store, asked), *_story("e.story_id", asked), *_told(store, asked))


def quote_conditions(store: Asked, asked: Filter) -> Conditions:
    """What a filter asks of `quotes` as `q` joined with `articles` as `a`."""
    events = _about(store, asked, but_actor=True)
    speaker = (*_speaker(store, asked.speaker), *_speaker(store, asked.actor))
    found: Conditions = (*_ids("q.quote_id", asked), *_days("q.said_on", asked), *_story("a.story_id", asked), *speaker)
    if asked.pair:
        found += (Condition("q.speaker_id IN (SELECT actor_id FROM actors WHERE country IN (?, ?))", asked.pair),)
    return (*found, *_through("a.story_id", "story_id", "events e", events))


def article_conditions(store: Asked, asked: Filter) -> Conditions:
    """What a filter asks of `articles` as `a`: those on which fitting events and quotes rest."""
    events = _about(store, asked)
    evidence = "evidence v JOIN events e ON e.event_id = v.event_id"
    said = _through("a.article_id", "article_id", "quotes q", _speaker(store, asked.speaker))
    return (
        *_ids("a.article_id", asked),
        *_days("a.published", asked),
        *_story("a.story_id", asked),
        *_through("a.article_id", "v.article_id", evidence, events),
        *said,
    )


def story_conditions(store: Asked, asked: Filter) -> Conditions:
    """What a filter asks of `stories` as `s`: those with fitting events and quotes."""
    events = _through("s.story_id", "story_id", "events e", _about(store, asked))
    about = (*_ids("s.story_id", asked), *_days("s.date", asked), *_story("s.story_id", asked))
    return (*about, *events, *_told(store, asked, "s.story_id"))


def actor_conditions(store: Asked, asked: Filter) -> Conditions:
    """What a filter asks of `actors` as `r`: those who stand in fitting events."""
    wanted = Filter(asked.since, asked.until, asked.pair, asked.type, None, asked.speaker, asked.story)
    events = () if wanted == Filter() else event_conditions(store, wanted)
    evidence = "evidence v JOIN events e ON e.event_id = v.event_id"
    named = _among("r.actor_id", find_actors(store, asked.actor)) if asked.actor else ()
    pair = (Condition("r.country IN (?, ?)", asked.pair),) if asked.pair else ()
    return (*_ids("r.actor_id", asked), *named, *pair, *_through("r.actor_id", "v.actor_id", evidence, events))


def _days(column: str, asked: Filter, *, end: bool = False) -> Conditions:
    """A day until which is asked holds all its hours: '~' sorts after any digit, dash and letter."""
    found: Conditions = ()
    if asked.since and end:
        found += (Condition(_NOT_ENDED, (asked.since,) * 4),)
    elif asked.since:
        found += (Condition(f"coalesce({column}, '') >= ?", (asked.since,)),)
    if asked.until:
        found += (Condition(f"coalesce({column}, '') > '' AND coalesce({column}, '') <= ?", (f"{asked.until}~",)),)
    return found


#: Events that end on a day or after it: by their order, from the first that begins before it on.
_NOT_ENDED = (
    "coalesce(e.date, '') >= (SELECT coalesce(min(x.date), ?) FROM events x WHERE x.date_end >= ? AND x.date < ?)"
    " AND coalesce(e.date_end, e.date) >= ?"
)


def _ids(column: str, asked: Filter) -> Conditions:
    return () if asked.ids is None else _among(column, asked.ids)


#: The story that an article is in by now, a story being named after one of its articles.
_NOW_IN = "SELECT of.story_id FROM articles of WHERE of.article_id = ?"


def _story(column: str, asked: Filter) -> Conditions:
    return (Condition(f"{column} IN (?, ({_NOW_IN}))", (asked.story, asked.story[1:])),) if asked.story else ()


def _about(store: Asked, asked: Filter, *, but_actor: bool = False) -> Conditions:
    """What is asked of events beside their day and story."""
    found: Conditions = ()
    if asked.type:
        found += (Condition("e.type = ?", (asked.type.upper(),)),)
    if asked.pair:
        found += (Condition(_OF_BOTH, _seldomer_first(store, asked.pair)),)
    if asked.actor and not but_actor:
        inner = _among("actor_id", find_actors(store, asked.actor))
        through = _through("e.event_id", "event_id", "evidence", (*inner, Condition(_SIDES)))
        found += (*through, Condition(_IN_INDEX))
    return found


#: True of every event. By it SQLite takes the index `events_by_id`, where all stands by which events are put in order
#: and counted: to read the row of each took two thirds of the time.
_IN_INDEX = "coalesce(e.date, '') >= ''"
_SIDES = "role IN ('actor', 'recipient')"
_OF_COUNTRY = f"FROM evidence v WHERE v.country = ? AND v.{_SIDES}"
#: The first country's events are gone through, and the second is looked up in each.
_OF_BOTH = (
    f"e.event_id IN (SELECT v.event_id {_OF_COUNTRY}) AND {_IN_INDEX}"
    f" AND EXISTS (SELECT 1 {_OF_COUNTRY} AND v.event_id = e.event_id)"
)
#: Who stands in more rows than this is no longer counted.
MANY = 5_000
_ROWS = f"SELECT count(*) FROM (SELECT 1 {_OF_COUNTRY} LIMIT {MANY}) counted"


def _seldomer_first(store: Asked, pair: tuple[str, str]) -> tuple[Value, ...]:
    """A pair, the country first that stands in fewer events: the United States are in every other."""
    return tuple(sorted(pair, key=lambda country: int(next(store.rows(_ROWS, (country,)))[0] or 0)))


def _speaker(store: Asked, wanted: str | None) -> Conditions:
    if not wanted:
        return ()
    among = _among("q.speaker_id", find_actors(store, wanted))[0]
    return (Condition(f"({among.sql} OR q.speaker_name = ? COLLATE NOCASE)", (*among.values, wanted)),)


def _told(store: Asked, asked: Filter, column: str = "e.story_id") -> Conditions:
    """Stories in which the wanted speaker is quoted."""
    quotes = "quotes q JOIN articles a ON a.article_id = q.article_id"
    return _through(column, "a.story_id", quotes, _speaker(store, asked.speaker))


def _among(column: str, wanted: Sequence[str]) -> Conditions:
    return (
        Condition(f"{column} IN ({', '.join('?' * len(wanted))})", tuple(wanted)) if wanted else Condition("1 = 0"),
    )


def others(column: str, unwanted: Sequence[str]) -> Conditions:
    """All but some."""
    return (Condition(f"{column} NOT IN ({', '.join('?' * len(unwanted))})", tuple(unwanted)),) if unwanted else ()


def _through(column: str, other: str, tables: str, conditions: Sequence[Condition]) -> Conditions:
    """Hold where a row of other tables does; nothing is asked where those have no condition."""
    if not conditions:
        return ()
    return (Condition(f"{column} IN (SELECT {other} FROM {tables}{where(conditions)})", values(conditions)),)
