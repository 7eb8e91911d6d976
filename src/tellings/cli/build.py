"""tellings build: pages into a record."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from tellings.cli import output
from tellings.cli.progress import progress
from tellings.cli.reading import fields_options
from tellings.errors import TellingsError

if TYPE_CHECKING:
    from tellings.clean.site_rules import SiteRules
    from tellings.engine.build import BuildSummary, Report
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
@click.option(
    "--address",
    metavar="RAY",
    help="With --engine daft: a Ray cluster's address; else RAY_ADDRESS, else the cores of this machine.",
)
@fields_options
@output.site_rules_option
@output.format_option
def command(
    paths: tuple[str, ...],
    record: str,
    jobs: int,
    engine: str,
    address: str | None,
    fields: Fields,
    site_rules: str | None,
    form: str,
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
    from tellings.clean.site_rules import rules_with

    sites = rules_with(site_rules)
    with progress("reading") as report:
        if engine == "daft":
            summary = _on_daft(paths, record, address, sites, fields, report)
        else:
            summary = _here(paths, record, jobs, sites, fields, report)
    status = output.tell_rejects(summary.rejects)
    output.show_summary(summary, form)
    return status


def _here(
    paths: tuple[str, ...], record: str, jobs: int, sites: SiteRules | None, fields: Fields, report: Report | None
) -> BuildSummary:
    from tellings.engine import Processes, build
    from tellings.record import open_store

    with open_store(record, create=True) as store:
        return build(paths, store, engine=Processes(jobs), progress=report, sites=sites, fields=fields)


def _on_daft(
    paths: tuple[str, ...],
    record: str,
    address: str | None,
    sites: SiteRules | None,
    fields: Fields,
    report: Report | None,
) -> BuildSummary:
    if not find_spec("daft"):
        raise TellingsError("the engine daft is not installed", "pip install 'tellings[cluster]'")
    from tellings.engine.cluster.build import Given, build

    return build(Given(paths, address or os.environ.get("RAY_ADDRESS"), sites, fields), record, report)
