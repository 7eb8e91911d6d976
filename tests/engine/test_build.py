"""The main job: what a second run changes, and what the summary says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.engine import build
from tellings.record import open_store

EXAMPLES = Path(__file__).parents[2] / "examples/pages"


@pytest.fixture
def pages() -> list[str]:
    return [str(path) for path in sorted(EXAMPLES.iterdir())[:3]]


def test_a_second_run_reads_nothing_and_changes_nothing(pages: list[str], tmp_path: Path) -> None:
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        first = build(pages, store)
        second = build([*pages, pages[0]], store)
        assert (first.read, second.read, second.known) == (3, 0, 4)
        assert store.is_derived()
        assert second.events == first.events


def test_a_bad_page_is_refused_and_the_others_are_read(pages: list[str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        summary = build([str(empty), *pages], store)
    assert summary.read == 3
    assert [reject.name for reject in summary.rejects] == [str(empty)]
