"""Builds killed at random moments, for real: nothing committed is lost, and the next run finishes the record."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import tellings
from tellings.record import open_store
from tellings.record.check import check

TESTS = Path(__file__).parents[1]
#: Where the code under test was imported from: another checkout may be installed.
SOURCE = Path(tellings.__file__).parents[1]
PATHS = ("record.sqlite", "record/")

#: Adds pages for ever, says so, and derives stories every few pages.
ADDING = """
import sys
from itertools import count
from records import fill
from tellings.record import open_store
with open_store(sys.argv[1], create=True) as store:
    for number in count(1000 * int(sys.argv[2])):
        fill(store, [number])
        print(number, flush=True)
"""

BUILDING = """
import sys
import tellings
tellings.build([sys.argv[2]], sys.argv[1], jobs=1, progress=lambda now: print(now, flush=True)).close()
"""

PLACES = ("Alba", "Birta", "Corvo", "Dolin", "Elsk", "Farn", "Gorm", "Hald", "Isk", "Jorn")


def killed(program: str, *arguments: str, lines: int, wait: float) -> list[str]:
    """Run a program, kill it for good a moment after it has printed so many lines, and give those."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (TESTS, SOURCE)))}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout
    printed = [line for line in (process.stdout.readline() for _ in range(lines)) if line]
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    printed += process.stdout.read().splitlines()
    process.stdout.close()
    process.wait()
    return printed


@pytest.mark.parametrize("name", PATHS)
def test_a_store_killed_while_it_writes_is_whole(tmp_path: Path, name: str) -> None:
    moments = random.Random(name)
    said = 0
    for turn in range(3):
        path = f"{tmp_path}/{name}"
        said += len(killed(ADDING, path, str(turn), lines=moments.randrange(1, 6), wait=moments.uniform(0, 0.15)))
        with open_store(path, write=True) as store:
            problems = [problem for problem in check(store) if problem.table != "stories"]
            assert not problems
            assert said <= len(store.page_ids()) <= said + turn + 1


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for number, place in enumerate(PLACES):
        (folder / f"{place}.txt").write_text(
            f"{place} mayor opens bridge with Brazil\n\n"
            f"Brazil's foreign minister met the mayor of {place} on {number + 1} March 2031 to open a bridge.\n\n"
            f'"The bridge at {place} is ours together," the minister said after the meeting in the town hall.\n\n'
            f"Argentina had accused {place} in February of building it without asking its neighbours first.\n"
        )
    return folder


@pytest.fixture(scope="module")
def undisturbed(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with tellings.build([pages], jobs=1) as record:
        assert record.summary
        assert record.summary.read == len(PLACES)
        return exported(record, tmp_path_factory.mktemp("export"))


def exported(record: tellings.Record, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in record.export("jsonl", folder)}


@pytest.mark.parametrize("name", PATHS)
def test_a_build_killed_and_run_again_gives_the_same_exports(
    pages: Path, undisturbed: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    moments = random.Random(name)
    for _ in range(2):
        lines = moments.randrange(1, len(PLACES) + 3)
        killed(BUILDING, f"{tmp_path}/{name}", str(pages), lines=lines, wait=moments.uniform(0, 0.1))
    with tellings.build([pages], f"{tmp_path}/{name}", jobs=1) as record:
        assert exported(record, tmp_path / "export") == undisturbed
        assert not record.check()
    with tellings.build([pages], f"{tmp_path}/{name}", jobs=1) as again:
        assert again.summary
        assert (again.summary.read, again.summary.known) == (0, len(PLACES))
        assert exported(again, tmp_path / "export") == undisturbed


def test_the_order_of_pages_does_not_show(pages: Path, undisturbed: dict[str, bytes], tmp_path: Path) -> None:
    files = sorted(pages.iterdir(), reverse=True)
    with tellings.build(files[:4], tmp_path / "record.sqlite", jobs=1):
        pass
    with tellings.build(files, tmp_path / "record.sqlite", jobs=1) as record:
        assert exported(record, tmp_path / "export") == undisturbed


#: Prints what a user is told, and ends with 1.
BUILDING_IN_LITTLE_ROOM = """
import resource, sys
import tellings
from tellings.errors import TellingsError
if int(sys.argv[3]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    tellings.build([sys.argv[2]], sys.argv[1], jobs=1).close()
except TellingsError as error:
    print(error, error.remedy, sep=" | ")
    sys.exit(1)
"""


def told_of_little_room(record: str, pages: Path, most: int = 0) -> str:
    """What is said where no file may be larger than `most` bytes, 0 for as large as the disk is."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (TESTS, SOURCE)))}
    command = [sys.executable, "-c", BUILDING_IN_LITTLE_ROOM, record, str(pages), str(most)]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ended.returncode == 1, ended.stderr
    return ended.stdout


def finished_as(undisturbed: dict[str, bytes], pages: Path, record: str, to: Path) -> None:
    """The next run finishes the record, and it is the one that an undisturbed run gives."""
    with tellings.build([pages], record, jobs=1) as finished:
        assert exported(finished, to) == undisturbed
        assert not finished.check()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="file sizes are bounded by POSIX")
def test_a_file_that_may_not_grow_is_explained_and_the_next_run_finishes(
    pages: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    record = f"{tmp_path}/record.sqlite"
    for most in (100_000, 250_000):
        assert "full" in told_of_little_room(record, pages, most)
    finished_as(undisturbed, pages, record, tmp_path / "export")


@pytest.mark.slow
@pytest.mark.parametrize("name", PATHS)
def test_a_disk_that_is_full_is_explained_and_the_next_run_finishes(
    pages: Path, undisturbed: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    size = 40 if name.endswith("/") else 400
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk], check=False).returncode
    if mounted:
        pytest.skip("only root may mount a small disk")
    try:
        record = f"{disk}/{name}"
        assert "full" in told_of_little_room(record, pages)
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        finished_as(undisturbed, pages, record, tmp_path / "export")
    finally:
        subprocess.run(["umount", disk], check=True)
