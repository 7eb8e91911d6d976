"""Readers in processes give what one process gives, in the order in which the pages came."""

from __future__ import annotations

from pathlib import Path

from bench.vary import varied

from tellings.engine import Here, Processes
from tellings.engine.article import Reader
from tellings.model.page import Page

EXAMPLES = Path(__file__).parents[2] / "examples/pages"


def test_two_processes_read_what_one_reads() -> None:
    pages = [Page(f"p{name}", name, "text", text) for name, text in varied(EXAMPLES, 20)]
    alone = list(Here().each(pages, Reader.read))
    together = list(Processes(2).each(pages, Reader.read))
    assert together == alone
    assert [page.page_id for page, _ in together] == [page.page_id for page in pages]


def test_no_pages_start_no_process() -> None:
    assert not list(Processes(2).each(list[Page](), Reader.read))
