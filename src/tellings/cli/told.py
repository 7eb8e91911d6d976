"""Stories and families by their ids, or by a page or article in them."""

from __future__ import annotations

from tellings.errors import TellingsError
from tellings.record import answers
from tellings.record.entries import Article, Story, TellingEntry
from tellings.record.filters import Filter
from tellings.record.judgements import current
from tellings.record.store import Store

_HOLDING = "SELECT story_id, family_id FROM articles WHERE article_id = ? OR family_id = ? OR page = ?"


def the_story(store: Store, wanted: str) -> Story:
    """The story of that id, or the one that holds that article, family or page."""
    holding = [str(row[0]) for row in store.rows(_HOLDING, (wanted, wanted, wanted))]
    found = next(answers.stories(store, Filter(ids=(*current(store, wanted), *holding[:1]))), None)
    if found is None:
        raise TellingsError(f"no story has the id {wanted}", "list all with: tellings show RECORD stories")
    return found


def the_family(store: Store, wanted: str) -> tuple[list[Article], list[TellingEntry]]:
    """The articles of the family of that id, or of that article's or page's, and the tellings among them."""
    held = next(store.rows(_HOLDING, (wanted, wanted, wanted)), None)
    if held is None or held[1] is None:
        raise TellingsError(f"no family has the id {wanted}", "a story lists its families: tellings story RECORD ID")
    story = the_story(store, str(held[0]))
    members = [
        article for article in answers.articles(store, Filter(story=story.story_id)) if article.family_id == held[1]
    ]
    pages = {article.page for article in members}
    members.sort(key=lambda article: (article.published or "~", article.article_id))
    return members, [told for told in story.tellings if {told.page, told.other_page} <= pages]
