"""Lines that begin with a label, and what stands under each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.pages.archives.text import Block
from tellings.vocab.tables import rows


@dataclass(frozen=True, slots=True)
class Part:
    """One labelled part of an article's entry: what it is, and its blocks without the label; None before the first."""

    field: str | None
    label: str | None
    blocks: tuple[Block, ...]

    @property
    def value(self) -> str:
        """The first block as one line."""
        return " ".join(self.blocks[0]) if self.blocks else ""


@cache
def labels(database: str) -> dict[str, str]:
    """From each label of a database to its field."""
    return {row["label"]: row["field"] for row in rows("download_labels.tsv") if row["database"] == database}


@cache
def colon_label(database: str) -> re.Pattern[str]:
    """A line that begins with a label and a colon, or is one of the labels that stand alone."""
    own = [row for row in rows("download_labels.tsv") if row["database"] == database]
    names = _any(row["label"] for row in own)
    alone = _any(row["label"] for row in own if row["alone"])
    return re.compile(rf"(?P<label>(?:{names})(?=:)|(?:{alone})$):?\s*(?P<value>.*)$")


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def parts(blocks: Iterable[Block], database: str, pattern: re.Pattern[str]) -> tuple[Part, ...]:
    """Part blocks at their labels."""
    return tuple(_parts(blocks, labels(database), pattern))


def _parts(blocks: Iterable[Block], fields: dict[str, str], pattern: re.Pattern[str]) -> Iterator[Part]:
    label: str | None = None
    held: list[Block] = []
    for b in blocks:
        lines: list[str] = []
        for line in b:
            found = pattern.match(line)
            if found:
                yield Part(fields.get(label or ""), label, (*held, *((tuple(lines),) if lines else ())))
                label, held, lines = found["label"], [], [found["value"]] if found["value"] else []
            else:
                lines.append(line)
        if lines:
            held.append(tuple(lines))
    yield Part(fields.get(label or ""), label, tuple(held))


def first(found: Sequence[Part], field: str) -> str | None:
    """The value of the first part with a field, None where there is none."""
    return next((part.value for part in found if part.field == field and part.value), None)
