"""A small record, built once through the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tellings.cli import main

PAGES = {
    "alba.txt": """Brazil and Argentina agree on a bridge

BRASILIA, March 2 (EXA) -- Brazil's foreign minister met Argentina's foreign minister in Brasilia on Sunday, 2 March 2031.

"The bridge is ours together," the Brazilian minister said after the meeting, which lasted two hours.

Argentina accused Uruguay of delaying the border trade talks in February.
""",
    "birta.txt": """Ministers meet over a bridge

The foreign ministers of Brazil and Argentina met in Brasilia on 2 March 2031, the government said in a statement.

Officials of both countries hailed the border bridge as a sign of friendship and trust.
""",
}


@dataclass(frozen=True)
class Ran:
    """What a command gave: its exit status, data and talk."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command as from the shell, in this process."""

    def ran(*arguments: object) -> Ran:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ran(status, out, err)

    return ran


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="session")
def built(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "record.sqlite"
    assert main(["build", str(pages), "-o", str(path), "-j", "1", "-f", "json"]) == 0
    return path


@pytest.fixture
def record(built: Path, tmp_path: Path) -> Path:
    """A copy of the record that a test may change."""
    return Path(shutil.copy(built, tmp_path / "record.sqlite"))
