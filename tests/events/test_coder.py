"""Sentences to codings. The sentences are invented; countries stand for any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.reading import Reading

Lines = Callable[[str], list[str]]
Read = Callable[..., Reading]

CASES = [
    # who does what to whom
    ("Brazil criticised Argentina.", ["ACCUSE BRA>ARG"]),
    ("Argentina was criticised by Brazil.", ["ACCUSE BRA>ARG"]),
    ("Norway and Sweden signed an agreement.", ["SUPPORT NOR+SWE"]),
    ("Kenya imposed sanctions on Uganda.", ["SANCTION KEN>UGA"]),
    ("Peru expelled two Chilean diplomats.", ["SANCTION PER>CHL"]),
    ("Fiji severed ties with Tonga.", ["SANCTION FJI>TON"]),
    ("Ghana arrested three Togolese fishermen.", ["COERCE GHA>TGO"]),
    ("Chad deployed troops along the border with Niger.", ["MOBILIZE TCD>NER"]),
    ("Japan delivered food aid to Nepal.", ["AID JPN>NPL"]),
    ("Cuba released the Haitian sailors.", ["RETREAT CUB>HTI"]),
    ("Laos praised the policies of Vietnam.", ["SUPPORT LAO>VNM"]),
    ("Malta and Cyprus held a joint naval exercise.", ["COOPERATE MLT>CYP"]),
    # acts that are nouns
    ("Talks between Chile and Bolivia ended on Monday.", ["CONSULT CHL+BOL"]),
    ("Uganda launched an offensive into Rwanda.", ["ASSAULT UGA>RWA"]),
    # words over an act
    ("Brazil refused to criticise Argentina.", ["negated ACCUSE BRA>ARG"]),
    ("Brazil has refrained from criticising Argentina.", ["negated ACCUSE BRA>ARG"]),
    ("Brazil has not condemned Argentina.", ["negated ACCUSE BRA>ARG"]),
    ("Brazil did not leave the talks, nor did it condemn Argentina.", ["negated ACCUSE BRA>ARG"]),
    ("Brazil condemns Argentina next week.", ["planned ACCUSE BRA>ARG"]),
    ("Kenya tried to invade Uganda.", ["ASSAULT KEN>UGA"]),
    ("Kenya imposed no sanctions on Uganda.", ["negated SANCTION KEN>UGA"]),
    ("Peru has refused to criticise Chile and blames Bolivia.", ["negated ACCUSE PER>CHL", "ACCUSE PER>BOL"]),
    ("Kenya will not send weapons to Uganda.", ["REJECT KEN>UGA"]),
    ("Kenya refused to send weapons to Uganda.", ["REJECT KEN>UGA"]),
    ("Japan will send aid to Nepal.", ["AGREE JPN>NPL"]),
    ("Japan promised to send aid to Nepal.", ["AGREE JPN>NPL"]),
    ("Norway is willing to continue cooperation with Iceland.", ["AGREE NOR>ISL"]),
    ("Chad threatened to attack Niger.", ["THREATEN TCD>NER"]),
    ("Peru urged Chile to withdraw its troops.", ["REQUEST PER>CHL"]),
    ("Peru is considering sending weapons to Chile.", ["hypothetical AID PER>CHL"]),
    ("Peru might attack Chile.", ["hypothetical ASSAULT PER>CHL"]),
    ("Peru failed to reach an agreement with Chile.", ["REJECT PER>CHL"]),
    # who says so
    ("Ukraine said that Belarus shelled Poland.", ["alleged ASSAULT BLR>POL"]),
    ("Kenya and Ghana are to blame, according to Uganda.", ["ACCUSE UGA>KEN+GHA"]),
    ("Togo accused Benin of arming the rebels.", ["ACCUSE TGO>BEN"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_a_sentence_gives_its_events(lines: Lines, text: str, wanted: list[str]) -> None:
    found = lines(text)
    assert [line for line in wanted if line not in found] == [], found


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto of Kenya had tried to telephone President Yoweri Museveni of Uganda.",
        "Brazil enjoys close relations with Argentina.",
        "China remains neutral.",
        "Kenya borders Uganda.",
        "“Brazil attacked Argentina,” the novel begins.",
    ],
)
def test_what_is_no_act_gives_nothing(lines: Lines, text: str) -> None:
    assert [line for line in lines(text) if not line.startswith(("hypothetical", "negated"))] == []


def test_refused_help_keeps_who_said_so_and_its_context(read: Read) -> None:
    reading = read("Kenya's foreign minister said on Monday that Kenya would not supply Uganda with weapons.")
    (coding,) = (c for c in reading.codings if c.type == "REJECT")
    assert reading.cast.mentions[coding.actors[0]].text == "Kenya's foreign minister"
    assert coding.status == "happened"
    assert coding.modes == ("assist",)
    assert "military" in coding.contexts


def test_a_visit_has_its_place_and_time(read: Read) -> None:
    reading = read("The Peruvian president visited Brazil in May 2031 and met Brazilian officials in Recife.")
    visit = reading.codings[0]
    assert (visit.type, visit.modes) == ("CONSULT", ("visit",))
    assert visit.time is not None
    assert reading.times[visit.time].text == "May 2031"


def test_a_time_counted_from_an_event_dates_that_event(read: Read) -> None:
    reading = read("Brazil's president met Chile's president less than a month after Peru attacked Bolivia.")
    times = {c.type: c.time for c in reading.codings}
    assert times["ASSAULT"] is not None
    assert times["CONSULT"] is None


def test_every_coding_says_which_rule_made_it(read: Read) -> None:
    (coding,) = read("Chad threatened to attack Niger.").codings
    assert coding.rule == "attack/v"
    assert "threaten: threaten" in coding.detail
    assert coding.act.of("Chad threatened to attack Niger.") == "threatened to attack"


def test_words_in_quotation_marks_are_speech_and_no_event(lines: Lines) -> None:
    assert lines('Chad’s president told reporters: "Niger attacked Mali and Mali attacked Benin."') == []


def test_ids_do_not_depend_on_the_run(read: Read) -> None:
    text = "Kenya imposed sanctions on Uganda."
    assert read(text).codings[0].coding_id == read(text).codings[0].coding_id


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru welcomed the accord, as did Chile and Fiji.", ["SUPPORT PER", "SUPPORT CHL", "SUPPORT FJI"]),
        ("Brazil demanded an apology. Argentina rejected the demand.", ["REJECT ARG>BRA"]),
        ("Peru's president “flatly rejected the offer of Chile”.", ["REJECT PER>CHL"]),
        ("Norway and Sweden are to hold talks on Monday.", ["AGREE NOR+SWE"]),
        ("Peru reportedly shelled Chile.", ["alleged ASSAULT PER>CHL"]),
        ("Peru shelled Chile, which Lima denies.", ["denied ASSAULT PER>CHL"]),
        ("Peru insisted that it had not shelled Chile.", ["negated ASSAULT PER>CHL"]),
        ("Peru wants Chile to withdraw its troops.", ["REQUEST PER>CHL"]),
    ],
)
def test_words_around_an_act_are_read(lines: Lines, text: str, wanted: list[str]) -> None:
    found = lines(text)
    assert [line for line in wanted if line not in found] == [], found
