"""Why an entry says what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from records import fill

from tellings.errors import TellingsError
from tellings.record import Store, answers, open_store
from tellings.record.explain import Passage, explain
from tellings.record.judgements import judge


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.sqlite", create=True) as opened:
        fill(opened)
        yield opened


def marks(passage: Passage) -> dict[str, str]:
    return {mark.role: passage.text[mark.start : mark.end] for mark in passage.marks}


def test_an_event_shows_every_telling_with_its_evidence_and_rule(store: Store) -> None:
    found = explain(store, next(answers.events(store)).event_id)
    assert [passage.page for passage in found.passages] == ["pages/003.txt", "pages/001.txt", "pages/002.txt"]
    for passage in found.passages:
        assert marks(passage) == {"actor": "Borduria", "act": "accused", "recipient": "Syldavia"}
        assert passage.note.startswith("accuse: “accused” with a subject")
    assert {fact.name for fact in found.facts} >= {"type", "score", "status", "date", "confidence"}
    assert [one.value for one in found.alternatives] == ["place: Klow / Szohôd"]


def test_a_quote_shows_its_speaker_and_the_other_tellings(store: Store) -> None:
    found = explain(store, next(answers.quotes(store)).quote_id)
    assert marks(found.passages[0]) == {"quote": "This is an outrage", "speaker": "Ana Kol"}
    assert [passage.note for passage in found.passages[1:]] == ["the same words in another telling"] * 2


def test_an_article_shows_its_clues_and_what_was_rejected(store: Store) -> None:
    found = explain(store, next(answers.articles(store)).article_id)
    facts = {fact.name: fact for fact in found.facts}
    assert facts["published"].detail == "stated, confidence 0.90"
    assert facts["days the clues leave"].value == "2031-03-02 to 2031-03-02"
    assert facts["left out"].value == "1 x furniture"
    assert found.passages[0].note == "weekday (about the published day, weight 1): a Sunday"
    assert [one.reason for one in found.alternatives] == ["two years after the event"]


def test_a_story_shows_how_its_tellings_are_related(store: Store) -> None:
    found = explain(store, next(answers.stories(store)).story_id)
    assert [fact.value for fact in found.facts if fact.name == "copy"] == [
        "pages/003.txt and pages/001.txt, descends from pages/003.txt",
        "pages/003.txt and pages/002.txt, descends from pages/003.txt",
    ]


def test_judgements_are_part_of_it(store: Store) -> None:
    event = next(answers.events(store)).event_id
    judge(store, event, "reject", author="Ida", note="a drill")
    assert [one.note for one in explain(store, event).judgements] == ["a drill"]


def test_an_actor_is_not_explained(store: Store) -> None:
    with pytest.raises(TellingsError, match="is an actor"):
        explain(store, "A-bor")


def test_a_disagreement_shows_the_words_that_give_each_value(store: Store) -> None:
    (one,) = answers.disagreements(store)
    found = explain(store, one.disagreement_id)
    assert (found.kind, found.summary) == ("disagreement", "each names another town")
    assert [fact.value for fact in found.facts if fact.name == "value"] == ["Klow", "Szohôd"]
    assert {passage.page: marks(passage) for passage in found.passages} == {
        told.page: {told.value: "Borduria"} for told in one.evidence
    }
