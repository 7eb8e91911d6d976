"""A page that crashes the interpreter, loops for ever or eats memory is refused, and the others are read."""

from __future__ import annotations

import io
import time
from functools import partial
from pathlib import Path

import endings
import pytest
from bench.vary import varied
from poisons import BOUNDS, KINDS, Poisoned, poisoned

import tellings
from tellings.engine import Here, Processes, build
from tellings.engine.article import Reader
from tellings.engine.cluster import shards
from tellings.engine.local import refuse
from tellings.errors import TellingsError
from tellings.model.page import Page, Reject
from tellings.pages.apart import Apart
from tellings.pages.fields import USUAL_FIELDS
from tellings.processes.bounds import Bounds
from tellings.processes.crew import Crew
from tellings.record import open_store
from tellings.record.check import check

EXAMPLES = Path(__file__).parents[2] / "examples/pages"
SOUND = 12
FOR_THE_DECODER = "000005-poison-aborts.txt"


@pytest.fixture(scope="module")
def sound() -> dict[str, str]:
    return dict(varied(EXAMPLES, SOUND))


@pytest.fixture(scope="module")
def folder(sound: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in sound.items():
        (folder / name).write_text(text, "utf-8")
    for number, kind in enumerate(KINDS):
        (folder / f"00000{number}-{kind}.txt").write_text(
            next(iter(sound.values())) + f"\n\nThis page is poison that {kind}.\n"
        )
    (folder / FOR_THE_DECODER).write_text(next(iter(sound.values())))
    return folder


def test_poison_pages_are_refused_and_the_record_is_that_of_the_others(
    folder: Path, sound: dict[str, str], tmp_path: Path
) -> None:
    list(Processes(2).each([Page("p", "p", "text", "")], Reader.read))  # the bounds are for pages, not for a start
    with open_store(tmp_path / "record.sqlite", create=True) as store:
        summary = build([str(folder)], store, engine=Poisoned(2))
        refused = {Path(reject.name).stem[7:]: reject for reject in summary.rejects}
        assert refused.pop("poison-aborts").stage == "pages"
        assert refused.keys() == KINDS.keys()
        for kind, reason in KINDS.items():
            assert reason in refused[kind].reason
            assert "the other pages are not affected" in refused[kind].remedy
        assert summary.read == SOUND
        assert len(list(store.rows("SELECT name FROM rejects"))) == len(KINDS) + 1
        assert not list(check(store))
    assert exported(tmp_path / "record.sqlite", tmp_path / "one") == undisturbed(folder, sound, tmp_path)


def test_an_object_that_ends_the_decoder_is_refused_and_the_others_are_read(
    sound: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "Apart", partial(Apart, bounds=BOUNDS, read=endings.poisoned))
    stored = {f"s3://archive/{name}": text for name, text in sound.items()}
    stored["s3://archive/a-poison-segfaults.txt"] = next(iter(sound.values()))
    rows = list(shards.pages_of(sorted(stored), USUAL_FIELDS, lambda address: io.BytesIO(stored[address].encode())))
    assert [bool(row["page"]) for row in rows] == ["poison" not in address for address in sorted(stored)]
    assert [row["number"] for row in rows] == list(range(len(stored)))


def undisturbed(folder: Path, sound: dict[str, str], to: Path) -> dict[str, bytes]:
    with open_store(to / "undisturbed.sqlite", create=True) as store:
        build([str(folder / name) for name in sound], store, engine=Here())
    return exported(to / "undisturbed.sqlite", to / "undisturbed")


def exported(record: Path, to: Path) -> dict[str, bytes]:
    with tellings.open(record) as opened:
        return {path.name: path.read_bytes() for path in opened.export("jsonl", to)}


def test_a_page_that_waits_for_ever_is_refused() -> None:
    pages = [Page("p", "p", "text", "t")]
    [(_, refused)] = Processes(1, Bounds(patience=2)).each(pages, sleeps)
    assert isinstance(refused, Reject)
    assert "was not read within 2 seconds" in refused.reason


def sleeps(*_: object) -> Reject:
    time.sleep(1000)
    raise AssertionError("nobody waits so long")


def test_a_process_that_is_killed_once_costs_no_page(tmp_path: Path) -> None:
    pages = [Page(f"p{i}", f"p{i}", "text", str(i)) for i in range(30)]
    crew = Crew[Page, object](Killed(tmp_path / "killed"), int, refuse, 2, BOUNDS)
    assert [found for _, found in crew.run(pages)] == [page.text for page in pages]


class Killed:
    """Ends its process on the tenth page, the first time only."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, _: object, page: Page) -> object:
        if page.text == "10" and not self.mark.exists():
            self.mark.touch()
            poisoned(Reader.read, None, Page("p", "p", "text", "poison that exits"))  # type: ignore[arg-type]
        return page.text


def test_processes_that_cannot_start_are_no_fault_of_the_pages() -> None:
    pages = [Page("p", "p", "text", "t")]
    with pytest.raises(TellingsError, match="end one after the other"):
        list(Processes(2).each(pages, partial(poisoned, Reader.read), ends))


def ends() -> None:
    poisoned(Reader.read, None, Page("p", "p", "text", "poison that exits"))  # type: ignore[arg-type]


def test_what_a_reader_raises_that_is_not_the_pages_fault_ends_the_build() -> None:
    with pytest.raises(OSError, match="full"):
        list(Processes(1).each([Page("p", "p", "text", "t")], full))


def full(*_: object) -> Reject:
    raise OSError("the disk is full")


def test_a_page_without_memory_is_refused_in_this_process_too() -> None:
    [(_, refused)] = Here().each([Page("p", "p", "text", "t")], greedy)
    assert isinstance(refused, Reject)
    assert "memory" in refused.reason


def greedy(*_: object) -> Reject:
    raise MemoryError
