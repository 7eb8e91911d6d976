"""What people decide is laid over what machines found, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from records import fill, page, reading, story_rows

from tellings.errors import TellingsError
from tellings.record import Store, answers, open_store
from tellings.record.filters import Filter
from tellings.record.judgements import current, judge, judgements, kind_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.sqlite", create=True) as opened:
        fill(opened)
        yield opened


def test_the_last_judgement_on_a_field_stands(store: Store) -> None:
    event = next(answers.events(store)).event_id
    judge(store, event, "change", field="status", value="planned", author="Ida")
    judge(store, event, "change", field="status", value="denied", author="Ola")
    assert next(answers.events(store)).status == "denied"
    judge(store, event, "accept", field="status", author="Ida")
    assert next(answers.events(store)).status == "happened"
    assert len(list(judgements(store, event))) == 3


def test_a_judgement_on_any_telling_s_coding_is_one_on_the_event(store: Store) -> None:
    event = next(answers.events(store))
    codings = {evidence.coding_id for evidence in event.evidence}
    assert len(codings) == 3
    judge(store, max(codings), "reject", author="Ida")
    assert not list(answers.events(store))


def test_a_judgement_follows_its_event_when_a_lesser_coding_joins(store: Store) -> None:
    """Found among pages by their ids: one whose coding and article become the least."""
    event, story = next(answers.events(store)), next(answers.stories(store))
    judge(store, event.event_id, "reject", author="Ida")
    judge(store, story.story_id, "change", field="title", value="The quarrel", author="Ida")
    joins = next(
        number
        for number in range(4, 2000)
        if reading(page(number)).codings[0].coding_id < event.event_id
        and "s" + reading(page(number)).article.article_id < story.story_id
    )
    store.add(page(joins), reading(page(joins)))
    store.replace_stories([story_rows(list(store.readings()))])
    assert not list(answers.events(store))
    assert next(answers.stories(store)).title == "The quarrel"
    assert next(answers.stories(store)).story_id != story.story_id


def test_an_article_s_id_is_not_its_story_s(store: Store) -> None:
    article = min(found.article_id for found in answers.articles(store))
    assert current(store, article) == (article,)
    assert kind_of(store, article).__name__ == "Article"


def test_a_changed_type_counts_in_filters(store: Store) -> None:
    event = next(answers.events(store)).event_id
    judge(store, event, "change", field="type", value="AID", author="Ida")
    assert [found.event_id for found in answers.events(store, Filter(type="AID"))] == [event]
    assert not list(answers.events(store, Filter(type="ACCUSE")))


def test_a_rejected_event_counts_in_no_dyad(store: Store) -> None:
    judge(store, next(answers.events(store)).event_id, "reject", author="Ida")
    assert not answers.dyad(store, "BOR", "SYL")


@pytest.mark.parametrize(("field", "value"), [("quad", "high"), ("colour", "red"), ("actors", [{"who": 1}])])
def test_a_change_that_does_not_fit_is_refused(store: Store, field: str, value: object) -> None:
    event = next(answers.events(store)).event_id
    with pytest.raises(TellingsError):
        judge(store, event, "change", field=field, value=value, author="Ida")
    assert not list(judgements(store))


def test_nothing_has_that_id(store: Store) -> None:
    with pytest.raises(TellingsError, match="nothing in the record"):
        judge(store, "e0", "reject", author="Ida")
