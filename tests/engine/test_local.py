"""Readers in processes give what one process gives, in the order in which the pages came."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from bench.vary import varied
from tests.relate.lineage import REPORT, sketched

from tellings.engine import Here, Processes, local, telling
from tellings.engine.article import Reader
from tellings.engine.local import FEW_BATCHES
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.processes.bounds import USUAL, fault_of
from tellings.record.ready import Form, ReadyStory
from tellings.record.rows import to_json
from tellings.relate.pairing import Batch, Matcher, Paired

EXAMPLES = Path(__file__).parents[2] / "examples/pages"


def test_two_processes_read_what_one_reads() -> None:
    pages = [Page(f"p{name}", name, "text", text) for name, text in varied(EXAMPLES, 20)]
    alone = list(Here().each(pages, Reader.read))
    together = list(Processes(2).each(pages, Reader.read))
    assert together == alone
    assert [page.page_id for page, _ in together] == [page.page_id for page in pages]


def test_no_pages_start_no_process() -> None:
    assert not list(Processes(2).each(list[Page](), Reader.read))


def made(count: int) -> list[telling.Task]:
    """Stories of one article each."""
    pages = [Page(f"p{name}", name, "text", text) for name, text in varied(EXAMPLES, 2)]
    readings = [found for _, found in Here().each(pages, Reader.read) if isinstance(found, Reading)]
    assert len(readings) == len(pages)
    return [telling.Task((one.article.article_id,), (to_json(one),), {}, Form()) for one in readings * (count // 2)]


def test_two_processes_tell_what_one_tells() -> None:
    tasks = made(20)
    alone = list(Here().told(tasks))
    assert all(isinstance(found, ReadyStory) and found.rows["mentions"] for found in alone)
    assert list(Processes(2).told(tasks)) == alone


def met(count: int) -> list[Batch]:
    """Articles that each meet all before them, one to a batch."""
    sketches = {f"a{n:02}": msgspec.msgpack.encode(sketched(f"a{n:02}", REPORT)) for n in range(count)}
    return [Batch([(one, dict.fromkeys(list(sketches)[:n], n))], sketches) for n, one in enumerate(sketches)]


def test_two_processes_set_side_by_side_what_one_does() -> None:
    side_by_side = Processes(2).matching()
    assert side_by_side
    for count in (FEW_BATCHES - 1, 30):
        batches = met(count)
        alone = list(map(Matcher().matched, batches))
        assert list(side_by_side(batches)) == alone
        assert list(map(len, alone)) == list(range(count))


def test_a_batch_that_ends_its_process_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "matched", ending)
    batches = met(FEW_BATCHES)
    side_by_side = Processes(2).matching()
    assert side_by_side
    assert list(side_by_side(batches)) == list(map(Matcher().matched, batches))


def ending(_: Matcher, batch: Batch) -> Sequence[Paired]:
    os._exit(9)


def test_one_process_leaves_it_to_the_store_to_set_articles_side_by_side() -> None:
    assert Here().matching() is None
    assert Processes(1).matching() is None


def test_a_story_that_ends_its_process_is_refused_for_all_its_pages() -> None:
    [task] = made(2)[:1]
    [refused] = telling.refuse(task, fault_of(-11, USUAL))
    assert isinstance(refused, Reject)
    assert refused.stage == "stories"
    assert refused.reason == "putting its story together ends the process that reads it (SIGSEGV)"
