"""Builds with processes: killed or stopped at any moment, no process stays and the next build finishes the record."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bench.vary import varied

import tellings

EXAMPLES = Path(__file__).parents[2] / "examples/pages"
PAGES = 64
PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")

pytestmark = pytest.mark.skipif(not PROC.is_dir(), reason="processes are counted in /proc")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in varied(EXAMPLES, PAGES):
        (folder / name).write_text(text, "utf-8")
    return folder


def started(pages: Path, record: Path) -> subprocess.Popen[bytes]:
    """A build in a session of its own, by whose id its processes are found."""
    command = [sys.executable, "-m", "tellings", "build", str(pages), "-o", str(record), "--jobs", "2"]
    environment = os.environ | {"PYTHONPATH": str(Path(tellings.__file__).parents[1])}
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True, env=environment
    )


def processes(session: int) -> int:
    """How many processes of a session are left, those that have ended and were not waited for aside."""
    return sum(belongs(stat, session) for stat in PROC.glob("[0-9]*/stat"))


def belongs(stat: Path, session: int) -> bool:
    try:
        state, _, _, of = stat.read_text().rpartition(")")[2].split()[:4]
    except OSError:
        return False
    return int(of) == session and state != "Z"


def waited_for(session: int, wanted: int, seconds: float = 60.0) -> int:
    """Wait until a session has so many processes: at least so many, or for none exactly none."""
    until = time.monotonic() + seconds
    while (found := processes(session)) < wanted or (not wanted and found):
        if time.monotonic() > until:
            break
        time.sleep(0.05)
    return found


def test_a_killed_build_leaves_no_process_and_the_next_finishes(pages: Path, tmp_path: Path) -> None:
    record, moments = tmp_path / "record.sqlite", random.Random(11)
    for _ in range(2):
        build = started(pages, record)
        waited_for(build.pid, 5)  # the driver, the two that look after its processes, what reads files, and a reader
        time.sleep(moments.uniform(0.5, 4))
        build.kill()
        build.communicate()
        assert waited_for(build.pid, 0) == 0
    with tellings.build([pages], record, jobs=2) as finished, tellings.build([pages], jobs=1) as undisturbed:
        assert not finished.check()
        assert finished.summary
        assert finished.summary.articles == PAGES
        for form in (tmp_path / "finished", tmp_path / "undisturbed"):
            (finished if form.name == "finished" else undisturbed).export("jsonl", form)
    for file in (tmp_path / "finished").iterdir():
        assert file.read_bytes() == (tmp_path / "undisturbed" / file.name).read_bytes()


def readers(session: int) -> list[int]:
    """The processes of a session, but for its first."""
    stats = [stat for stat in PROC.glob("[0-9]*/stat") if stat.parent.name != str(session)]
    return [int(stat.parent.name) for stat in stats if belongs(stat, session)]


def spent(session: int) -> float:
    """CPU seconds of a session's processes, and of those of them that ended."""
    stats = [stat for stat in PROC.glob("[0-9]*/stat") if belongs(stat, session)]
    return sum(sum(map(int, text.rpartition(")")[2].split()[11:15])) for text in map(text_of, stats) if text) / TICKS


def text_of(stat: Path) -> str:
    try:
        return stat.read_text()
    except OSError:
        return ""


def until_spent(build: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait until a build has used so many CPU seconds, which other work on the machine hardly moves, or is through."""
    while build.poll() is None and spent(build.pid) < seconds:
        time.sleep(0.1)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["record.sqlite", "record/"])
def test_forty_kills_at_random_leave_the_record_of_an_undisturbed_build(tmp_path: Path, name: str) -> None:
    """Of 200 pages, by whole builds and by single readers; some builds may be through before they are killed.

    Twenty on each store: loading takes 4 CPU seconds of each build, so that more take longer and show the same.
    """
    (tmp_path / "pages").mkdir()
    for file, text in varied(EXAMPLES, 200):
        (tmp_path / "pages" / file).write_text(text, "utf-8")
    moments, record = random.Random(name), f"{tmp_path}/{name}"
    for turn in range(20):
        build = started(tmp_path / "pages", record)
        until_spent(build, moments.uniform(1, 16))
        if turn % 4 == 3 and (found := readers(build.pid)):
            os.kill(moments.choice(found), signal.SIGKILL)
            until_spent(build, spent(build.pid) + moments.uniform(0, 4))
        build.kill()
        build.communicate()
        assert waited_for(build.pid, 0) == 0
    with (
        tellings.build([tmp_path / "pages"], record, jobs=1) as finished,
        tellings.build([tmp_path / "pages"], jobs=1) as undisturbed,
    ):
        assert not finished.check()
        for form in (tmp_path / "finished", tmp_path / "undisturbed"):
            (finished if form.name == "finished" else undisturbed).export("jsonl", form)
    for file in (tmp_path / "finished").iterdir():
        assert file.read_bytes() == (tmp_path / "undisturbed" / file.name).read_bytes()


@pytest.mark.parametrize("seconds", [1.5, 4.5])  # while the first processes load, and about when pages are read
def test_a_build_that_is_stopped_ends_soon_and_says_so(pages: Path, tmp_path: Path, seconds: float) -> None:
    build = started(pages, tmp_path / "record.sqlite")
    until_spent(build, seconds)
    os.killpg(build.pid, signal.SIGINT)
    _, said = build.communicate(timeout=120)
    # also when it is answered, Ctrl-C ends CPython by itself where it came while code was executed from a string
    # (a dataclass being made, on import)
    assert build.returncode in {1, -signal.SIGINT}
    assert b"stopped; what was committed is kept" in said
    assert b"Traceback" not in said
    assert waited_for(build.pid, 0) == 0
