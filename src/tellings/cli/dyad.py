"""tellings dyad: two countries over time."""

from __future__ import annotations

import click

from tellings.cli import filtering, output


@click.command("dyad")
@click.argument("record")
@click.argument("one", metavar="AAA")
@click.argument("other", metavar="BBB")
@click.option(
    "--by", type=click.Choice(("day", "week", "month", "year")), default="month", show_default=True, help="The period."
)
@filtering.filters
@output.format_option
def command(record: str, one: str, other: str, by: str, form: str, **asked: object) -> None:
    """Count what two countries, as RUS CHN, did towards each other: a line for each period and direction.

    Only events that the text says happened are counted, each once, however many pages retell it; beside
    that stand the number of independent texts that tell them, and the mean score weighted by it.

    \b
    Example:
      tellings dyad record.sqlite BRA ARG --by year
    """
    from tellings.record import answers, entries, open_store

    with open_store(record) as store:
        found = answers.dyad(store, one.upper(), other.upper(), by, filtering.made(**asked))  # type: ignore[arg-type]
        shown = output.show(found, entries.Dyad, form)
    if not shown and form == "table":
        click.echo(f"no dated event that happened joins {one} and {other}", err=True)
