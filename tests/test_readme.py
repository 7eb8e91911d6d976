"""The README does what it says: its console and Python examples run on the project's own pages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import tellings
from tellings.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ (tellings [^#\n]+)", README, re.MULTILINE)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some of the pages, under both names that the README uses."""
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples/pages").mkdir()
    for page in sorted((ROOT / "examples/pages").glob("1[01]*")):
        (tmp_path / "examples/pages" / page.name).symlink_to(page)
    (tmp_path / "pages").symlink_to(tmp_path / "examples/pages")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_run(folder: Path) -> None:
    assert len(COMMANDS) > 5
    named: dict[str, str] = {}
    for command in COMMANDS:
        words = shlex.split(command)[1:]
        assert main([named.get(word, word) for word in words]) == 0, command
        with tellings.open("record.sqlite") as record:
            event = record.events()[0]
            named = {"EVENT": event.event_id, "STORY": event.story_id}
    assert (folder / "export/events.jsonl").stat().st_size


def test_the_python_prints_events(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for block in PYTHON:
        exec(compile(block, "README.md", "exec"), {})
    assert re.search(
        r"^\d{4}-\d\d-\d\d [A-Z]+ .*(Cuba|United States|Obama|Castro)", capsys.readouterr().out, re.MULTILINE
    )
