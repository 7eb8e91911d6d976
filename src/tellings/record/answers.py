"""What a record answers: the queries' entries with what people decided laid over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from heapq import merge
from itertools import chain
from typing import Literal

from tellings.record import entries, queries
from tellings.record.filters import Filter
from tellings.record.judgements import judged, standing
from tellings.record.rows import directions
from tellings.record.runs import Asked

EVERYTHING = Filter()
Period = Literal["day", "week", "month", "year"]
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")


def articles(store: Asked, asked: Filter = EVERYTHING) -> Iterator[entries.Article]:
    """Clean articles with their day, story and family."""
    return judged(store, entries.Article, queries.articles(store, asked))


def quotes(store: Asked, asked: Filter = EVERYTHING) -> Iterator[entries.Quote]:
    """Words attributed to speakers."""
    return judged(store, entries.Quote, queries.quotes(store, asked))


def stories(store: Asked, asked: Filter = EVERYTHING) -> Iterator[entries.Story]:
    """Stories with their families and tellings."""
    return judged(store, entries.Story, queries.stories(store, asked))


def disagreements(store: Asked, asked: Filter = EVERYTHING) -> Iterator[entries.Disagreement]:
    """Where the tellings of a story give different values."""
    return judged(store, entries.Disagreement, queries.disagreements(store, asked))


def actors(store: Asked, asked: Filter = EVERYTHING) -> Iterator[entries.Actor]:
    """Everyone whom the record names."""
    return judged(store, entries.Actor, queries.actors(store, asked))


def events(store: Asked, asked: Filter = EVERYTHING) -> Iterator[entries.Event]:
    """Events over all their tellings. A type or day that people changed counts as they changed it."""
    found = queries.events(store, asked)
    if asked.type or asked.since or asked.until:
        found = _with_changed(store, asked, found)
    fitting = judged(store, entries.Event, found)
    return (event for event in fitting if fits(event, asked))


def _with_changed(store: Asked, asked: Filter, found: Iterator[entries.Event]) -> Iterator[entries.Event]:
    """Add events that fit only as people changed them."""
    changed = tuple(sorted(one for one, stand in standing(store).items() if stand.changes))
    wide = replace(asked, type=None, since=None, until=None, ids=changed)
    also = queries.events(store, wide) if changed else iter(())
    last = None
    for event in merge(found, also, key=lambda event: (event.date or "", event.event_id)):
        if event.event_id != last:
            yield event
        last = event.event_id


def fits(event: entries.Event, asked: Filter) -> bool:
    """Whether an event's type and days are those asked for."""
    first, last = event.date or "", event.date_end or event.date or ""
    return (
        (asked.type is None or event.type == asked.type.upper())
        and (asked.since is None or last >= asked.since)
        and (asked.until is None or "" < first <= f"{asked.until}~")
    )


def dyad(store: Asked, one: str, other: str, by: Period = "month", asked: Filter = EVERYTHING) -> list[entries.Dyad]:
    """What two countries did towards each other, by period and direction: events that happened, each counted once.

    Where an event has no recipient (a meeting), each actor's country acts towards each other. An
    event known only to a month or a year stands under that, however fine the period asked for.
    """
    cells: dict[tuple[str, str, str], list[entries.Acts]] = defaultdict(list)
    sides = ((one, other), (other, one))
    told = frozenset(standing(store))
    counted: Iterable[tuple[_Side, entries.Acts]] = chain(
        ((side, acts) for side in sides for acts in queries.acts(store, *side, LETTERS[by], asked, told)),
        _judged(store, sides, asked, told),
    )
    for side, acts in counted:
        cells[period(acts.date, acts.date_precision, by), *side].append(acts)
    return [_cell(*key, sorted(cells[key], key=lambda acts: (acts.quad, acts.score))) for key in sorted(cells)]


#: How much of a day tells its period.
LETTERS: Mapping[Period, int] = {"day": 10, "week": 10, "month": 7, "year": 4}
_Side = tuple[str, str]


def _judged(
    store: Asked, sides: Sequence[_Side], asked: Filter, told: Collection[str]
) -> Iterator[tuple[_Side, entries.Acts]]:
    """Events on which people decided something, with the directions that they have now."""
    wanted = told if asked.ids is None else set(told).intersection(asked.ids)
    for event in events(store, replace(asked, ids=tuple(sorted(wanted)))) if wanted else ():
        if event.status == "happened" and event.date:
            found = directions(event.actors, event.recipients)
            acts = entries.Acts(event.date, event.date_precision, event.quad, event.score, 1, event.n_independent)
            yield from ((side, acts) for side in sides if side in found)


def period(day: str, precision: str | None, by: Period) -> str:
    """The period of a day: 2031-03-02, 2031-W09, 2031-03 or 2031, never finer than the day is known."""
    if by == "year" or precision == "year":
        return day[:4]
    if by == "month" or precision == "month" or len(day) < len("2031-03-02"):
        return day[:7]
    return _week(day) if by == "week" or precision == "week" else day[:10]


def _week(day: str) -> str:
    year, week, _ = date.fromisoformat(day[:10]).isocalendar()
    return f"{year}-W{week:02d}"


def _cell(when: str, source: str, target: str, told: Sequence[entries.Acts]) -> entries.Dyad:
    counts = {name: sum(acts.events for acts in told if acts.quad == quad) for quad, name in enumerate(QUADS, 1)}
    count, sources = sum(acts.events for acts in told), sum(acts.sources for acts in told)
    score = round(sum(acts.score * acts.events for acts in told) / count, 3)
    by_source = round(sum(acts.score * acts.sources for acts in told) / max(1, sources), 3)
    return entries.Dyad(
        source, target, when, count, **counts, mean_score=score, sources=sources, mean_score_by_source=by_source
    )
