"""Readers in processes give what one process gives, in the order in which the pages came."""

from __future__ import annotations

from pathlib import Path

from bench.vary import varied

from tellings.engine.local import WORTH_A_PROCESS, read_pages
from tellings.model.page import Page

EXAMPLES = Path(__file__).parents[2] / "examples/pages"


def test_two_processes_read_what_one_reads() -> None:
    pages = [Page(f"p{name}", name, "text", text) for name, text in varied(EXAMPLES, WORTH_A_PROCESS + 3)]
    alone = list(read_pages(pages, jobs=1))
    together = list(read_pages(pages, jobs=2))
    assert together == alone
    assert [page.page_id for page, _ in together] == [page.page_id for page in pages]
