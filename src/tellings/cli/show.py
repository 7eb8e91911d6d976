"""tellings show: the record's entries, one line each."""

from __future__ import annotations

import click

from tellings.cli import filtering, output

COLUMNS = {
    "articles": ("published", "title", "outlet", "agency", "page", "article_id"),
    "stories": ("date", "title", "n_tellings", "n_independent", "story_id"),
    "quotes": ("said_on", "speaker_name", "kind", "text", "quote_id"),
    "events": ("date", "type", "status", "reported_by", "summary", "place", "n_tellings", "event_id"),
    "actors": ("name", "kind", "country", "sector", "office", "n_mentions", "n_quotes", "n_events", "actor_id"),
    "disagreements": ("field", "values", "detail", "pages", "disagreement_id"),
}


@click.command("show")
@click.argument("record")
@click.argument("what", type=click.Choice(tuple(COLUMNS)), default="events")
@filtering.filters
@click.option("-n", "--limit", type=click.IntRange(min=1), help="At most so many.")
@output.format_option
def command(record: str, what: str, limit: int | None, form: str, **asked: object) -> None:
    """Show the events of RECORD, or its articles, stories, quotes, actors or disagreements.

    \b
    Examples:
      tellings show record.sqlite
      tellings show record.sqlite quotes --speaker Melk --since 2031-01 --format csv
    """
    from itertools import islice

    from tellings.record import answers, entries, open_store

    kinds = {
        "articles": entries.Article,
        "stories": entries.Story,
        "quotes": entries.Quote,
        "events": entries.Event,
        "actors": entries.Actor,
        "disagreements": entries.Disagreement,
    }
    with open_store(record) as store:
        found = getattr(answers, what)(store, filtering.made(**asked))
        shown = output.show(islice(found, limit), kinds[what], form, COLUMNS[what])
    if not shown and form == "table":
        click.echo(f"no {what} fit", err=True)
