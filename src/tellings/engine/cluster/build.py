"""The main job on Daft: pages into a folder of Parquet tables, the same rows that processes on one machine give.

No page, text or reading is held by the driver. What it collects: the ids of pages and articles, the keys of the
paragraphs that sites repeat, each article's day, and of each pair of articles that are alike two ids, a score and a
truth value. That is some 2 kB an article, so 10 million articles take 20 GB where the build was started.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tellings.clean.site_rules import SiteRules
from tellings.engine.cluster import frames, shards
from tellings.engine.cluster.frames import DataFrame, col, daft
from tellings.engine.summary import BuildSummary, Progress, Report, silent
from tellings.errors import TellingsError
from tellings.model.page import Reject
from tellings.pages.fields import Fields
from tellings.pages.make import printable
from tellings.pages.paths import URL, expand, is_address
from tellings.record import open_store
from tellings.record.parquet import ParquetStore
from tellings.record.schema import ARTICLE_TABLES, STORY_TABLES
from tellings.relate.grouping import grouped

#: Files, and their bytes, that are read in one place; a big archive is one file.
FILES, TOGETHER = 64, 64 << 20
#: Where frames stand between two stages, inside the record's folder; gone when the build is done.
WORK = ".work"
NOT_A_FOLDER = (
    "the cluster engine writes a folder of Parquet tables, and {path} is a file",
    "give a folder ('record/'), and bring it into a file with: tellings load record/ -o record.sqlite",
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a build is told: pages' paths, the cluster's address (None: this machine), rules and fields."""

    paths: tuple[str, ...]
    address: str | None
    sites: SiteRules | None
    fields: Fields


def build(given: Given, record: str, report: Report | None = None) -> BuildSummary:
    """Build a record of these pages, or add them to it. Raises TellingsError where the record is no folder."""
    with open_store(record, create=True) as store:
        if not isinstance(store, ParquetStore):
            raise TellingsError(NOT_A_FOLDER[0].format(path=record), NOT_A_FOLDER[1])
        if given.address:
            _join(given.address)
        work = Path(record).absolute() / WORK
        try:
            return _Job(given, store, work, report or silent).run()
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _join(address: str) -> None:
    """Let the machines of a Ray cluster do the work, without their talk on standard output."""
    import ray

    if not ray.is_initialized():
        quiet = {"env_vars": {"DAFT_PROGRESS_BAR": "0", "DO_NOT_TRACK": "1"}}
        ray.init(address, log_to_driver=False, logging_level=logging.ERROR, runtime_env=quiet)
    daft.set_runner_ray(address, noop_if_initialized=True)


class _Job:
    """One build: its stages in order, each a frame that is written down."""

    def __init__(self, given: Given, store: ParquetStore, work: Path, report: Report) -> None:
        self._given, self._store, self._work, self._report = given, store, work, report
        self._summary, self._started = BuildSummary(), time.monotonic()

    def run(self) -> BuildSummary:
        """Read, compare, tell, and commit by one manifest."""
        given, store, summary = self._given, self._store, self._summary
        run = store.start_run(
            {"paths": [printable(path) for path in given.paths], "engine": "daft", "address": given.address}
        )
        held = self._held()
        files, refused = _files(given.paths)
        pages = self._kept("pages", frames.source_pages(files, given.fields))
        new = self._kept("new", frames.new_pages(pages, held))
        summary.known = pages.where(col("page_id").not_null()).count_rows() - new.count_rows()
        read = self._kept("readings", frames.readings(new, given.sites))
        self._refuse([*refused, *_rejects(pages, "order"), *_rejects(read, "page_id")])
        found = read.where(col("reading").not_null()).exclude("reject")
        summary.read = found.count_rows()
        if summary.read or (held is not None and not store.is_derived()):
            self._derive(new, found, held)
        summary.hold(store.counts())
        summary.seconds = time.monotonic() - self._started
        store.finish_run(run, summary)
        return summary

    def _kept(self, name: str, frame: DataFrame) -> DataFrame:
        self._report(Progress(name, 0))
        with self._summary.stage(name):
            return frames.kept(frame, self._work / name)

    def _held(self) -> DataFrame | None:
        """The readings that the record has already."""
        found = [str(path) for path in self._store.files("articles")]
        named = ("page_id", "article_id", "site", "paragraphs", "reading")
        return daft.read_parquet(found).select(*named) if found else None

    def _refuse(self, rejects: Iterable[Reject]) -> None:
        for reject in rejects:
            self._store.reject(reject)
            self._summary.rejects.append(reject)
        self._store.commit()

    def _derive(self, new: DataFrame, read: DataFrame, held: DataFrame | None) -> None:
        """What follows from comparing articles, and all tables."""
        found = read if held is None else read.union_all(held.select(*read.column_names))
        alone = self._kept("alone", frames.without_repeats(found, frames.repeats(found)))
        told = self._kept("told", frames.stories(alone, self._groups(alone)))
        tables = {name: frames.story_table(told, name) for name in STORY_TABLES}
        tables |= {name: frames.own_table(alone, name) for name in ARTICLE_TABLES}
        tables |= {"actors": frames.actors(told), "articles": frames.articles(alone, told)}
        with self._summary.stage("tables"):
            written = {name: frames.write(frame, self._work / "out" / name) for name, frame in tables.items()}
            pages = frames.write(frames.pages(new, read), self._work / "out" / "pages")
        self._store.adopt(written, pages)
        failed = told.where(frames.named("rejects")).to_pylist()
        self._refuse([*_rejects(alone, "page_id"), *(msgspec.json.decode(row["row"], type=Reject) for row in failed)])

    def _groups(self, readings: DataFrame) -> Sequence[tuple[str, ...]]:
        sketches = self._kept("sketches", frames.sketches(readings))
        worth = self._kept("pairs", frames.candidates(sketches))
        days = sketches.select("article_id", "day").to_pydict()

        def fetch(article_id: str) -> bytes:
            [row] = sketches.where(frames.called(article_id)).select("sketch").to_pylist()
            return bytes(row["sketch"])

        found = dict(zip(days["article_id"], days["day"], strict=True))
        graph = shards.Pairs(found, frames.pairs(worth, sketches), fetch)
        return grouped(graph, graph.ids)


def _rejects(frame: DataFrame, order: str) -> Iterator[Reject]:
    for row in frame.where(col("reject").not_null()).select(order, "reject").sort(order).to_pylist():
        yield msgspec.json.decode(row["reject"], type=Reject)


def _files(paths: Sequence[str]) -> tuple[list[list[str]], list[Reject]]:
    """The files that paths stand for, in lists: a folder's small files go together, an archive by itself."""
    found = [file for path in paths for file in _expanded(path)]
    lists, room = [list[str]()], TOGETHER
    for file in (one for one in found if isinstance(one, str)):
        size = max(1, _size(file)) + TOGETHER // FILES
        if lists[-1] and size > room:
            lists.append([])
            room = TOGETHER
        lists[-1].append(file)
        room -= size
    return lists, [one for one in found if isinstance(one, Reject)]


def _size(file: str) -> int:
    """A file's bytes; as many as stand by themselves where they are not known here."""
    return Path(file).stat().st_size if Path(file).is_file() else TOGETHER


def _expanded(path: str) -> Iterator[str | Reject]:
    """As on one machine; addresses of object storage may hold `*`, and end in `/` for all that is below."""
    if not URL.match(path) or is_address(path):
        yield from (found if isinstance(found, Reject) else str(found) for found in expand(path))
        return
    pattern = f"{path}**" if path.endswith("/") else path
    if "*" not in pattern:
        yield path
        return
    yield from sorted(daft.from_glob_path(pattern).to_pydict()["path"])
