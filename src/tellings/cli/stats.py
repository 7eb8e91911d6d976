"""tellings stats: what a record holds and how it came to be."""

from __future__ import annotations

import click

from tellings.cli import output

WHAT = ("counts", "runs", "outlets", "days", "rejects", "dropped")


@click.command("stats")
@click.argument("record")
@click.argument("what", type=click.Choice(WHAT), default="counts")
@output.format_option
def command(record: str, what: str, form: str) -> None:
    """Show how many rows each table of RECORD holds, its runs, or its articles by outlet or day.

    "runs" gives each run's versions, settings, counts, drops and refusals by reason and seconds a stage; "rejects" the
    pages that could not be read, "dropped" the parts of pages that are not the article, by reason.

    \b
    Examples:
      tellings stats record.sqlite
      tellings stats record.sqlite outlets
    """
    from tellings.record import open_store, stats

    kind, ask = stats.ASKED[what]
    with open_store(record) as store:
        output.show(ask(store), kind, form)
