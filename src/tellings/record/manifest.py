"""The manifest of a Parquet folder: which files the record is made of. Its renaming is the commit."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

import msgspec

from tellings.record.faults import DAMAGED, check_version, fault, locked, missing, refuse_foreign
from tellings.record.schema import TABLES, VERSION

NAME = "manifest.json"
LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The record's version, the files of each table, and the number that the next file takes."""

    tellings_record: int = VERSION
    next: int = 1
    tables: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def files(self, table: str) -> tuple[str, ...]:
        """A table's files, relative to the folder."""
        return self.tables.get(table, ())

    def changed(self, tables: dict[str, tuple[str, ...]], next_number: int) -> Manifest:
        """This manifest with other files for some tables."""
        return replace(self, tables=self.tables | tables, next=next_number)


def read(folder: Path, *, create: bool) -> Manifest:
    """Read a folder's manifest; where `create`, an empty folder is given one.

    Raises TellingsError where the folder holds no record or one of another version.
    """
    if not folder.exists() and not create:
        raise missing(folder)
    path = folder / NAME
    if not path.exists():
        if not create or any(found.name != LOCK for found in folder.iterdir()):
            raise refuse_foreign(folder)
        write(folder, Manifest())
    return _checked(folder, path.read_bytes())


def _checked(folder: Path, content: bytes) -> Manifest:
    try:
        version = msgspec.json.decode(content, type=dict[str, object]).get("tellings_record")
        if not isinstance(version, int):
            raise refuse_foreign(folder)
        check_version(folder, version)
        return msgspec.json.decode(content, type=Manifest)
    except msgspec.DecodeError as error:
        raise fault(DAMAGED, folder) from error


def write(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in place of the one before, whole and on the disk, or not at all."""
    part = folder / f"{NAME}.part"
    try:
        with part.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(manifest)))
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / NAME)
    finally:
        part.unlink(missing_ok=True)


def clean(folder: Path, manifest: Manifest) -> None:
    """Delete the files of a writer that was killed before its manifest was in place."""
    held = {name for files in manifest.tables.values() for name in files}
    for table in TABLES:
        for path in (folder / table).glob("*.parquet*"):
            if f"{table}/{path.name}" not in held:
                path.unlink()


def lock(folder: Path) -> IO[bytes]:
    """Be the only writer, until closed or killed. Where the system has no such lock, nothing is held."""
    file = (folder / LOCK).open("wb")
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        pass
    except OSError as error:
        file.close()
        raise locked(folder) from error
    return file
