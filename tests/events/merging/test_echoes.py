"""Words that make no event by themselves, given to the event that another telling tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.events.merging.test_merge import merged

from tellings.model.reading import Reading

Read = Callable[..., Reading]


def _told_by(kind: str, *readings: Reading) -> set[str]:
    """The words of the second telling that stand as evidence of an act of the first."""
    events, evidence = merged(*readings)
    found = {e.event_id for e in events if e.type == kind}
    return {e.text for e in evidence if e.event_id in found and e.role == "act" and e.article_id == "a2"}


@pytest.mark.parametrize(
    ("kind", "one", "other", "word"),
    [
        (
            "RETREAT",
            "Kenya released the captured Chadian pilot at the border on Friday.",
            "Kenya handed the captured Chadian pilot over at the border on Friday night, two days after his plane fell.",
            "handed",
        ),
        (
            "COERCE",
            "Kenya closed its border with Uganda at Busia on Wednesday.",
            "The border with Uganda was made impassable at Busia on Wednesday by order of Kenya.",
            "made",
        ),
        (
            "ASSAULT",
            "Uganda denied that its navy had fired at a second trawler of Kenya on Monday.",
            "That a second trawler of Kenya was shot at by its navy on Monday was denied by Uganda.",
            "shot",
        ),
        (
            "ACCUSE",
            "Interior Minister Amara Dlin accused the Tembo Front of having planned and paid for the riots in Uganda.",
            "The minister of the Interior, Amara Dlin, signalled to the Tembo Front in Uganda for organising the vandalism.",
            "signalled",
        ),
    ],
    ids=["handed over", "nobody acts", "denied of the other", "both sides in the nearest sentences"],
)
def test_facts_that_agree_make_up_for_other_words(read: Read, kind: str, one: str, other: str, word: str) -> None:
    assert any(word in text for text in _told_by(kind, read(one, "a1"), read(other, "a2")))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "THREATEN",
            "The president of Kenya, Amara Dlin, threatened Uganda with war.",
            "The president of Kenya, Amara Dlin, declared three days of mourning.",
        ),
        (
            "AGREE",
            "The president of Kenya, Amara Dlin, announced on Thursday that she would free the captured pilot.",
            "The president of Kenya, Amara Dlin, told reporters on Thursday that weakness was no policy at all.",
        ),
        (
            "REJECT",
            "The Kenyan company Tembo denied on Thursday that it had bribed officials in Uganda.",
            "The Ugandan minister resigned on Thursday after courts in Uganda had opened a case about officials.",
        ),
    ],
    ids=["the same speaker", "the same day's speech", "someone else"],
)
def test_who_is_named_again_does_not_tell_of_the_act(read: Read, kind: str, one: str, other: str) -> None:
    assert not _told_by(kind, read(one, "a1"), read(other, "a2"))


@pytest.mark.parametrize(
    ("kind", "one", "other", "word"),
    [
        (
            "SUPPORT",
            "The Kenyan president, Amara Dlin, praised the two rowers for their courage.",
            "Kenya's Amara Dlin gushed over the pair's bravery.",
            "gushed",
        ),
        (
            "ACCUSE",
            "Uganda's defence ministry accused Kenya of violating the rules of the lake treaty.",
            "The ministry of defence in Kampala spoke of a breach of the lake treaty's rules.",
            "spoke",
        ),
    ],
    ids=["no word in common", "only said to speak"],
)
def test_sentences_on_one_doer_that_mean_the_same(read: Read, kind: str, one: str, other: str, word: str) -> None:
    assert _told_by(kind, read(one, "a1"), read(other, "a2")) == {word}


def test_what_a_reporter_is_told_by_is_no_act(read: Read) -> None:
    reading = read("Eight people were killed in Bol, according to doctors.")
    assert "according" not in {h.act.of(reading.article.text) for h in reading.hints}


def test_one_word_tells_of_what_each_of_its_doers_did_by_the_other_telling(read: Read) -> None:
    one = read(
        "Kenya imposed sanctions on officials in Chad on Monday over the treatment of fishermen. "
        "Uganda and Rwanda announced sanctions on officials in Chad on Monday over the fishermen.",
        "a1",
    )
    other = read(
        "Chad built a wall after the penalties that Kenya, Uganda and Rwanda decided on Monday against officials "
        "in Chad over the treatment of fishermen.",
        "a2",
    )
    events, evidence = merged(one, other)
    told = {e.event_id for e in evidence if e.article_id == "a2" and e.role == "act" and e.text == "decided"}
    assert len(told & {e.event_id for e in events if e.type == "SANCTION"}) == 2
