"""One actor as the record knows them: what they are called, who says that they hold an office, whom they met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from tellings.record import answers
from tellings.record.entries import Actor, Event, Quote
from tellings.record.filters import Filter
from tellings.record.runs import Asked

#: Kinds of actors who can hold an office.
HOLDERS = frozenset({"person", "office"})


@dataclass(frozen=True, slots=True)
class Alias:
    """A way of naming an actor, and how often the record's articles use it."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Office:
    """Who says that a person holds an office: an article of a day in its own words, or a table from and to a day."""

    office: str
    country: str
    first: str | None
    last: str | None
    source: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, call or visit that happened, and the other sides of it."""

    date: str | None
    whom: tuple[str, ...]
    place: str | None
    event_id: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a record knows of one actor."""

    aliases: tuple[Alias, ...]
    offices: tuple[Office, ...]
    met: tuple[Meeting, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]


def known(store: Asked, actor: Actor, limit: int) -> Known:
    """All of it; of meetings, events and quotes the first `limit`, by their days."""
    asked = Filter(actor=actor.actor_id)
    consulted = islice(answers.events(store, replace(asked, type="CONSULT")), limit)
    said = islice(answers.quotes(store, Filter(speaker=actor.actor_id)), limit)
    return Known(
        tuple(aliases(store, actor)),
        tuple(claimed(store, actor)),
        tuple(met(actor, consulted)),
        tuple(islice(answers.events(store, asked), limit)),
        tuple(once_each(said)),
    )


def aliases(store: Asked, actor: Actor) -> Iterator[Alias]:
    """What articles call an actor, the commonest first; pronouns are left out."""
    sql = (
        "SELECT text, count(*) FROM mentions WHERE actor_id = ? AND kind <> 'pronoun'"
        " GROUP BY text ORDER BY count(*) DESC, text"
    )
    return (Alias(str(text), int(times or 0)) for text, times in store.rows(sql, (actor.actor_id,)))


def claimed(store: Asked, actor: Actor) -> Iterator[Office]:
    """The offices that articles give a person in their own words, by day; police, named by many articles, hold none."""
    if actor.kind not in HOLDERS:
        return
    sql = (
        "SELECT DISTINCT c.office, c.country, substr(a.published, 1, 10), a.page, c.text FROM claims c"
        " JOIN articles a ON a.article_id = c.article_id JOIN mentions m ON m.article_id = c.article_id"
        ' AND m."start" < c."end" AND c."start" < m."end" WHERE m.actor_id = ? ORDER BY 3, 4, 5'
    )
    for office, country, day, page, text in store.rows(sql, (actor.actor_id,)):
        yield Office(str(office), str(country), str(day) if day else None, None, str(page), str(text))


def once_each(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes of each utterance once, in the fullest of its renderings."""
    fullest: dict[str, Quote] = {}
    for quote in quotes:
        said = quote.utterance_id or quote.quote_id
        if said not in fullest or len(quote.text) > len(fullest[said].text):
            fullest[said] = quote
    return list(fullest.values())


def met(actor: Actor, events: Iterable[Event]) -> Iterator[Meeting]:
    """The meetings among an actor's events, with the other sides."""
    for event in events:
        sides = tuple(chain(event.actors, event.recipients))
        others = tuple(dict.fromkeys(side.name for side in sides if side.actor_id != actor.actor_id))
        if event.type == "CONSULT" and event.status == "happened" and others:
            yield Meeting(event.date, others, event.place, event.event_id)
