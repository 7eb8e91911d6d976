"""PLOVER's rules as the coder applies them, each on sentences of three regions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.events.acts.lexicon import kinds
from tellings.events.acts.matching import NO_ACT
from tellings.events.sides.shared import RULES

Lines = Callable[[str], list[str]]
RULE_SENTENCES = {
    "promised aid is agreement": [
        ("Norway promised Malawi ten million dollars in aid.", "AGREE NOR>MWI"),
        ("Japan pledged to send doctors to Fiji next month.", "AGREE JPN>FJI"),
        ("Portugal vowed to give Angola emergency loans.", "AGREE PRT>AGO"),
    ],
    "an invitation is agreement": [
        ("Egypt's president invited the Turkish president to Cairo.", "AGREE EGY>TUR"),
        ("Ghana has invited Togo to talks in Accra.", "AGREE GHA>TGO"),
        ("Vietnamese Prime Minister Tran Bao extended an invitation to Laos.", "AGREE VNM>LAO"),
    ],
    "a meeting called off is rejection": [
        ("Kenya cancelled a meeting with Uganda.", "REJECT KEN>UGA"),
        ("Japan called off talks with South Korea.", "REJECT JPN>KOR"),
        ("Poland's president scrapped a planned visit to Hungary.", "REJECT POL>HUN"),
    ],
    "a joint exercise is cooperation": [
        ("Thailand and Vietnam conducted joint drills.", "COOPERATE THA>VNM"),
        ("Kazakhstan trained together with Uzbekistan in joint manoeuvres.", "COOPERATE KAZ>UZB"),
        ("Norway held a joint naval exercise with Sweden.", "COOPERATE NOR>SWE"),
    ],
    "an exercise of one side is mobilisation": [
        ("Iran began military drills in the Gulf.", "MOBILIZE IRN"),
        ("Algeria held naval exercises on Tuesday.", "MOBILIZE DZA"),
        ("Chile held naval drills off Arica.", "MOBILIZE CHL"),
    ],
    "all who meet are actors": [
        ("The foreign ministers of Brazil and Bolivia held talks on Tuesday.", "CONSULT BRA+BOL"),
        ("India and Nepal held consultations on water.", "CONSULT IND+NPL"),
        ("The presidents of Kenya and Uganda met in Geneva.", "CONSULT KEN+UGA"),
    ],
    "the visitor acts and the host receives": [
        ("Kenyan President Amara Dlin visited Uganda on Monday.", "CONSULT KEN>UGA"),
        ("Spanish Foreign Minister Ana Ruiz arrived in Morocco for a visit.", "CONSULT ESP>MAR"),
        ("Finland's premier travelled to Estonia.", "CONSULT FIN>EST"),
    ],
    "a summoned ambassador is accused": [
        ("Denmark summoned the Chinese ambassador over the remarks.", "ACCUSE DNK>CHN"),
        ("Chile's foreign ministry summoned Argentina's ambassador.", "ACCUSE CHL>ARG"),
        ("Zambia summoned Malawi's envoy on Friday.", "ACCUSE ZMB>MWI"),
    ],
    "a conviction is a sanction": [
        ("A Turkish court convicted a Greek officer of spying.", "SANCTION TUR>GRC"),
        ("A Kenyan court sentenced two Ugandan officers to ten years in prison.", "SANCTION KEN>UGA"),
        ("A Russian court found two Lithuanian activists guilty.", "SANCTION RUS>LTU"),
    ],
    "a protest overrides its demand": [
        ("Kenyans marched in Nairobi to demand new elections.", "PROTEST KEN"),
        ("Chilean miners went on strike to demand higher wages.", "PROTEST CHL"),
        ("Thousands of Indians rallied in Delhi to demand that Nepal open the border.", "PROTEST IND"),
    ],
    "hostages set free from others are aid": [
        ("French soldiers rescued two German hostages in Mali.", "AID FRA>DEU"),
        ("Colombian troops freed four Dutch hostages held by rebels.", "AID COL>NLD"),
        ("Kenyan soldiers freed Ugandan hostages on Monday.", "AID KEN>UGA"),
    ],
    "debt relief is aid": [
        ("China cancelled Zambia's debt.", "AID CHN>ZMB"),
        ("France cancelled half of Sudan's debt.", "AID FRA>SDN"),
        ("Japan wrote off Nepal's debts.", "AID JPN>NPL"),
    ],
    "troops sent to help are aid": [
        ("Brazil sent soldiers to Haiti to help after the earthquake.", "AID BRA>HTI"),
        ("Canada deployed troops to the flooded towns of Nepal to deliver relief.", "AID CAN>NPL"),
        ("Egypt sent troops to Libya after the flood.", "AID EGY>LBY"),
    ],
    "fighters taken captive are abducted": [
        ("Ukrainian forces captured four Russian soldiers.", "ASSAULT UKR>RUS"),
        ("Chadian troops seized three Sudanese soldiers.", "ASSAULT TCD>SDN"),
        ("Indian troops captured a Pakistani soldier.", "ASSAULT IND>PAK"),
    ],
    "a call to end a war of one's own is agreement": [
        ("Eritrea called for an end to its war with Ethiopia.", "AGREE ERI>ETH"),
        ("Armenia called for an end to its conflict with Azerbaijan.", "AGREE ARM>AZE"),
        ("Chad called for a halt to its fighting with Sudan.", "AGREE TCD>SDN"),
    ],
    "an official's protest is an accusation": [
        ("Poland protested against the Belarusian decree.", "ACCUSE POL>BLR"),
        ("Japan's foreign ministry protested against China's patrols.", "ACCUSE JPN>CHN"),
        ("Peru's government protested on Monday.", "ACCUSE PER"),
    ],
}


@pytest.mark.parametrize(
    ("text", "line"),
    [pytest.param(text, line, id=f"{rule}: {text}") for rule, found in RULE_SENTENCES.items() for text, line in found],
)
def test_a_rule_of_plovers_holds(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenyan police arrested two Ugandan rebels.", "COERCE KEN>UGA"),
        ("Peru released two Chilean prisoners.", "RETREAT PER>CHL"),
        ("Peru called for an end to the war between Chile and Bolivia.", "REQUEST PER>CHL+BOL"),
        ("Brazil sent soldiers to the border with Guyana.", "MOBILIZE BRA"),
    ],
)
def test_its_look_alike_is_left_alone(lines: Lines, text: str, line: str) -> None:
    assert any(found.startswith(line) for found in lines(text))


def test_every_rule_on_sides_gives_a_type_and_mode_of_plovers() -> None:
    assert all(rule.type == NO_ACT or (rule.type, rule.mode) in kinds() for rule in RULES)
