"""tellings search: articles by their words."""

from __future__ import annotations

import click

from tellings.cli import output


@click.command("search")
@click.argument("record")
@click.argument("words", nargs=-1, required=True)
@click.option("-n", "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@output.format_option
def command(record: str, words: tuple[str, ...], limit: int, form: str) -> None:
    """Find the articles of RECORD that hold all the WORDS, the best first.

    \b
    Example:
      tellings search record.sqlite border trade
    """
    from tellings.record import entries, open_store, queries

    with open_store(record) as store:
        found = queries.search(store, " ".join(words), limit)
        shown = output.show(found, entries.Hit, form, ("published", "title", "snippet", "page"))
    if not shown and form == "table":
        click.echo("no article holds all these words", err=True)
