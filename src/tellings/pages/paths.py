"""Which files the given paths stand for."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator
from pathlib import Path

from tellings.model.page import Reject
from tellings.pages.make import reject

URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
#: The path that stands for standard input.
STDIN = "-"
#: How a list of addresses begins: most pages are told by that to be none.
LISTED = re.compile(r"\s*+(?:#|https?://)", re.IGNORECASE)
#: The most bytes of a list of addresses.
LONGEST_LIST = 5_000_000


def is_address(path: str) -> bool:
    """Whether a path is an address on the web."""
    return bool(WEB.match(path))


def expand(path: str) -> Iterator[str | Reject]:
    """Give the files that a path stands for, in sorted order: a file, a folder's files, a glob's matches.

    An address on the web stands for itself.
    """
    if path == STDIN or is_address(path):
        yield path
    elif URL.match(path):
        yield reject(path, "an address that is not of the web", "Give http or https, or a file's path.")
    elif Path(path).is_dir():
        yield from _folder(Path(path))
    elif Path(path).exists():
        yield Path(path).as_posix()
    else:
        yield from _matches(path)


def addresses(text: str) -> tuple[str, ...]:
    """The addresses in a text that is a list of them, one a line; none where another line stands in it.

    Blank lines and those that begin with "#" count for nothing.
    """
    if not LISTED.match(text):
        return ()
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return tuple(dict.fromkeys(lines)) if lines and all(map(_only_address, lines)) else ()


def _only_address(line: str) -> bool:
    return is_address(line) and " " not in line and "\t" not in line


def _folder(folder: Path) -> Iterator[str | Reject]:
    found = False
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not hidden:
            found = True
            yield file.as_posix()
    if not found:
        yield reject(folder.as_posix(), "the folder holds no files", "Give a folder with pages in it.")


def _matches(pattern: str) -> Iterator[str | Reject]:
    matches = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        yield reject(pattern, "no such file or folder", "Check the path; patterns need quotes in some shells.")
    for match in matches:
        yield from expand(match)
