"""tellings build: pages into a record."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from tellings.cli import output
from tellings.cli.progress import log_end, progress
from tellings.cli.reading import fields_options
from tellings.errors import TellingsError

if TYPE_CHECKING:
    from tellings.engine import BuildSummary, Report
    from tellings.pages.fields import Fields


class How(TypedDict):
    """Options that say how to build."""

    jobs: int
    address: str | None
    replace: bool
    fields: Fields
    site_rules: str | None


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
@click.option("--replace", is_flag=True, help="A page takes the place of what the record holds of its address.")
@click.option(
    "--log-format", "log", type=click.Choice(("text", "json")), default="text", show_default=True, help="Of the talk."
)
@fields_options
@output.site_rules_option
@output.vocab_option
@output.format_option
def command(paths: tuple[str, ...], record: str, engine: str, log: str, form: str, **how: Unpack[How]) -> int:
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
    with progress("reading", log) as report:
        summary = (_on_daft if engine == "daft" else _here)(paths, record, report, how)
    if log == "json":
        log_end(summary)
        status = output.DONE_WITH_REJECTS if summary.rejects else 0
    else:
        status = output.tell_rejects(summary.rejects)
    output.show_summary(summary, form)
    return status


def _here(paths: tuple[str, ...], record: str, report: Report | None, how: How) -> BuildSummary:
    from tellings.processes.starting import begin_loading

    begin_loading()  # before what follows is loaded here, which takes a second too
    from tellings.clean.site_rules import rules_with
    from tellings.engine import Processes, build
    from tellings.record import open_store

    with open_store(record, create=True) as store:
        return build(
            paths,
            store,
            engine=Processes(how["jobs"]),
            progress=report,
            sites=rules_with(how["site_rules"]),
            fields=how["fields"],
            replace=how["replace"],
        )


def _on_daft(paths: tuple[str, ...], record: str, report: Report | None, how: How) -> BuildSummary:
    if not find_spec("daft"):
        raise TellingsError("the engine daft is not installed", "pip install 'tellings[cluster]'")
    if how["replace"]:
        raise click.UsageError("--replace goes with --engine local: take the earlier versions out with tellings remove")
    from tellings.clean.site_rules import rules_with
    from tellings.engine.cluster.build import Given, build

    address = how["address"] or os.environ.get("RAY_ADDRESS")
    return build(Given(paths, address, rules_with(how["site_rules"]), how["fields"]), record, report)
