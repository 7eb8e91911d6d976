"""More sentences in the manner of agencies, about great powers and others, written before the rules were tried on them.

Countries stand for any; what persons are said to do is in the manner of reports, not a record of it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]

CASES: list[tuple[str, list[str]]] = [
    ("The militaries of China and Russia held a joint patrol over the Pacific on Monday.", ["COOPERATE CHN+RUS"]),
    ("Russia flew two bombers near Japan on Friday, the defence ministry in Tokyo said.", ["alleged MOBILIZE RUS>JPN"]),
    ("Russia vetoed a UN Security Council resolution drafted by Japan.", ["REJECT RUS>JPN"]),
    ("Russia and China signed a contract on gas deliveries in Vladivostok.", ["SUPPORT RUS+CHN"]),
    ("Japanese jets fired warning flares at a Russian plane that violated Japan's airspace.", ["ASSAULT JPN>RUS"]),
    ("Japan lodged a strong protest with Russia over the flight.", ["ACCUSE JPN>RUS"]),
    ("NATO urged China to stop supporting Russia.", ["REQUEST IGO>CHN"]),
    ("Tokyo called Russia a threat to its security.", ["ACCUSE JPN>RUS"]),
    ("Japan summoned the Chinese ambassador on Thursday.", ["ACCUSE JPN>CHN"]),
    (
        "The Japanese foreign minister expressed serious concern over Chinese patrols near the islands.",
        ["ACCUSE JPN>CHN"],
    ),
    ("Kenya's foreign minister hosted her Ugandan counterpart for talks in Mombasa.", ["CONSULT UGA>KEN"]),
    (
        "At a meeting with the Omani sultan in Muscat, the Iranian president said the two would build a port.",
        ["CONSULT IRN>OMN"],
    ),
    ("A day earlier, the Turkish foreign minister had met the prime minister of Iraq.", ["CONSULT TUR>IRQ"]),
    ("The Indian and Sri Lankan navies held an exercise off Colombo.", ["COOPERATE IND+LKA"]),
    ("Venezuela sent warships near the coast of Guyana.", ["MOBILIZE VEN>GUY"]),
    ("Ethiopia deployed fighter jets to the Eritrean border.", ["MOBILIZE ETH>ERI"]),
    ("Rwanda says it has not sent troops to the Congo.", ["negated MOBILIZE RWA>COD"]),
    ("Congo's president said Rwanda was planning to attack Goma.", ["ACCUSE COD>RWA"]),
    ("Uganda denied a Congolese claim that it arms the rebels.", ["REJECT UGA>COD"]),
    (
        "Algeria accused Morocco of shelling a convoy, a charge that Rabat rejected as baseless.",
        ["ACCUSE DZA>MAR", "REJECT MAR>DZA"],
    ),
    (
        "The United States vetoed a resolution on Palestinian membership that Algeria had put forward.",
        ["REJECT USA>DZA"],
    ),
    ("Pakistan and Turkmenistan signed an accord on a gas pipeline in Ashgabat.", ["SUPPORT PAK+TKM"]),
    ("The king of Morocco congratulated Spain's prime minister on his re-election.", ["SUPPORT MAR>ESP"]),
    ("Manila filed a diplomatic protest against Beijing over the collision.", ["ACCUSE PHL>CHN"]),
    ("Guyana handed a protest note to the Venezuelan ambassador.", ["ACCUSE GUY>VEN"]),
    ("The European Union imposed sanctions on two Belarusian banks.", ["SANCTION EUR>BLR"]),
    ("Colombia urged Ecuador to halt its expulsions.", ["REQUEST COL>ECU"]),
    ("India warned Pakistan of serious consequences.", ["THREATEN IND>PAK"]),
    ("Ethiopia summoned the Egyptian charge d'affaires.", ["ACCUSE ETH>EGY"]),
    ("Australia and Papua New Guinea signed a contract for patrol boats.", ["SUPPORT AUS+PNG"]),
    ("Indonesia and Australia conducted joint sea patrols in the Timor Sea.", ["COOPERATE IDN>AUS"]),
    ("Vietnam marked the 50th anniversary of its ties with Japan, and laid wreaths in Hanoi.", []),
    ("The Sudanese army said Chad had sent arms to the paramilitaries.", ["ACCUSE SDN>TCD"]),
    ("Bolivia's president praised Cuba for sending doctors.", ["SUPPORT BOL>CUB"]),
    ("Armenian soldiers fired warning shots at Azerbaijani troops.", ["THREATEN ARM>AZE"]),
    ('"We are expecting the prime minister of Nepal in Dhaka next month," the Bangladeshi foreign minister said.', []),
    ("The president of Panama received the Costa Rican foreign minister at the palace.", ["CONSULT CRI>PAN"]),
    ("Zambia's foreign minister said that Angola was weighing sending missiles to Namibia.", ["ACCUSE ZMB>AGO"]),
    ("Tunisia accuses Algeria of arming Libya, which Algiers denies.", ["REJECT DZA>TUN"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_a_sentence_about_states_gives_its_events(lines: Lines, text: str, wanted: list[str]) -> None:
    found = lines(text)
    assert [line for line in wanted if line not in found] == [], found
    assert wanted or not found, found
