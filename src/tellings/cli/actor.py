"""tellings actor: who someone is, what they did and said."""

from __future__ import annotations

import click

from tellings.cli import output
from tellings.cli.show import COLUMNS


@click.command("actor")
@click.argument("record")
@click.argument("name")
@output.format_option
def command(record: str, name: str, form: str) -> None:
    """Show the actors of RECORD of that NAME (an id, a name or part of it, a country), with their events and quotes.

    In a format other than table, only the actors are given: see `show events --actor NAME` for the rest.

    \b
    Example:
      tellings actor record.sqlite Brazil
    """
    from tellings.errors import TellingsError
    from tellings.record import answers, entries, open_store
    from tellings.record.filters import Filter

    with open_store(record) as store:
        if not output.show(answers.actors(store, Filter(actor=name)), entries.Actor, form, COLUMNS["actors"]):
            raise TellingsError(f"no actor is called {name!r}", f"list all with: tellings show {record} actors")
        if form == "table":
            click.echo()
            output.show(answers.events(store, Filter(actor=name)), entries.Event, form, COLUMNS["events"])
            click.echo()
            output.show(answers.quotes(store, Filter(speaker=name)), entries.Quote, form, COLUMNS["quotes"])
