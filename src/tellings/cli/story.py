"""tellings story: one occurrence and all its tellings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tellings.cli import output

if TYPE_CHECKING:
    from tellings.record.entries import Story

#: Changed passages that are shown of each telling; `tellings family` shows all.
PASSAGES = 3
DISAGREEMENTS = ("field", "values", "detail", "disagreement_id")
EVENTS = ("date", "type", "status", "summary", "event_id")


@click.command("story")
@click.argument("record")
@click.argument("story_id", metavar="ID")
@output.format_option
def command(record: str, story_id: str, form: str) -> None:
    """Show a story of RECORD: who told it, made from what, its events, and where its tellings disagree.

    The tellings stand as trees, one for each independent source: under each what it cut and added. In a format other
    than table, only the story is given, whole.

    \b
    Example:
      tellings story record.sqlite STORY_ID
    """
    from tellings.cli.told import the_story
    from tellings.cli.tree import show_families
    from tellings.record import answers, entries, open_store
    from tellings.record.filters import Filter

    with open_store(record) as store:
        story = the_story(store, story_id)
        if form != "table":
            output.show([story], entries.Story, form)
            return
        output.pairs(_facts(story))
        asked = Filter(story=story.story_id)
        show_families(store, list(answers.articles(store, asked)), story.tellings, PASSAGES)
        output.show(answers.events(store, asked), entries.Event, form, EVENTS)
        output.show(answers.disagreements(store, asked), entries.Disagreement, form, DISAGREEMENTS)


def _facts(story: Story) -> Iterator[tuple[str, object]]:
    yield "story", story.story_id
    yield "title", story.title
    yield "date", story.date
    yield "tellings", story.n_tellings
    yield "independent sources", story.n_independent
