"""Readers in processes give what one process gives, in the order in which the pages came."""

from __future__ import annotations

from pathlib import Path

from bench.vary import varied

from tellings.engine import Here, Processes, telling
from tellings.engine.article import Reader
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.processes.bounds import USUAL, fault_of
from tellings.record.ready import Form, ReadyStory
from tellings.record.rows import to_json

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


def test_a_story_that_ends_its_process_is_refused_for_all_its_pages() -> None:
    [task] = made(2)[:1]
    [refused] = telling.refuse(task, fault_of(-11, USUAL))
    assert isinstance(refused, Reject)
    assert refused.stage == "stories"
    assert refused.reason == "putting its story together ends the process that reads it (SIGSEGV)"
