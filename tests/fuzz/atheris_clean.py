"""Fuzz the reader and the cleaner by coverage, by hand: needs `pip install atheris`.

python tests/fuzz/atheris_clean.py CORPUS_FOLDER -max_total_time=3600 -timeout=20 -rss_limit_mb=3000

The first byte chooses the file's suffix, the rest is the file. What breaks an invariant is written to a crash file.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tellings", "trafilatura", "feedparser", "htmldate"]):
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    from fuzz.invariants import SUFFIXES, clean_whole, read_all

#: A folder a suffix: one file in each, written anew for each input.
FOLDERS = tempfile.TemporaryDirectory()


def one_input(data: bytes) -> None:
    """Read the bytes as a file of one of the suffixes, and clean its pages."""
    if len(data) < 2:
        return
    suffix = SUFFIXES[data[0] % len(SUFFIXES)]
    folder = Path(FOLDERS.name) / suffix.strip(".")
    folder.mkdir(exist_ok=True)
    (folder / f"page{suffix}").write_bytes(data[1:])
    for page in read_all(folder):
        clean_whole(page)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
