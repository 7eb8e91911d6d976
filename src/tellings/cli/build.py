"""tellings build: pages into a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tellings.cli import output
from tellings.cli.progress import progress
from tellings.cli.reading import fields_options

if TYPE_CHECKING:
    from tellings.pages.fields import Fields


@click.command("build")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "record",
    type=click.Path(path_type=str),
    required=True,
    metavar="RECORD",
    help="The record: a file for SQLite, a folder ('record/') for Parquet.",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=0, show_default="one a core", help="Processes that read pages."
)
@click.option(
    "--engine",
    type=click.Choice(("local", "daft")),
    default="local",
    show_default=True,
    help="What runs the stages: processes on this machine, or a cluster.",
)
@fields_options
@output.site_rules_option
@output.format_option
def command(
    paths: tuple[str, ...], record: str, jobs: int, engine: str, fields: Fields, site_rules: str | None, form: str
) -> int:
    """Read pages into RECORD: files, folders, globs, addresses, or - for standard input.

    Read are HTML, text and Markdown, WARC, JSON lines and arrays, CSV and TSV, feeds, lists of addresses, Word, RTF
    and PDF, and downloads from Nexis, Factiva and ProQuest in any of these (docs/formats.md).

    A page that the record holds already is passed over; a build that was stopped is finished by
    running it again. Pages that cannot be read are listed with the reason, and the exit status is 3.

    \b
    Examples:
      tellings build examples/pages -o record.sqlite
      tellings build articles.csv --text-field body --date-field day --whole -o record.sqlite
    """
    if engine == "daft":
        raise click.UsageError("the cluster engine is not in this version: leave --engine out, or use --engine local")
    from tellings.clean.site_rules import rules_with
    from tellings.engine import Processes, build
    from tellings.record import open_store

    sites = rules_with(site_rules)
    with open_store(record, create=True) as store, progress("reading") as report:
        summary = build(paths, store, engine=Processes(jobs), progress=report, sites=sites, fields=fields)
    status = output.tell_rejects(summary.rejects)
    output.show_summary(summary, form)
    return status
