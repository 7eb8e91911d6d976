"""Entries on a narrow terminal: short values in one aligned line each, longer ones in the lines below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

#: Columns of a value that stands in an entry's first line.
SHORT = 20
#: What needs no name before it.
PLAIN = ("summary", "text", "title", "values", "snippet")


def stacked(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    """Give the lines of a table's rows, cells as rich's markup; the names of the short columns stand above them."""
    cells = [[Text.from_markup(cell) for cell in row] for row in rows]
    heads = [Text(name.replace("_", " "), "bold") for name in names]
    widths = [max(cell.cell_len for cell in column) for column in zip(heads, *cells, strict=True)]
    yield _line(heads, widths)
    for row in cells:
        yield _line(row, widths)
        below = [(name, cell) for name, cell, width in zip(names, row, widths, strict=True) if width > SHORT and cell]
        for name, cell in sorted(below, key=lambda one: one[0] not in PLAIN):
            label = () if name in PLAIN else ((f"{name.replace('_', ' ')} ", "dim"),)
            yield Padding(Text.assemble(*label, cell), (0, 0, 0, 2))


def _line(row: Sequence[Text], widths: Sequence[int]) -> Text:
    line = Text("  ").join(_padded(cell, width) for cell, width in zip(row, widths, strict=True) if width <= SHORT)
    line.rstrip()
    return line


def _padded(cell: Text, width: int) -> Text:
    cell = cell.copy()
    cell.pad_right(width - cell.cell_len)
    return cell
