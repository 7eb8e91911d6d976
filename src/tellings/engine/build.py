"""The main job: pages into a record.

Each page goes in whole or not at all. The tables across articles are then derived from the readings
that the record holds, in one transaction, so that a build that is stopped at any moment is finished
by the next one, and the order in which pages came never shows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

import tellings.pages
from tellings.clean.site_rules import SiteRules
from tellings.engine.article import Reader
from tellings.engine.local import Engine, local
from tellings.engine.repeats import known, replace_repeating
from tellings.engine.stories import sketches, stories
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows
from tellings.pages.fields import USUAL_FIELDS, Fields
from tellings.pages.make import printable
from tellings.record.runs import pages_digest
from tellings.record.store import Store

#: Pages between two commits: a killed build loses at most the reading time of these.
COMMIT_EVERY = 20


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build is: the stage, and how many pages or stories it has done."""

    stage: str
    done: int


@dataclass(slots=True)
class BuildSummary:
    """What a build did: pages read now, known before and refused, and what the record holds after it."""

    read: int = 0
    known: int = 0
    rejects: list[Reject] = field(default_factory=list)
    articles: int = 0
    stories: int = 0
    families: int = 0
    quotes: int = 0
    events: int = 0
    seconds: float = 0.0


Report = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """Report nothing."""


def build(
    paths: Iterable[str],
    store: Store,
    *,
    jobs: int = 0,
    engine: Engine | None = None,
    progress: Report | None = None,
    sites: SiteRules | None = None,
    fields: Fields = USUAL_FIELDS,
) -> BuildSummary:
    """Read the pages at `paths` into `store`, and derive stories, quotes and events from all that it holds.

    `engine` runs the readers: where none is given this process if `jobs` is 1, else `jobs` processes (0: one a core).
    `sites` are rules for single sites, those that come with Tellings where none are given; `fields` name the
    fields of JSON and tables.
    """
    started, report, summary = time.monotonic(), progress or silent, BuildSummary()
    engine = engine or local(jobs)
    paths = list(paths)
    run = store.start_run({"paths": [printable(path) for path in paths], "jobs": jobs})
    make = partial(Reader, sites, known(store))
    _add_pages(engine.each(_new_pages(paths, fields, store, summary), Reader.read, make), store, report, summary)
    _derive(store, engine, report, summary)
    summary.seconds = time.monotonic() - started
    store.finish_run(run, summary)
    return summary


def _add_pages(
    read: Iterable[tuple[Page, Reading | Reject]], store: Store, report: Report, summary: BuildSummary
) -> None:
    for done, (page, reading) in enumerate(read, 1):
        if isinstance(reading, Reject):
            _refuse(reading, store, summary)
        else:
            store.add(page, reading)
            summary.read += 1
        if done % COMMIT_EVERY == 0:
            store.commit()
        report(Progress("pages", done))
    store.commit()


def _new_pages(paths: Iterable[str], fields: Fields, store: Store, summary: BuildSummary) -> Iterator[Page]:
    """The pages that the record does not hold yet, each once."""
    held = set(store.page_ids())
    for found in tellings.pages.read(paths, fields):
        if isinstance(found, Reject):
            _refuse(found, store, summary)
        elif found.page_id in held:
            summary.known += 1
        else:
            held.add(found.page_id)
            yield found


def _refuse(reject: Reject, store: Store, summary: BuildSummary) -> None:
    store.reject(reject)
    summary.rejects.append(reject)


def _derive(store: Store, engine: Engine, report: Report, summary: BuildSummary) -> None:
    """Derive what follows from comparing articles, unless it follows from this very set of pages already."""
    digest = pages_digest(store.page_ids())
    if store.derived_from() != digest:
        failed = replace_repeating(store, engine, lambda done: report(Progress("repeats", done)))
        store.derive(sketches, lambda groups: _watched(stories(store.readings, groups), report, failed), digest)
        for reject in failed:
            _refuse(reject, store, summary)
    counts = store.counts()
    summary.articles, summary.stories, summary.families = counts["articles"], counts["stories"], counts["families"]
    summary.quotes, summary.events = counts["quotes"], counts["events"]


def _watched(found: Iterable[StoryRows | Reject], report: Report, failed: list[Reject]) -> Iterator[StoryRows]:
    """Pass on stories; what could not be put together is kept for later, since the store is busy."""
    for done, one in enumerate(found, 1):
        if isinstance(one, Reject):
            failed.append(one)
        else:
            yield one
        report(Progress("stories", done))
