"""Stories follow from the set of readings, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import tellings
import tellings.engine.stories as engine_stories
from tellings.engine.article import Reader
from tellings.engine.stories import sketches, stories
from tellings.model.page import Page, Reject
from tellings.model.reading import Reading
from tellings.model.rows import StoryRows
from tellings.pages import read
from tellings.relate import group

EXAMPLES = Path(__file__).parents[2] / "examples/pages"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    reader = Reader()
    pages = [page for page in read([str(EXAMPLES)]) if isinstance(page, Page)][:8]
    return [reading for page in pages if isinstance(reading := reader.read(page), Reading)]


def test_the_order_of_readings_never_shows(readings: list[Reading]) -> None:
    def fetch_from(order: list[Reading], ids: Iterable[str]) -> Iterator[Reading]:
        wanted = set(ids)
        return (r for r in order if r.article.article_id in wanted)

    forwards = list(stories(lambda ids: fetch_from(readings, ids), group(sketches(readings))))
    backwards = list(stories(lambda ids: fetch_from(readings[::-1], ids), group(sketches(readings[::-1]))))
    assert forwards == backwards
    assert sum(len(rows.story.article_ids) for rows in forwards) == len(readings)


def test_a_page_that_breaks_a_stage_is_refused_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Page, *_: object) -> None:
        raise RuntimeError("a rule failed")

    monkeypatch.setattr("tellings.engine.article.clean", broken)
    refused = Reader().read(Page("p1", "pages/one.txt", "text", "Some words."))
    assert isinstance(refused, Reject)
    assert refused.name == "pages/one.txt"
    assert "a rule failed" in refused.reason


def test_a_full_disk_stops_the_run_and_refuses_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(page: Page, *_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tellings.engine.article.clean", full)
    with pytest.raises(OSError, match="No space left"):
        Reader().read(Page("p1", "pages/one.txt", "text", "Some words."))


def test_a_story_that_breaks_is_told_and_the_others_stand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages = [str(path) for path in sorted(EXAMPLES.iterdir())[:7]]
    put_together = engine_stories.story_rows

    def broken(readings: Sequence[Reading], *elsewhere: Any) -> StoryRows:
        if any("111_" in reading.article.page for reading in readings):
            raise KeyError("a rule failed")
        return put_together(readings, *elsewhere)

    for name in ("record.sqlite", "record/"):
        with monkeypatch.context() as patched:
            patched.setattr(engine_stories, "story_rows", broken)
            with tellings.build(pages, f"{tmp_path}/{name}", jobs=1) as record:
                assert record.summary
                assert record.events()
                refused = {reject.name for reject in record.summary.rejects}
                assert pages[4] in refused
                assert pages[0] not in refused
                assert not record.check()
                record.store.remove(min(record.store.page_ids()))
        with tellings.build(pages, f"{tmp_path}/{name}", jobs=1) as mended:
            assert mended.store.counts()["rejects"] == 0
            assert all(article.story_id for article in mended.articles())
