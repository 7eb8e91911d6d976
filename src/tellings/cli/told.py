"""Stories and families by their ids, or by a page or article in them."""

from __future__ import annotations

from tellings.errors import TellingsError
from tellings.record import answers
from tellings.record.entries import Article, Story, TellingEntry
from tellings.record.filters import Filter
from tellings.record.judgements import MEMBER, current
from tellings.record.store import Store

#: A family is named after an article of it, as a story is: who gave it its name once may have company by now.
_HOLDING = "SELECT story_id, family_id FROM articles WHERE article_id = ? OR page = ?"


def _holding(store: Store, wanted: str) -> tuple[object, ...] | None:
    """The story and the family of the article that is meant, be it by a family's id of now or of once, or its page."""
    member = wanted[1:] if wanted.startswith("f") and len(wanted) > MEMBER else wanted
    return next(store.rows(_HOLDING, (member, wanted)), None)


def the_story(store: Store, wanted: str) -> Story:
    """The story of that id, now or once, or the one that holds that article, family or page."""
    holding = _holding(store, wanted)
    ids = (*current(store, wanted), *((str(holding[0]),) if holding else ()))
    found = next(answers.stories(store, Filter(ids=ids)), None)
    if found is None:
        raise TellingsError(f"no story has the id {wanted}", "list all with: tellings show RECORD stories")
    return found


def the_family(store: Store, wanted: str) -> tuple[list[Article], list[TellingEntry]]:
    """The articles of the family of that id, now or once, or of that article or page, and the tellings among them."""
    held = _holding(store, wanted)
    if held is None or held[1] is None:
        raise TellingsError(f"no family has the id {wanted}", "a story lists its families: tellings story RECORD ID")
    story = the_story(store, str(held[0]))
    members = [
        article for article in answers.articles(store, Filter(story=story.story_id)) if article.family_id == held[1]
    ]
    pages = {article.page for article in members}
    members.sort(key=lambda article: (article.published or "~", article.article_id))
    return members, [told for told in story.tellings if {told.page, told.other_page} <= pages]
