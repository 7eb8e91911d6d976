"""What can be wrong with a record's file, said so that a user can act on it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tellings.errors import TellingsError
from tellings.record.schema import VERSION

_KEPT = "every page committed so far is kept: run the same command again to finish"
FULL = ("there is no room to write {path}: the disk is full", f"free some space; {_KEPT}")
READ_ONLY = ("{path} cannot be written", "check its permissions and those of its folder, or write to another path")
DAMAGED = ("{path} is damaged", "restore a copy, or delete it and build it again from its pages")
FOREIGN = ("{path} is not a Tellings record", "give the path of a record, or another path to make a new one")
NEWER = "upgrade with: pip install -U tellings"
OLDER = "build it anew from its pages, into a new record"
LOCKED = ("{path} is in use by another process that writes to it", f"wait until that has finished; {_KEPT}")
CHANGED = (
    "{path} was changed by another process while stories were told",
    f"run the same command again to finish; {_KEPT}",
)

#: SQLite's primary result codes (sqlite.org/rescode.html) that a user can do something about.
SQLITE_FAULTS = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: (
        "{path} could not be read or written: the disk is full or failing",
        f"see to the disk; {_KEPT}",
    ),
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: ("{path} cannot be opened", "check the path and its permissions"),
    sqlite3.SQLITE_NOTADB: FOREIGN,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
}

OS_FAULTS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.ENOTDIR: ("{path} cannot be made: a part of the path is a file", "give another path"),
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn a failure of the file at `path` into a TellingsError with its remedy; a fault of ours stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in SQLITE_FAULTS:
            raise
        raise fault(SQLITE_FAULTS[code], path) from error
    except OSError as error:
        if error.errno not in OS_FAULTS:
            raise
        raise fault(OS_FAULTS[error.errno], path) from error


def fault(words: tuple[str, str], path: Path) -> TellingsError:
    """An error about the record at `path`: its reason and its remedy."""
    return TellingsError(words[0].format(path=path), words[1].format(path=path))


def missing(path: Path) -> TellingsError:
    """There is nothing at that path."""
    return fault(("there is no record at {path}", "make one with: tellings build PAGES -o {path}"), path)


def refuse_foreign(path: Path) -> TellingsError:
    """The file or folder is something else."""
    return fault(FOREIGN, path)


def check_version(path: Path, version: int) -> None:
    """Raise TellingsError where a record was made by a newer or older version than this one reads."""
    if version == VERSION:
        return
    than, remedy = ("a newer", NEWER) if version > VERSION else ("an older", OLDER)
    found = f"{{path}} was made by {than} version of Tellings (record version {version}, this one reads {VERSION})"
    raise fault((found, remedy), path)


def locked(path: Path) -> TellingsError:
    """Another process writes to the record."""
    return fault(LOCKED, path)
