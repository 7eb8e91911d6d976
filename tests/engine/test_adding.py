"""However pages come in, and whatever comes and goes in between, the exports are the same to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings
from tellings.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples/pages"
NAMES = (
    "101_gulf_ties_restored.txt",
    "103_regional_rivals_mend.txt",
    "201_luvazi_customs_post.txt",
    "203_zambora_kintale_short.txt",
    "301_dry_lake_ceasefire.txt",
)
STORES = ("record.sqlite", "record/")


@pytest.fixture(scope="module")
def pages() -> list[str]:
    """Two tellings each of two stories, and one of another."""
    return [str(EXAMPLES / name) for name in NAMES]


@pytest.fixture(scope="module")
def at_once(pages: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with tellings.build(pages, jobs=1) as record:
        return exported(record, tmp_path_factory.mktemp("export"))


def exported(record: tellings.Record, to: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in record.export("jsonl", to)}


@pytest.mark.parametrize("name", STORES)
def test_one_by_one_backwards_gives_what_all_at_once_gives(
    name: str, pages: list[str], at_once: dict[str, bytes], tmp_path: Path
) -> None:
    for page in reversed(pages):
        tellings.build([page], f"{tmp_path}/{name}", jobs=1).close()
    with tellings.open(f"{tmp_path}/{name}") as record:
        assert exported(record, tmp_path / "export") == at_once
        assert not record.check()


@pytest.mark.parametrize("name", STORES)
def test_a_page_removed_and_added_again_leaves_no_trace(
    name: str, pages: list[str], at_once: dict[str, bytes], tmp_path: Path
) -> None:
    path = f"{tmp_path}/{name}"
    tellings.build(pages, path, jobs=1).close()
    assert main(["remove", path, pages[0], pages[3]]) == 0
    with tellings.open(path) as record:
        assert len(record.articles()) == len(pages) - 2
        assert not record.check()
    with tellings.build(pages, path, jobs=1) as record:
        assert exported(record, tmp_path / "export") == at_once


@pytest.mark.parametrize("name", STORES)
def test_a_judgement_outlives_rebuilding(name: str, pages: list[str], tmp_path: Path) -> None:
    path = f"{tmp_path}/{name}"
    with tellings.build(pages[1:], path, jobs=1) as record:
        event = record.events()[0]
        record.judge(event.event_id, "change", "Ida Rask", field="status", value="denied", note="see page 2")
    with tellings.build(pages, path, jobs=1) as record:
        shown = [one for one in record.events() if one.status == "denied" and one.date == event.date]
        assert shown
        assert any(j.note == "see page 2" for one in shown for j in record.explain(one.event_id).judgements)


def test_a_page_is_the_same_by_whatever_path(pages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    (tmp_path / "link.d").symlink_to(EXAMPLES)
    name = Path(pages[0]).name
    with tellings.build([pages[0], name, f"./{name}", f"{tmp_path}/link.d/{name}"], jobs=1) as record:
        assert record.summary
        assert (record.summary.read, record.summary.known) == (1, 3)
