"""What an article is about."""

from __future__ import annotations

from collections.abc import Callable

from tests.events.merging.test_merge import merged

from tellings.events.circumstances.themes import theme
from tellings.model.reading import Reading

Read = Callable[..., Reading]
FLOOD = "The earthquake struck at night. Rescuers dug in the rubble. After the quake a flood came. "


def test_the_context_of_most_words_is_the_theme(read: Read) -> None:
    assert theme(read(FLOOD)) == ("disasters",)


def test_an_article_of_few_such_words_has_none(read: Read) -> None:
    assert theme(read("The president walked along the shore and looked at a flood.")) == ()


def test_an_event_whose_own_words_tell_no_context_takes_its_articles_theme(read: Read) -> None:
    events, _ = merged(read(FLOOD + "Kenya thanked Uganda."))
    assert next(e.contexts for e in events if e.type == "SUPPORT") == ("disasters",)


def test_an_event_keeps_the_contexts_of_its_own_words(read: Read) -> None:
    events, _ = merged(read(FLOOD + "Kenya imposed tariffs on steel from Uganda."))
    assert next(e.contexts for e in events if e.type == "SANCTION") == ("economic",)
