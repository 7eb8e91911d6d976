"""Pages of one site together: however they come, the record is that of the set, and it survives being killed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from evals.repeats import read_set

import tellings
from tellings.clean.repeats import REASON
from tellings.cli import main
from tellings.engine import article as engine_article
from tellings.engine.article import Reader
from tellings.model.page import Reject
from tellings.record import open_store
from tellings.record.paragraphs import repeated_by_site
from tellings.text.parser import Parser

STORES = ("record.sqlite", "record/")
ROWS = [row for row in read_set() if "meridian" in row.url or "tarn" in row.title.lower()]
KEPT = "SELECT article_id, page_id, site, text, runs, story_id, family_id, published FROM articles ORDER BY page_id"
DROPPED = 'SELECT article_id, "start", "end", text, reason FROM dropped ORDER BY article_id, "start"'


@pytest.fixture(autouse=True, scope="module")
def one_parser(parser: Parser) -> Iterator[None]:
    """Load the parser once, not for every build."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine_article, "Parser", lambda: parser)
        yield


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A file a page, so that pages can come one by one."""
    folder = tmp_path_factory.mktemp("pages")
    for number, row in enumerate(ROWS):
        page = row.page()
        line = json.dumps({"url": row.url, "text": page.text})
        (folder / f"{number:02d}.jsonl").write_text(line + "\n", "utf-8")
    return sorted(folder.iterdir())


def held(record: tellings.Record, to: Path) -> dict[str, object]:
    """All that a record says, in the exports and in the tables beside them."""
    exported: dict[str, object] = {path.name: path.read_bytes() for path in record.export("jsonl", to)}
    return exported | {sql: list(record.store.rows(sql)) for sql in (KEPT, DROPPED)}


@pytest.fixture(scope="module")
def at_once(pages: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    with tellings.build(pages, jobs=1) as record:
        assert not record.check()
        return held(record, tmp_path_factory.mktemp("export"))


def test_the_site_s_own_words_are_in_no_article(pages: list[Path]) -> None:
    with tellings.build(pages, jobs=1) as record:
        texts = [article.text for article in record.articles()]
        assert not [text for text in texts if "Follow the Meridian" in text or "printed by a cooperative" in text]
        assert sum("quarrelled over the river" in text for text in texts) == 3
        assert sum("eight men on board" in text for text in texts) == 3
        reasons = [str(row[0]) for row in record.store.rows("SELECT reason FROM dropped")]
        assert sum(reason.startswith(REASON) for reason in reasons) == 12


@pytest.mark.parametrize("name", STORES)
def test_one_by_one_in_any_order_gives_what_all_at_once_gives(
    name: str, pages: list[Path], at_once: dict[str, object], tmp_path: Path
) -> None:
    for page in random.Random(name).sample(pages, len(pages)):
        tellings.build([page], f"{tmp_path}/{name}", jobs=1).close()
    with tellings.open(f"{tmp_path}/{name}") as record:
        assert not record.check()
        assert held(record, tmp_path / "export") == at_once


@pytest.mark.parametrize("name", STORES)
def test_a_page_that_goes_takes_what_it_has_shown_with_it(name: str, pages: list[Path], tmp_path: Path) -> None:
    path = f"{tmp_path}/{name}"
    tellings.build(pages, path, jobs=1).close()
    with tellings.open(path) as record:
        gone = [article for article in record.articles() if "meridian" in (article.url or "")][2:]
        before = held(record, tmp_path / "before")
    assert main(["remove", path, *(article.article_id for article in gone)]) == 0
    with tellings.open(path) as record:
        assert not record.check()
        assert sum("Follow the Meridian" in article.text for article in record.articles()) == 2
    with tellings.build(pages, path, jobs=1) as record:
        assert held(record, tmp_path / "after") == before


@pytest.mark.parametrize("name", STORES)
def test_a_build_stopped_before_the_articles_are_read_anew_is_finished_by_the_next(
    name: str, pages: list[Path], at_once: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"{tmp_path}/{name}"

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    for stage in ("replace_repeating", "tasks"):
        with monkeypatch.context() as patched:
            patched.setattr(import_module("tellings.engine.build"), stage, killed)
            with pytest.raises(KeyboardInterrupt):
                tellings.build(pages, path, jobs=1)
    with tellings.build(pages, path, jobs=1) as record:
        assert record.summary
        assert record.summary.read == 0
        assert held(record, tmp_path / "export") == at_once


def test_what_is_known_of_a_site_is_used_straight_away(
    pages: list[Path], at_once: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tellings.build(pages[:5], tmp_path / "record.sqlite", jobs=1).close()
    again: list[object] = []
    read_again = Reader.read_again
    monkeypatch.setattr(Reader, "dated_again", lambda reader, one: again.append(one) or read_again(reader, one))
    with tellings.build(pages, tmp_path / "record.sqlite", jobs=1) as record:
        assert held(record, tmp_path / "export") == at_once
    assert not again


def test_an_article_that_cannot_be_read_anew_stays_and_is_told(
    pages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = Reject("02.jsonl", "read", "a rule failed", "report it")
    monkeypatch.setattr(Reader, "dated_again", lambda *_: refused)
    with tellings.build(pages, tmp_path / "record.sqlite", jobs=1) as record:
        assert record.summary
        assert refused in record.summary.rejects
        assert len(record.articles()) == len(pages)
        assert not record.check()


def test_a_record_loaded_from_another_shows_the_same(
    pages: list[Path], at_once: dict[str, object], tmp_path: Path
) -> None:
    for half, of in (("one.sqlite", pages[:4]), ("other.sqlite", pages[4:])):
        tellings.build(of, tmp_path / half, jobs=1).close()
        assert main(["load", str(tmp_path / half), "-o", f"{tmp_path}/both/"]) == 0
    with tellings.open(f"{tmp_path}/both/") as record:
        assert held(record, tmp_path / "export") == at_once


def test_a_record_knows_what_its_sites_repeat(pages: list[Path], tmp_path: Path) -> None:
    tellings.build(pages, tmp_path / "record.sqlite", jobs=1).close()
    with open_store(tmp_path / "record.sqlite") as store:
        found = repeated_by_site(store)
        assert {site: len(keys) for site, keys in found.items()} == {"meridian-post.example": 4}
        assert not list(store.unsettled())
    with open_store(tmp_path / "record.sqlite", write=True) as store:
        assert store.repeats() == found
