"""Pages made to break a reader stay within stated bounds (docs/limits.md); beyond them their process is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="limits on a process are POSIX's")

SCRIPT = Path(__file__).with_name("hostile_pages.py")
#: Megabytes of address space, most of it libraries', and CPU seconds for all pages together: five times what they take.
MEMORY, SECONDS = 4000, 150

REFUSED = {
    "50,000 attributes": "a tag has more than 1,000 attributes",
    "an article of 400,000 characters": "longer than 300,000 characters",
    "an endless sentence": "a sentence is longer than 30,000 characters",
    "200 MB in a line.txt": "bigger than 20 MB",
    "10 GB.txt.gz": "bigger than 20 MB",
    "10 GB.jsonl.gz": "bigger than 20 MB",
    "10 GB.rss.gz": "bigger than 20 MB",
    "bomb.warc": "bigger than 20 MB",
}
#: Articles that must come out whole, 18 sentences or 9, whatever stands beside them.
READ = {
    "a script that looks like text": 1858,
    "a picture in an attribute": 1858,
    "10,000 authors": 1858,
    "NULs among the letters": 926,
    "a line of 200,000 blanks": 926,
    "text turned round": 1007,
}


@pytest.fixture(scope="module")
def became(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    command = [sys.executable, str(SCRIPT), str(tmp_path_factory.mktemp("hostile")), str(MEMORY), str(SECONDS)]
    ran = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    return dict(json.loads(ran.stdout))


def test_no_page_breaks_the_reader(became: dict[str, str]) -> None:
    assert not {name: said for name, said in became.items() if "could not be read" in said or "Error" in said}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_beyond_a_limit_is_refused_and_the_limit_named(became: dict[str, str], name: str) -> None:
    assert REFUSED[name] in became[name]


@pytest.mark.parametrize("name", READ)
def test_the_article_beside_a_trap_is_read(became: dict[str, str], name: str) -> None:
    assert became[name] == f"{READ[name]} characters"
