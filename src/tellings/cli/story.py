"""tellings story: one occurrence and all its tellings."""

from __future__ import annotations

import click

from tellings.cli import output
from tellings.cli.show import COLUMNS


@click.command("story")
@click.argument("record")
@click.argument("story_id", metavar="ID")
@output.format_option
def command(record: str, story_id: str, form: str) -> None:
    """Show a story of RECORD: its articles, how they are related, its events, and where they disagree.

    In a format other than table, only the story is given, whole.

    \b
    Example:
      tellings story record.sqlite STORY_ID
    """
    from tellings.cli.told import the_story
    from tellings.record import answers, entries, open_store
    from tellings.record.filters import Filter

    with open_store(record) as store:
        story = the_story(store, story_id)
        if form != "table":
            output.show([story], entries.Story, form)
            return
        output.pairs(
            (name, getattr(story, name)) for name in ("title", "date", "n_tellings", "n_independent", "detail")
        )
        asked = Filter(story=story.story_id)
        output.show(
            story.tellings, entries.TellingEntry, form, ("relation", "page", "other_page", "direction", "detail")
        )
        output.show(answers.articles(store, asked), entries.Article, form, COLUMNS["articles"])
        output.show(answers.events(store, asked), entries.Event, form, COLUMNS["events"])
        output.show(answers.disagreements(store, asked), entries.Disagreement, form, ("field", "values", "detail"))
