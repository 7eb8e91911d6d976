"""How processes start: without the caller's main module, and deaf to Ctrl-C."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import tellings

SCRIPT = """
import sys
import tellings
print("the script runs")
with tellings.build([{folder!r}], jobs=2) as record:
    print(record.summary.articles)
"""


def test_a_script_without_a_guard_builds_in_processes(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    sentence = (
        "The foreign minister of Anlu met the ambassador of France in Paris on Monday, and both signed a treaty. "
    )
    (tmp_path / "pages/page.txt").write_text(f"Anlu and France sign a treaty\n\n{sentence * 3}\n\n{sentence * 2}")
    (tmp_path / "script.py").write_text(SCRIPT.format(folder=str(tmp_path / "pages")))
    environment = os.environ | {"PYTHONPATH": str(Path(tellings.__file__).parents[1])}
    ran = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")], capture_output=True, text=True, check=True, env=environment
    )
    assert ran.stdout.split("\n") == ["the script runs", "1", ""]
