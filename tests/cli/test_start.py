"""What a command takes with it when it starts: reading a record must not load the stages that make one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COUNTING = """
import sys
from tellings.cli import main
status = main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(status)
"""
HEAVY = {"spacy", "numpy", "duckdb", "lxml", "trafilatura", "asyncio", "tellings.engine", "tellings.clean"}


@pytest.mark.parametrize(
    ("arguments", "most"), [(("--help",), 150), (("show", "RECORD"), 230), (("search", "RECORD", "bridge"), 230)]
)
def test_reading_takes_few_modules_and_no_stage(record: Path, arguments: tuple[str, ...], most: int) -> None:
    words = [str(record) if word == "RECORD" else word for word in arguments]
    ran = subprocess.run([sys.executable, "-c", COUNTING, *words], capture_output=True, text=True, check=True)
    modules = set(ran.stderr.split())
    assert not modules & HEAVY
    assert len(modules) <= most
