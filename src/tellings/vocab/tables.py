"""Reading a vocabulary: a TSV file of this folder, with a source line, a header line and rows.

A folder of the user's own (`tellings build --vocab DIR`, or the environment's TELLINGS_VOCAB) holds files of the
same names and columns. A row there replaces the package's row of the same key, is added where there is none, and
removes it where its first cell begins with "-".
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from tellings.errors import TellingsError

Row = dict[str, str]

#: Where the user's folder is told to processes that have yet to start.
VARIABLE = "TELLINGS_VOCAB"
#: The columns that make a row another one, where the first alone does not.
KEYS = {
    "acts.tsv": ("lemma", "pos", "object"),
    "act_nouns.tsv": ("set", "noun"),
    "operators.tsv": ("lemma", "pos", "complement"),
    "contexts.tsv": ("context", "cue"),
    "conversions.tsv": ("effect", "type", "mode"),
    "headline_signs.tsv": ("kind", "language"),
    "holders.tsv": ("person", "country", "office", "from"),
    "places.tsv": ("name", "country"),
    "plover.tsv": ("type", "mode"),
    "quote_verbs.tsv": ("lemma", "pos"),
    "modes.tsv": ("type", "mode", "cue"),
    "months.tsv": ("language", "month"),
    "weekdays.tsv": ("language", "weekday"),
    "time_words.tsv": ("class", "word"),
    "stamp_words.tsv": ("class", "language", "pattern"),
    "download_labels.tsv": ("database", "label"),
    "mastheads.tsv": ("kind", "word"),
    "no_names.tsv": ("kind", "word"),
    "private.tsv": ("noun", "kind"),
    "stand_ins.tsv": ("noun", "kind"),
    "page_parts.tsv": ("part", "alone"),
    "page_tags.tsv": ("field", "tag"),
}
REMOVED = "-"


def rows(name: str) -> tuple[Row, ...]:
    """Give the rows of `name`, each by the header's column names, with the user's own among them.

    Lines that begin with "#" are comments. A row that ends early has its last columns empty.

    Raises:
        ValueError: where a row has more cells than the header.
        TellingsError: where a file of the user's has columns of other names.
    """
    header, own = _read(name, files(__package__).joinpath(name).read_text(encoding="utf-8"))
    folder = os.environ.get(VARIABLE)
    path = Path(folder) / name if folder else None
    if path is None or not path.is_file():
        return tuple(own)
    columns, theirs = _read(name, path.read_text(encoding="utf-8"))
    if columns != header[: len(columns)]:
        raise TellingsError(f"{path} has the columns {', '.join(columns)}", f"give it {', '.join(header)}")
    whole = [{**dict.fromkeys(header, ""), **row} for row in theirs]
    return tuple(_overlaid(own, whole, KEYS.get(name, (header[0],))))


def use(folder: str | Path) -> None:
    """Take the vocabularies of a folder into account, in this process where they are not yet loaded and in new ones.

    Raises:
        TellingsError: where the folder holds no table, one of an unknown name, or one with other columns.
    """
    known = {f.name for f in files(__package__).iterdir() if f.name.endswith(".tsv")}
    found = sorted(p.name for p in Path(folder).glob("*.tsv"))
    unknown = [name for name in found if name not in known]
    if unknown or not found:
        reason = (
            f"{folder} holds {', '.join(unknown)}, which is no vocabulary" if unknown else f"{folder} holds no .tsv"
        )
        raise TellingsError(reason, f"name files as the package does: {', '.join(sorted(known))}")
    os.environ[VARIABLE] = str(Path(folder).resolve())
    for name in found:
        rows(name)


def _overlaid(own: Iterable[Row], theirs: Iterable[Row], key: tuple[str, ...]) -> list[Row]:
    """The package's rows without those that the user replaces or removes, after the user's."""
    given = {tuple(row.get(column, "").removeprefix(REMOVED) for column in key): row for row in theirs}
    added = [row for row in given.values() if not next(iter(row.values())).startswith(REMOVED)]
    return [*added, *(row for row in own if tuple(row[column] for column in key) not in given)]


def _read(name: str, text: str) -> tuple[list[str], list[Row]]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header, *body = (line.split("\t") for line in lines)
    return header, [_row(name, header, cells) for cells in body]


def _row(name: str, header: list[str], cells: list[str]) -> Row:
    if len(cells) > len(header):
        message = f"{name}: {cells[0]!r} has {len(cells)} cells, the header {len(header)}"
        raise ValueError(message)
    return dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by "|"."""
    return tuple(value for value in cell.split("|") if value)
