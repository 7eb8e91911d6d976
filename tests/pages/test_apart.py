"""A file or page that ends the process which reads it is refused with the reason, and all others are read."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from endings import poisoned

from tellings.errors import TellingsError
from tellings.model.page import Page, Reject
from tellings.pages import apart, read
from tellings.pages.apart import Apart
from tellings.pages.read import Reading, Source, read_source, sources
from tellings.processes.bounds import Bounds

BOUNDS = Bounds(seconds=4, patience=600, memory=500 << 20)
WORDS = "The harbour of Anlu was closed on Monday, the ministry of Medway said in a statement."


def named(given: list[Page | Reject]) -> list[tuple[str, str | None]]:
    return [(Path(one.name).name, one.reason if isinstance(one, Reject) else None) for one in given]


def lines(path: Path, names: list[str]) -> None:
    rows = ({"url": f"https://anlu.example/{name}", "text": f"{WORDS} {name}"} for name in names)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_what_is_read_apart_is_what_is_read_here(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number:03}.txt").write_text(f"{WORDS} {number}")
    (tmp_path / "050.txt").write_text("")
    lines(tmp_path / "many.jsonl", [str(number) for number in range(100)])
    given = [str(tmp_path), str(tmp_path / "none.txt"), str(tmp_path / "007.txt")]
    assert list(Apart().read(sources(given))) == list(read(given))


def test_pages_in_files_of_their_own_that_end_their_process_are_refused(tmp_path: Path) -> None:
    kinds = {
        "exits": "ends the process that reads it (exit status 3)",
        "aborts": "ends the process that reads it (SIGABRT)",
        "segfaults": "ends the process that reads it (SIGSEGV)",
        "loops": "takes more than 4 CPU seconds",
        "grows": "takes more than 500 MiB of memory",
    }
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(f"{WORDS} {number}")
    for number, kind in enumerate(kinds, 1):
        (tmp_path / f"{number}-poison-{kind}.txt").write_text(WORDS)
    found = list(Apart(bounds=BOUNDS, read=poisoned).read(sources([str(tmp_path)])))
    assert [Path(one.name).name for one in found] == sorted(path.name for path in tmp_path.iterdir())
    refused = {one.name.rpartition("-")[2][:-4]: one for one in found if isinstance(one, Reject)}
    assert refused.keys() == kinds.keys()
    for kind, reason in kinds.items():
        assert refused[kind].reason == f"reading the page {reason}"
        assert "the other pages are not affected" in refused[kind].remedy


def test_of_an_archive_only_the_pages_that_end_their_process_are_refused(tmp_path: Path) -> None:
    names = [str(number) for number in range(90)]
    names[40], names[41], names[77] = "a-poison-segfaults", "b-poison-aborts", "c-poison-exits"
    lines(tmp_path / "many.jsonl", names)
    (tmp_path / "next.txt").write_text(WORDS)
    found = list(Apart(bounds=BOUNDS, read=poisoned).read(sources([str(tmp_path)])))
    assert [Path(one.name).name for one in found] == [*names, "next.txt"]
    assert [i for i, one in enumerate(found) if isinstance(one, Reject)] == [40, 41, 77]


def test_a_file_that_breaks_its_library_is_refused_and_one_that_does_later_is_read_up_to_there(tmp_path: Path) -> None:
    (tmp_path / "1-broken-aborts.pdf").write_bytes(b"%PDF-1.7")
    lines(tmp_path / "2-breaks-after-3-.jsonl", ["1", "2", "3", "4"])
    (tmp_path / "3.txt").write_text(WORDS)
    found = list(Apart(bounds=BOUNDS, read=poisoned).read(sources([str(tmp_path)])))
    ended = "reading the file ends the process that reads it"
    assert named(found) == [
        ("1-broken-aborts.pdf", f"{ended} (SIGABRT)"),
        *((name, None) for name in "123"),
        ("2-breaks-after-3-.jsonl", f"{ended} (SIGSEGV); what stands after page 3 of it is not read"),
        ("3.txt", None),
    ]


def test_an_archive_of_poison_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_FAULTS", 2)
    lines(tmp_path / "many.jsonl", [f"{number}-poison-exits" for number in range(9)])
    found = list(Apart(bounds=BOUNDS, read=poisoned).read(sources([str(tmp_path)])))
    assert len(found) == 3
    assert isinstance(found[-1], Reject)
    assert found[-1].reason.endswith("what stands after page 2 of it is not read")


def test_a_process_that_is_ended_from_outside_costs_no_page(tmp_path: Path) -> None:
    names = [str(number) for number in range(300)]
    lines(tmp_path / "many.jsonl", names)
    reader = Apart()
    found = reader.read(sources([str(tmp_path)]))
    first = next(found)
    assert reader._process
    reader._process.kill()
    assert [Path(one.name).name for one in (first, *found)] == names


def test_a_file_that_waits_for_ever_is_refused(tmp_path: Path) -> None:
    for name in ("1-broken-waits.txt", "2.txt"):
        (tmp_path / name).write_text(WORDS)
    found = list(Apart(bounds=Bounds(patience=4), read=poisoned).read(sources([str(tmp_path)])))
    assert named(found) == [("1-broken-waits.txt", "the file was not read within 4 seconds"), ("2.txt", None)]


def test_what_reading_raises_refuses_the_file_alone(tmp_path: Path) -> None:
    for name in ("1-broken-fails.txt", "2.txt"):
        (tmp_path / name).write_text(WORDS)
    found = list(Apart(read=poisoned).read(sources([str(tmp_path)])))
    assert named(found) == [
        ("1-broken-fails.txt", "the file cannot be read: ZeroDivisionError: poison"),
        ("2.txt", None),
    ]


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Iterator[IO[bytes]]:
    """The end of a pipe into standard input."""
    ours, theirs = os.pipe()
    with os.fdopen(ours) as stdin, os.fdopen(theirs, "wb", buffering=0) as pipe:
        monkeypatch.setattr("sys.stdin", stdin)
        yield pipe


def test_standard_input_is_read_as_it_comes(piped: IO[bytes]) -> None:
    found = Apart().read(sources(["-"]))
    for number in range(3):
        piped.write(json.dumps({"url": f"https://anlu.example/{number}", "text": WORDS}).encode() + b"\n")
        if number == 0:
            time.sleep(0.1)
    piped.close()
    assert [one.name for one in found] == [f"https://anlu.example/{number}" for number in range(3)]


def test_of_standard_input_what_follows_a_poison_page_is_not_read(piped: IO[bytes], tmp_path: Path) -> None:
    for name in ("1", "poison-exits", "3"):
        piped.write(json.dumps({"url": f"https://anlu.example/{name}", "text": WORDS}).encode() + b"\n")
    piped.close()
    (tmp_path / "next.txt").write_text(WORDS)
    found = list(Apart(bounds=BOUNDS, read=poisoned).read(sources(["-", str(tmp_path)])))
    ended = "ends the process that reads it (exit status 3)"
    assert named(found) == [
        ("1", None),
        ("poison-exits", f"reading the page {ended}"),
        ("-", f"reading the file {ended}; what stands after page 1 of it is not read"),
        ("next.txt", None),
    ]


class Ends:
    """What ends the process to which it travels."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (3,)

    def __call__(self, source: Source, reading: Reading) -> Iterator[Page | Reject]:
        return read_source(source, reading)


def test_a_process_that_cannot_start_is_no_fault_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(WORDS)
    with pytest.raises(TellingsError, match="end one after the other"):
        list(Apart(read=Ends()).read(sources([str(tmp_path)])))
