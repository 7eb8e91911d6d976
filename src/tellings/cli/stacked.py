"""Entries on a narrow terminal: short values in one aligned line each, what has no room there in the lines below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.columns import Columns
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

#: Columns of a value that stands in an entry's first line.
SHORT = 20
#: Between two values of a line, and before the lines below it.
GAP = "  "
#: What needs no name before it.
PLAIN = ("summary", "text", "title", "values", "snippet")


def stacked(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[RenderableType]:
    """Give the lines of a table's rows, cells as rich's markup, for a terminal of so many columns.

    The names of the columns that have room in an entry's first line stand above them, the others' before each value.
    """
    cells = [[Text.from_markup(cell) for cell in row] for row in rows]
    heads = [Text(name.replace("_", " "), "bold") for name in names]
    widths = [max(cell.cell_len for cell in column) for column in zip(heads, *cells, strict=True)]
    first = _first(widths, width)
    yield _line(heads, widths, first)
    for row in cells:
        yield _line(row, widths, first)
        yield from _below(names, row, widths, first)


def _first(widths: Sequence[int], width: int) -> list[int]:
    """The columns of an entry's first line: the short ones, from the left, that have room."""
    first, taken = [], 0
    for column, needed in enumerate(widths):
        if needed <= SHORT and taken + needed <= width:
            first.append(column)
            taken += needed + len(GAP)
    return first


def _line(row: Sequence[Text], widths: Sequence[int], first: Sequence[int]) -> Text:
    line = Text(GAP).join(_padded(row[column], widths[column]) for column in first)
    line.rstrip()
    return line


def _below(
    names: Sequence[str], row: Sequence[Text], widths: Sequence[int], first: Sequence[int]
) -> Iterator[RenderableType]:
    """Long values in a line each, those that speak for themselves first; then the short ones beside each other."""
    left = [column for column, cell in enumerate(row) if cell and column not in first]
    long = [(names[column], row[column]) for column in left if widths[column] > SHORT]
    short = [(names[column], row[column]) for column in left if widths[column] <= SHORT]
    for name, cell in sorted(long, key=lambda one: one[0] not in PLAIN):
        yield _indented(cell if name in PLAIN else _named(name, cell))
    if short:
        yield _indented(Columns([_named(name, cell) for name, cell in short], padding=(0, len(GAP))))


def _named(name: str, cell: Text) -> Text:
    return Text.assemble((f"{name.replace('_', ' ')} ", "dim"), cell)


def _indented(lines: RenderableType) -> Padding:
    return Padding(lines, (0, 0, 0, len(GAP)))


def _padded(cell: Text, width: int) -> Text:
    cell = cell.copy()
    cell.pad_right(width - cell.cell_len)
    return cell
