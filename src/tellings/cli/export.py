"""tellings export: a record in the formats that users already read."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("export")
@click.argument("record")
@click.option(
    "-f",
    "--format",
    "form",
    default="jsonl",
    show_default=True,
    help="The format; an unknown one lists all that exist.",
)
@click.option(
    "-t",
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="The folder to write into.",
)
def command(record: str, form: str, to: Path) -> None:
    """Write RECORD in another format into a folder, one file a table, and list the files.

    \b
    Example:
      tellings export record.sqlite --format jsonl --to export
    """
    from tellings.exports import FORMATS, export
    from tellings.record import open_store

    if form not in FORMATS:
        raise click.UsageError(f"there is no export format {form!r}: choose one of {', '.join(FORMATS)}")

    with open_store(record) as store:
        for path in export(store, form, to):
            click.echo(path)
