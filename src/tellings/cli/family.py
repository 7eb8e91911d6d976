"""tellings family: the articles that descend from one text."""

from __future__ import annotations

import click

from tellings.cli import output
from tellings.cli.show import COLUMNS


@click.command("family")
@click.argument("record")
@click.argument("family_id", metavar="ID")
@output.format_option
def command(record: str, family_id: str, form: str) -> None:
    """Show the articles of RECORD that descend from one text, the earliest first, and what joins them.

    \b
    Example:
      tellings family record.sqlite FAMILY_ID
    """
    from tellings.cli.told import the_family
    from tellings.record import entries, open_store

    with open_store(record) as store:
        articles, tellings = the_family(store, family_id)
        output.show(articles, entries.Article, form, COLUMNS["articles"])
        if form == "table":
            output.show(tellings, entries.TellingEntry, form, ("relation", "page", "other_page", "direction", "detail"))
