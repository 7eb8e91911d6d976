"""Events of tellings whose sentences say one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.events.merging.test_merge import merged

from tellings.model.reading import Reading
from tellings.model.rows import EventRow

Read = Callable[..., Reading]


def _of(kind: str, *readings: Reading) -> list[EventRow]:
    return [e for e in merged(*readings)[0] if e.type == kind]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "COERCE",
            "Kenyan police arrested 17 people on Monday at a protest outside the port of Mombasa.",
            "Seventeen people were detained by police on Monday during a demonstration outside Mombasa's port.",
        ),
        (
            "SUPPORT",
            "Uganda welcomed the accord on the lake fisheries and urged both sides to carry it out.",
            "The accord on the lake fisheries found a warm echo in Uganda, which wanted it carried out by both sides.",
        ),
        (
            "COERCE",
            "Kenya arrested the crew of the trawler Sea Rose on Tuesday.",
            "The crew of the trawler Sea Rose was taken into custody on Tuesday.",
        ),
        (
            "SANCTION",
            "Kenya imposed sanctions on Velmaria on Monday over the seized dhow.",
            "Over the seized dhow Kenya imposed sanctions on Velmarian banks on Monday.",
        ),
        (
            "REJECT",
            "Velmaria ruled out a pact with China on naval bases on Monday.",
            "Prime Minister Sefa Talu on Monday ruled out a pact with China on naval bases.",
        ),
        (
            "REQUEST",
            "Kenya's trade minister, Amara Dlin, expressed regret and offered to meet again in August.",
            "The Kenyan trade minister, Amara Dlin, expressed regret and proposed a new meeting in August.",
        ),
        (
            "PROTEST",
            "Twelve thousand miners walked out at the Lumbwe copper mine on Wednesday.",
            "On Wednesday thousands of Zambian miners stopped work at Lumbwe.",
        ),
    ],
    ids=[
        *("the police of whom", "words of no lexicon", "nobody named who did it", "a land that no list knows"),
        *("a person of no country and a state", "offered or proposed", "a crowd by two names"),
    ],
)
def test_one_act_in_other_words_is_one_event(read: Read, kind: str, one: str, other: str) -> None:
    (event,) = _of(kind, read(one, "a1"), read(other, "a2"))
    assert event.n_tellings == 2


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "SANCTION",
            "Kenya expelled two Ugandan diplomats on Monday over the lake dispute.",
            "Chad expelled two Ugandan diplomats on Monday over the lake dispute.",
        ),
        (
            "COERCE",
            "Kenya arrested two Ugandan fishermen on the lake in March 2030.",
            "Kenya arrested two Ugandan fishermen on the lake in October 2030.",
        ),
        (
            "CONSULT",
            "Kenyan President Amara Dlin met Ugandan President Odo Kest in Kampala.",
            "Kenyan President Amara Dlin spoke by telephone with Ugandan President Odo Kest.",
        ),
        (
            "ASSAULT",
            "Chadian forces shelled the town of Bol on Monday and hit the market.",
            "Chadian forces shelled the town of Bol again on Tuesday and hit the market.",
        ),
        (
            "CONSULT",
            "Kenyan President Amara Dlin met Ugandan President Odo Kest in Kampala on Monday for talks on the lake.",
            "Kenyan President Amara Dlin met Chadian President Ali Bo in Ndjamena on Tuesday for talks on the lake.",
        ),
        (
            "ASSAULT",
            "Chadian forces attacked a police station in Moundou on Monday, killing two guards.",
            "Chadian forces attacked a police station in Abeche on Monday, killing two guards.",
        ),
        (
            "CONSULT",
            "Kenyan President Amara Dlin met Prime Minister Sefa Talu on Monday for talks on fishing.",
            "Kenyan President Amara Dlin arrived in Uganda on Tuesday for talks on fishing.",
        ),
    ],
    ids=["other actors", "other days", "other means", "once more", "another host", "another town", "an unlisted host"],
)
def test_acts_that_something_keeps_apart_stay_two(read: Read, kind: str, one: str, other: str) -> None:
    found = _of(kind, read(one, "a1"), read(other, "a2"))
    assert [e.n_tellings for e in found] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A Kenyan adviser, Amara Dlin, said that her country would not sign any document with Uganda.",
            "The adviser Amara Dlin announced that Kenya would put its name to no document together with Uganda.",
        ),
        (
            "Kenya accused Uganda on Monday of giving shelter to the Tembo Front.",
            "On Monday Kenya charged Uganda with giving refuge to the Tembo Front.",
        ),
        (
            "Minister Odo Kest denied that fishermen had been targeted.",
            "Odo Kest swore that nobody aimed at fishermen.",
        ),
    ],
    ids=["no name put", "charged with", "swore"],
)
def test_one_statement_under_two_types_is_one_event(read: Read, one: str, other: str) -> None:
    assert 2 in {e.n_tellings for e in merged(read(one, "a1"), read(other, "a2"))[0]}


def test_who_acts_twice_in_short_sentences_does_two_things(read: Read) -> None:
    found = merged(
        read("Kenya threatened to answer the strike.", "a1"), read("Kenya called off the meeting with Uganda.", "a2")
    )
    assert {e.n_tellings for e in found[0]} == {1}


def test_sentences_about_something_else_tell_of_no_other_event(read: Read) -> None:
    found = merged(read("Kenya arrested two smugglers.", "a1"), read("The mayor opened a bridge in Kisumu.", "a2"))[0]
    assert {e.n_tellings for e in found} == {1}


def test_a_hint_names_the_sides_that_its_sentence_names(read: Read) -> None:
    one = read("Uganda welcomed the accord on the lake fisheries and urged both sides to carry it out.", "a1")
    other = read(
        "The accord on the lake fisheries found an echo in Uganda, which wanted both sides to carry it out.", "a2"
    )
    events, evidence = merged(one, other)
    (welcome,) = (e for e in events if e.type == "SUPPORT")
    told = {e.role: e.text for e in evidence if e.event_id == welcome.event_id and e.article_id == "a2"}
    assert told == {"act": "found", "actor": "Uganda"}
    assert "in words alike" in welcome.detail


def test_copies_of_a_sentence_tell_one_event_whomever_each_takes_for_its_doer(read: Read) -> None:
    copied = "The eleven lorries of the relief convoy were seized on 3 May 2031 on the road to the besieged town."
    one = read(f"Police in Uganda closed the road. {copied}", "a1")
    other = read(f"Soldiers of Kenya patrolled in the hills. {copied}", "a2")
    assert [e.n_tellings for e in _of("COERCE", one, other) if e.mode == ("seize",)] == [2]


def test_what_one_telling_gives_as_two_acts_are_two(read: Read) -> None:
    one = read(
        "Kenya's envoy, Amara Dlin, had been summoned to the ministry on Tuesday. "
        "Amara Dlin rejected a protest note that was handed to her there on Tuesday.",
        "a1",
    )
    other = read("Summoned on Tuesday, Kenya's envoy, Amara Dlin, rejected a protest note at the ministry.", "a2")
    assert {e.type for e in merged(one, other)[0]} >= {"ACCUSE", "REJECT"}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            "COERCE",
            "Kenya closed its borders on Wednesday.",
            "Kenya imposed a curfew for the second night on Wednesday.",
        ),
        (
            "AGREE",
            "Kenya will lower its duties on tea from Uganda in 2031.",
            "Uganda will let the airline of Kenya land in Entebbe.",
        ),
    ],
    ids=["measures of two kinds", "promises of two things"],
)
def test_acts_of_one_wide_type_that_have_no_word_in_common_are_two(read: Read, kind: str, one: str, other: str) -> None:
    assert len(_of(kind, read(one, "a1"), read(other, "a2"))) == 2
