"""What commands print: entries as a table on a terminal, as JSON lines in a pipe, or as asked."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from tellings.engine import BuildSummary
    from tellings.model.page import Reject

F = TypeVar("F", bound=Callable[..., object])

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "parquet")
#: The exit status of a command that is done, but for pages that could not be read.
DONE_WITH_REJECTS = 3
#: Letters of a cell that a table shows; the other formats give all.
CELL = 100
#: Columns of short values that a narrow terminal does not break.
WHOLE = ("date", "type", "status")
#: Columns of a terminal below which a table that does not fit breaks its values within words; and more than any has.
NARROW, UNBOUND = 100, 1000


def format_option(command: F) -> F:
    """Add `--format`: a table on a terminal, JSON lines in a pipe."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default=lambda: "table" if sys.stdout.isatty() else "jsonl",
        show_default="table on a terminal, jsonl in a pipe",
        help="How to print.",
    )(command)


def site_rules_option(command: F) -> F:
    """Add `--site-rules`: a user's own rules for single sites."""
    return click.option(
        "--site-rules",
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        help="Rules of your own for single sites: a folder of .toml files, see docs/site_rules.md.",
    )(command)


def vocab_option(command: F) -> F:
    """Add `--vocab`: a user's own vocabularies, taken into account before any of the package's is loaded."""

    def taken(_: click.Context, __: click.Parameter, folder: str | None) -> None:
        from tellings.vocab.tables import use

        if folder is not None:
            use(folder)

    return click.option(
        "--vocab",
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        callback=taken,
        expose_value=False,
        is_eager=True,
        help="Actors, offices, places, types and rules of your own: a folder of .tsv files, see docs/vocab.md.",
    )(command)


def console() -> Console:
    """Standard output through rich: plain where it is no terminal or NO_COLOR is set, and then as wide as needed."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else 160
    return Console(width=width, highlight=False, soft_wrap=False)


def show(found: Iterable[object], kind: type, form: str, columns: Sequence[str] = ()) -> int:
    """Print entries of one kind, and give how many there were. `columns` are those that a table shows."""
    names = [field.name for field in fields(kind)]
    counted = _Counted(found)
    if form == "table":
        _table(counted, columns or names)
    elif form in ("csv", "tsv"):
        _delimited(counted, names, "," if form == "csv" else "\t")
    elif form == "parquet":
        _parquet(counted, kind)
    else:
        _json(counted, form)
    return counted.count


class _Counted:
    """Counts what passes."""

    def __init__(self, found: Iterable[object]) -> None:
        self._found = found
        self.count = 0

    def __iter__(self) -> Iterator[object]:
        for one in self._found:
            self.count += 1
            yield one


def _json(found: Iterable[object], form: str) -> None:
    import msgspec

    lines = (msgspec.json.encode(one).decode() for one in found)
    if form == "jsonl":
        for line in lines:
            click.echo(line)
        return
    first = next(iterator := iter(lines), None)
    click.echo("[" + (first or ""), nl=False)
    for line in iterator:
        click.echo(",\n" + line, nl=False)
    click.echo("]")


def _delimited(found: Iterable[object], names: Sequence[str], delimiter: str) -> None:
    import csv

    from tellings.exports.delimited import cell

    writer = csv.writer(sys.stdout, delimiter=delimiter, lineterminator="\n")
    writer.writerow(names)
    for one in found:
        writer.writerow([cell(getattr(one, name)) for name in names])


def _parquet(found: Iterable[object], kind: type) -> None:
    """Parquet is bytes with their index at the end: made in a file, then passed on."""
    import tempfile

    from tellings.exports.parquet import write_entries

    if sys.stdout.isatty():
        raise click.UsageError("Parquet is not for a terminal: send it to a file with > entries.parquet")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entries.parquet"
        write_entries(path, kind, found)
        sys.stdout.buffer.write(path.read_bytes())


def _table(found: Iterable[object], columns: Sequence[str]) -> None:
    from rich.table import Table

    from tellings.cli.stacked import stacked

    rows = [[shown(getattr(one, name)) for name in columns] for one in found]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        firm = name in WHOLE or name.endswith("_id")
        table.add_column(name.replace("_", " "), overflow="fold", justify="left", no_wrap=firm)
    for row in rows:
        table.add_row(*row)
    if rows:
        out = console()
        out.print(*(stacked(columns, rows, out.width) if _breaks(table, rows, out) else [table]), sep="\n")


def _breaks(table: Table, rows: Sequence[Sequence[str]], out: Console) -> bool:
    """Whether a narrow terminal would break a table's words, or its short values to make room for long ones."""
    needed = out.measure(table, options=out.options.update(max_width=UNBOUND))
    long = any(len(cell) > out.width // 2 for row in rows for cell in row)
    return out.width < NARROW and (needed.minimum > out.width or (long and needed.maximum > out.width))


def section(title: str, found: Iterable[object], kind: type, columns: Sequence[str]) -> None:
    """Print a heading and a table under it, nothing where there are no entries."""
    if held := list(found):
        console().print(f"\n[bold]{title}[/bold]")
        show(held, kind, "table", columns)


def shown(value: object, most: int = CELL) -> str:
    """A value as a table shows it: lists by their names, long texts cut to `most` letters."""
    from rich.markup import escape

    if isinstance(value, tuple):
        return escape(", ".join(_name(one) for one in value)[:most])
    if isinstance(value, float):
        return f"{value:.2f}"
    text = "" if value is None else " ".join(str(value).split())
    return escape(text if len(text) <= most else text[: most - 1] + "…")


def _name(value: object) -> str:
    """What a list's member is called."""
    for name in ("name", "text", "value", "family_id", "relation"):
        if found := getattr(value, name, None):
            return str(found)
    return str(value)


def pairs(rows: Iterable[tuple[str, object]], title: str | None = None, most: int = CELL) -> None:
    """Print names and values in two columns; of a longer value the first `most` letters."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False, title=title, title_justify="left", title_style="bold")
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(name, shown(value, most))
    console().print(table)


def tell_rejects(rejects: Sequence[Reject]) -> int:
    """Say on standard error which pages were not read, why, and what to do; give the exit status for them."""
    for reject in rejects:
        click.echo(f"not read: {reject.name}: {reject.reason}\n  {reject.remedy}", err=True)
    return DONE_WITH_REJECTS if rejects else 0


def show_summary(summary: BuildSummary, form: str) -> None:
    """Print what a build did and what the record holds after it."""
    if form != "table":
        show([summary], type(summary), form)
        return
    reasons = Counter(reject.reason for reject in summary.rejects)
    pairs(
        (
            ("pages read now", summary.read),
            ("known before", summary.known),
            ("not read", len(summary.rejects)),
            *((f"  {reason}", count) for reason, count in sorted(reasons.items())),
            *((name, getattr(summary, name)) for name in HELD),
            ("seconds", summary.seconds),
        )
    )


#: What the record holds after a build.
HELD = ("articles", "families", "stories", "quotes", "events")
