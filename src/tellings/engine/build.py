"""The main job: pages into a record.

Each page goes in whole or not at all. The tables across articles are then derived from the readings
that the record holds. What is left to do stands in the record, so that a build that is stopped at any
moment is finished by the next one, and the order in which pages came never shows.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from tellings.clean.site_rules import SiteRules
from tellings.engine import ready
from tellings.engine.article import Reader
from tellings.engine.local import Engine, local
from tellings.engine.repeats import replace_repeating
from tellings.engine.stories import sketches
from tellings.engine.summary import COUNTED, BuildSummary, Progress, Report, silent
from tellings.engine.telling import tasks
from tellings.model.page import Page, Reject
from tellings.pages.fields import USUAL_FIELDS, Fields
from tellings.pages.make import printable
from tellings.pages.paths import STDIN, expand, is_address
from tellings.processes.garbage import seldom
from tellings.record.ready import ReadyPage, ReadyStory
from tellings.record.store import Store
from tellings.relate import Group

#: Pages between two commits: a killed build loses at most the reading time of these.
COMMIT_EVERY = 20
#: Files of one page each: where others are given too, nobody knows how many pages there are.
SINGLE = frozenset({".html", ".htm", ".txt", ".md", ".xhtml"})
#: How a page's earlier versions are found: at its address, else, where it has none, by its name.
EARLIER = (
    "SELECT page_id FROM pages WHERE page_id <> ? AND url = ?",
    "SELECT page_id FROM pages WHERE page_id <> ? AND url IS NULL AND name = ?",
)


def build(
    paths: Iterable[str],
    store: Store,
    *,
    jobs: int = 0,
    engine: Engine | None = None,
    progress: Report | None = None,
    sites: SiteRules | None = None,
    fields: Fields = USUAL_FIELDS,
    replace: bool = False,
) -> BuildSummary:
    """Read the pages at `paths` into `store`, and derive stories, quotes and events from all that it holds.

    `engine` runs the readers: where none is given this process if `jobs` is 1, else `jobs` processes (0: one a core).
    `sites` are rules for single sites, those that come with Tellings where none are given; `fields` name the
    fields of JSON and tables. With `replace` a page takes the place of those that the record holds of its address.
    """
    paths, engine = list(paths), engine or local(jobs)
    settings = {"paths": [printable(path) for path in paths], "jobs": jobs, "engine": repr(engine), "replace": replace}
    job = _Job(store, engine, progress or silent, replace)
    run = store.start_run(settings)
    with seldom(), job.summary.stage("pages"):
        make = partial(Reader, sites, store.repeats())
        read = partial(ready.read, store.form)
        job.add(engine.each(job.new(paths, fields), read, make), _total(paths))
    return job.finish(run)


def derive(store: Store, *, removed: Sequence[str] = (), progress: Report | None = None) -> BuildSummary:
    """Derive what follows from comparing the articles that a record holds, where it does not already.

    `removed` are pages that were taken out: the run says so.
    """
    job = _Job(store, local(1), progress or silent)
    return job.finish(store.start_run({"removed": [printable(name) for name in removed]} if removed else {}))


@dataclass(slots=True)
class _Job:
    """One run: pages into a store."""

    store: Store
    engine: Engine
    report: Report
    replace: bool
    summary: BuildSummary
    started: float

    def __init__(self, store: Store, engine: Engine, report: Report, replace: bool = False) -> None:
        self.store, self.engine, self.report, self.replace = store, engine, report, replace
        self.summary, self.started = BuildSummary(), time.monotonic()

    def new(self, paths: Sequence[str], fields: Fields) -> Iterator[Page]:
        """The pages that the record does not hold yet, each once."""
        given = set[str]()
        for found in self.engine.pages(paths, fields):
            if isinstance(found, Reject):
                self.refuse(found)
            elif found.page_id in given or self.store.holds(found.page_id):
                self.summary.known += 1
            else:
                given.add(found.page_id)
                yield found

    def add(self, read: Iterable[tuple[Page, ReadyPage | Reject]], total: int | None) -> None:
        """Put pages in, and commit every few."""
        for done, (page, found) in enumerate(read, 1):
            if isinstance(found, Reject):
                self.refuse(found)
            else:
                if self.replace:
                    self._take_out_earlier(page)
                self.store.put(found)
                self.summary.count(found)
            if done % COMMIT_EVERY == 0:
                self.store.commit()
            self.report(Progress("pages", done, total and total - self.summary.known))
        self.store.commit()

    def _take_out_earlier(self, page: Page) -> None:
        asked, called = (EARLIER[0], page.url) if page.url else (EARLIER[1], page.name)
        for (page_id,) in list(self.store.rows(asked, (page.page_id, called))):
            self.store.remove(str(page_id))
            self.summary.replaced.append(str(page_id))

    def refuse(self, reject: Reject) -> None:
        """Keep why a page could not be read."""
        self.store.reject(reject)
        self.summary.rejects.append(reject)

    def finish(self, run: str) -> BuildSummary:
        """Derive, count, and close the run."""
        with seldom():
            self._derive()
        self.summary.hold(self.store.counts(COUNTED))
        self.summary.seconds = time.monotonic() - self.started
        self.store.finish_run(run, self.summary)
        return self.summary

    def _derive(self) -> None:
        """Derive what follows from comparing articles, unless it does already."""
        if self.store.is_derived():
            return
        with self.summary.stage("repeats"):
            failed = replace_repeating(self.store, self.engine, lambda done: self.report(Progress("repeats", done)))
        with self.summary.stage("stories"):
            self.store.derive(sketches, lambda groups: self._told(list(groups), failed), self.engine.matching())
        for reject in failed:
            self.refuse(reject)

    def _told(self, groups: Sequence[Group], failed: list[Reject]) -> Iterator[ReadyStory]:
        """Give stories; what could not be put together is kept for later, since the store is busy."""
        for done, one in enumerate(self.engine.told(tasks(self.store, groups)), 1):
            if isinstance(one, Reject):
                failed.append(one)
            else:
                yield one
            self.report(Progress("stories", done, len(groups)))


def _total(paths: Sequence[str]) -> int | None:
    """How many pages there are at most, where every file holds one."""
    if any(path == STDIN or is_address(path) for path in paths):
        return None
    files = [file for path in paths for file in expand(path)]
    single = all(isinstance(file, Reject) or PurePath(file).suffix.lower() in SINGLE for file in files)
    return len(files) if single else None
