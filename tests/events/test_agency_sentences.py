"""Sentences in the manner of news agencies, written before the rules were tried on them.

Countries stand for any; a few sentences tell public facts.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]

CASES = [
    ("The foreign ministers of Kenya and Somalia held talks in Nairobi on Tuesday.", ["CONSULT KEN+SOM"]),
    (
        "Polish President Karol Mazur had a telephone conversation with his Lithuanian counterpart on Friday.",
        ["CONSULT POL>LTU"],
    ),
    ("Vietnam's prime minister paid a three-day visit to Laos last week.", ["CONSULT VNM>LAO"]),
    (
        "The two ministers spoke by phone for an hour, Thailand's foreign ministry said, adding that Bangkok would send a delegation to Cambodia.",
        ["AGREE THA>KHM"],
    ),
    ("Serbia announced that it will lift tariffs on goods from Kosovo.", ["AGREE SRB>XKX"]),
    ("Ethiopia said it would not change its stance on the dam.", ["REJECT ETH"]),
    ("Hungary refused to join the sanctions against Belarus.", ["REJECT HUN"]),
    ("Pakistan ruled out talks with India while the border remains closed.", ["REJECT PAK>IND"]),
    ("Colombia turned down an offer of mediation from Mexico.", ["REJECT COL>MEX"]),
    ("Cameroon asked for help from France.", ["REQUEST CMR>FRA"]),
    ('"Azerbaijan must withdraw its troops," Armenian Defence Minister Aram Petros said.', ["REQUEST ARM>AZE"]),
    ("Egypt's foreign minister said Sudan should return to the negotiating table.", ["REQUEST EGY>SDN"]),
    ("Australia warned China against building bases in the Pacific.", ["THREATEN AUS>CHN"]),
    ("Germany pledged 200 million euros to Moldova for energy.", ["AGREE DEU>MDA"]),
    ("The Chilean president voiced support for Ecuador's fight against gangs.", ["SUPPORT CHL>ECU"]),
    ("Spain expressed concern over the arrests in Nicaragua.", ["ACCUSE ESP>NIC"]),
    ("Japan welcomed the agreement between South Korea and the United States.", ["SUPPORT JPN>KOR+USA"]),
    ("Rwanda described the raid by Congolese forces as an act of aggression.", ["ACCUSE RWA>COD"]),
    ("Turkey called the Greek decision illegal.", ["ACCUSE TUR>GRC"]),
    ("Mali blamed Algeria for the downing of a drone.", ["ACCUSE MLI>DZA"]),
    ("Angola and Zambia signed a memorandum on rail transport in Lusaka.", ["SUPPORT AGO+ZMB"]),
    ("Uzbekistan and Tajikistan agreed to open two border crossings.", ["AGREE UZB+TJK"]),
    ("Finland and Estonia struck a deal on a new undersea cable.", ["AGREE FIN+EST"]),
    ("The Philippines and Japan began a joint naval exercise on Monday.", ["COOPERATE PHL>JPN"]),
    ("North Korea launched military drills near the border with the South.", ["MOBILIZE PRK"]),
    ("The Czech Republic ordered out 18 Russian diplomats.", ["SANCTION CZE>RUS"]),
    ("Bolivia gave Peru's ambassador 48 hours to leave the country.", ["SANCTION BOL>PER"]),
    ("Slovakia declared three Belarusian diplomats persona non grata.", ["SANCTION SVK>BLR"]),
    ("Sweden summoned the Iranian ambassador on Wednesday.", ["ACCUSE SWE>IRN"]),
    ("Kuwait lodged a formal protest with Iraq over the border.", ["ACCUSE KWT>IRQ"]),
    ("Azerbaijani forces shot down an Armenian drone.", ["ASSAULT AZE>ARM"]),
    ("Israeli jets struck warehouses at the Syrian port of Latakia.", ["ASSAULT ISR>SYR"]),
    ("No documents were signed by Japan and Russia.", ["negated SUPPORT JPN+RUS"]),
    ("Brazil has imposed no new sanctions on Venezuela.", ["negated SANCTION BRA>VEN"]),
    ("India has yet to condemn Russia.", ["negated ACCUSE IND>RUS"]),
    ("Morocco and Spain reached an agreement on fishing rights.", ["AGREE MAR+ESP"]),
    (
        "On her first visit to Ghana, German Chancellor Anna Vogt praised the government of Ghana.",
        ["CONSULT DEU>GHA", "SUPPORT DEU>GHA"],
    ),
    ("Norway sent home four Russian embassy staff.", ["SANCTION NOR>RUS"]),
    ("Kazakhstan will within weeks send wheat free of charge to Afghanistan, its president said.", ["AGREE KAZ>AFG"]),
    (
        "Georgia would return to the agreement with Armenia once the transit terms are met, its premier said.",
        ["AGREE GEO>ARM"],
    ),
    ("Bangladesh demanded that Myanmar take back the refugees.", ["REQUEST BGD>MMR"]),
    ("Panama rejected a call by China to reopen the port talks.", ["REJECT PAN>CHN"]),
    ("Police in Belarus detained two Polish journalists.", ["COERCE BLR>POL"]),
    ("The EU suspended aid to Niger.", ["SANCTION EUR>NER"]),
    ("Tehran released the crew of a Greek tanker.", ["RETREAT IRN>GRC"]),
    ("Tunisia recalled its ambassador from Rabat on Saturday.", ["SANCTION TUN>MAR"]),
    ("New Zealand vowed to keep training Ukrainian soldiers.", ["AGREE NZL>UKR"]),
    ("Mongolia's parliament ratified a treaty with Japan.", ["SUPPORT MNG>JPN"]),
    ("Venezuela moved tanks to the border with Guyana.", ["MOBILIZE VEN>GUY"]),
    ("Two Ethiopian villages were shelled by Eritrean artillery.", ["ASSAULT ERI>ETH"]),
    ("Botswana promised to deliver vaccines to Zimbabwe by March.", ["AGREE BWA>ZWE"]),
    ("Paraguay opened an embassy in Jerusalem.", []),
    ("The leaders of Ireland and Portugal talked for two hours in Lisbon.", ["CONSULT IRL+PRT"]),
    ("Qatar thanked Oman for its mediation.", ["SUPPORT QAT>OMN"]),
    ("Croatian and Slovenian officials met in Zagreb on Thursday.", ["CONSULT HRV+SVN"]),
    ("Ivory Coast handed over two suspects to Burkina Faso.", ["COOPERATE CIV>BFA"]),
    ("Singapore declined to comment on the Malaysian report.", []),
    ("Chad declared that the war with Sudan was over.", ["RETREAT TCD>SDN"]),
    ("South Sudan closed its border with Kenya.", ["COERCE SSD>KEN"]),
    ("Malawi beat Lesotho 2-0 in Lilongwe on Sunday.", []),
    ("Relations between Chile and Bolivia have been cold for decades.", []),
    ("Born in Peru, the writer moved to Spain in 1990.", []),
    ("Denmark donated 19 fighter jets to Ukraine.", ["AID DNK>UKR"]),
    ("Libya's army fired rockets at a Tunisian patrol boat.", ["ASSAULT LBY>TUN"]),
    ("Madagascar, Mauritius and Seychelles met in Port Louis to discuss piracy.", ["CONSULT MDG+MUS+SYC"]),
    (
        "Lebanon urged Israel to end its strikes, and called on the UN Security Council to act.",
        ["REQUEST LBN>ISR", "REQUEST LBN>UNO"],
    ),
    ("Cuba's deputy foreign minister travelled to Hanoi for talks with Vietnamese officials.", ["CONSULT CUB>VNM"]),
    ("Nigeria has not met a single Beninese official this year.", ["negated CONSULT NGA>BEN"]),
    ("Not a single Eritrean minister has visited Ethiopia since the war.", ["negated CONSULT ERI>ETH"]),
    (
        "Syria's president held a video call with the president of Iraq, and invited him to Damascus.",
        ["CONSULT SYR>IRQ", "AGREE SYR>IRQ"],
    ),
    ("Poland will not recognise the results of the vote in Belarus, its foreign minister said.", ["REJECT POL>BLR"]),
    ("Indonesia's foreign minister called on Myanmar's army to free political prisoners.", ["REQUEST IDN>MMR"]),
    ("The Turkish leader assured Azerbaijan of his full support.", ["SUPPORT TUR>AZE"]),
    ("Slovenia closed its embassy in Tripoli.", ["SANCTION SVN>LBY"]),
    ("Algeria broke off diplomatic relations with Morocco in August 2021.", ["SANCTION DZA>MAR"]),
    ("Saudi warplanes bombed a camp near the Yemeni city of Saada.", ["ASSAULT SAU>YEM"]),
    ("Argentina and Uruguay resumed talks over the paper mill.", ["CONSULT ARG+URY"]),
    ("Pakistan test-fired a missile that can reach India.", ["MOBILIZE PAK"]),
    ("Malaysia deported 30 Filipino workers.", ["COERCE MYS>PHL"]),
    ("Lithuania's parliament voted to expel Belarusian diplomats.", ["SANCTION LTU>BLR"]),
    ("Vietnam protested to China over the drilling rig.", ["ACCUSE VNM>CHN"]),
    ("Greece granted asylum to eight Turkish soldiers.", ["AID GRC>TUR"]),
    (
        "Nepal signed a trade and transit treaty with China during the visit of its prime minister to Beijing.",
        ["SUPPORT NPL>CHN"],
    ),
    ("Iceland froze contacts with Belarus.", ["SANCTION ISL>BLR"]),
    ("Latvia banned Russian lorries from its roads.", ["COERCE LVA>RUS"]),
    ("Oman mediated between Iran and the United States.", ["CONSULT OMN>IRN+USA"]),
    ("The Dutch prime minister apologised to Indonesia for the violence of the colonial war.", ["SUPPORT NLD>IDN"]),
    (
        "Honduras established diplomatic relations with China and cut ties with Taiwan.",
        ["SUPPORT HND>CHN", "SANCTION HND>TWN"],
    ),
    ("Canada will impose sanctions on Haiti's former president, its foreign minister said.", ["THREATEN CAN>HTI"]),
    (
        "The Iraqi prime minister arrived in Ankara on Monday and was received by the Turkish president.",
        ["CONSULT IRQ>TUR"],
    ),
    ("Cyprus extradited a Lebanese banker to France.", ["COOPERATE CYP>FRA"]),
    ("Serbia withdrew its troops from the border with Kosovo.", ["RETREAT SRB>XKX"]),
    ("Taliban fighters attacked a Pakistani border post.", ["ASSAULT AFG>PAK"]),
    ("China lodged solemn representations with Japan over the textbook.", ["ACCUSE CHN>JPN"]),
    (
        '"We condemn this attack," the Jordanian foreign minister told his Syrian counterpart by phone.',
        ["CONSULT JOR>SYR"],
    ),
    ("Ecuador's government appealed to Colombia for help against the gangs.", ["REQUEST ECU>COL"]),
    ("Bahrain and Qatar agreed to restore flights.", ["AGREE BHR+QAT"]),
    (
        "The United Arab Emirates welcomed the ceasefire that Armenia and Azerbaijan had signed.",
        ["SUPPORT ARE>ARM+AZE", "RETREAT ARM+AZE"],
    ),
    ("Romania hosted a summit of the Bucharest Nine.", []),
    ("Tanzania has not signed the agreement with Burundi.", ["negated SUPPORT TZA>BDI"]),
    ("Portugal advised Brazil to keep its forests.", ["REQUEST PRT>BRA"]),
    ("Ghana is ready to mediate in the dispute between Togo and Benin.", ["AGREE GHA>TGO+BEN"]),
    ("Eswatini refused to host the summit.", ["REJECT SWZ"]),
    ("Uruguay's president criticised Mercosur in an interview.", ["ACCUSE URY>IGO"]),
    ("Estonian border guards stopped a Russian ship in the Gulf of Finland.", ["COERCE EST>RUS"]),
    ("Relatives said Mexico had given shelter to the deposed Bolivian leader.", ["alleged AID MEX>BOL"]),
    ("The economy of Laos grew faster than that of Cambodia.", []),
    ("Chelsea signed the Senegalese striker from a French club.", []),
    ("He served as ambassador to Peru and was educated in Cuba.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_an_agency_sentence_gives_its_events(lines: Lines, text: str, wanted: list[str]) -> None:
    found = lines(text)
    assert [line for line in wanted if line not in found] == [], found
    assert wanted or not found, found
