"""Reading a vocabulary: a TSV file of this folder, with a source line, a header line and rows."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> tuple[dict[str, str], ...]:
    """Give the rows of `name`, each by the header's column names.

    Lines that begin with "#" are comments. A row that ends early has its last columns empty.

    Raises:
        ValueError: where a row has more cells than the header.
    """
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header, *body = (line.split("\t") for line in lines)
    return tuple(_row(name, header, cells) for cells in body)


def _row(name: str, header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(header):
        message = f"{name}: {cells[0]!r} has {len(cells)} cells, the header {len(header)}"
        raise ValueError(message)
    return dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by "|"."""
    return tuple(value for value in cell.split("|") if value)
