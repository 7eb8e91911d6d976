"""tellings load: Parquet tables into a record."""

from __future__ import annotations

import click

from tellings.cli import output
from tellings.cli.progress import progress


@click.command("load")
@click.argument("tables")
@click.option(
    "-o",
    "--output",
    "record",
    required=True,
    metavar="RECORD",
    help="The record to load into, made where there is none.",
)
@output.format_option
def command(tables: str, record: str, form: str) -> None:
    """Load the pages, readings, judgements, rejects and runs of TABLES, a folder of Parquet tables, into RECORD.

    TABLES may be any record, so this also turns a SQLite record into Parquet tables.

    \b
    Example:
      tellings load record.sqlite -o tables/
    """
    from tellings.engine import derive
    from tellings.record import open_store
    from tellings.record.transfer import load

    with open_store(tables) as source, open_store(record, create=True) as store, progress("deriving") as report:
        loaded = load(source, store)
        summary = derive(store, progress=report)
    click.echo(f"{loaded} new page(s) loaded", err=True)
    output.show_summary(summary, form)
