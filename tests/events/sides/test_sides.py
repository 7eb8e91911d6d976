"""Sides that other words than subject and object tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]
#: Words of the sentence before stand further from its start than a short sentence has words.
FAR_OFF = "It is said by all in the old town by the sea that a river once ran from the north of Kenya to Uganda."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru's ally, Chile, criticised Fiji.", "ACCUSE CHL>FJI"),
        (f"{FAR_OFF} Both countries have protested Peru's dam.", "ACCUSE KEN+UGA>PER"),
        ("Peru thanked its neighbour Chile for the loan.", "SUPPORT PER>CHL"),
        ("Peru's National Police Border Group officers arrested two Chileans.", "COERCE PER>CHL"),
        ("The Chilean charity Chile Flying Aid provided food to Peruvians.", "AID CHL>PER"),
        ("Chile's military top brass demanded that Peru withdraw.", "REQUEST CHL>PER"),
        ("Rights group Amnesty International issued a report accusing Peru of torture.", "ACCUSE NGO>PER"),
        ("Chile has provided two million dollars in aid to support Peruvian refugees.", "AID CHL>PER"),
        ("On a visit to Norway, South African President Ana Lund praised Peru.", "SUPPORT ZAF>PER"),
        ("The UN envoy for Chad Ana Rell met the president of Kenya.", "CONSULT UNO>KEN"),
        ("Chile's president called Peru's President Ana Rell on Monday to discuss the talks.", "CONSULT CHL>PER"),
        ("Chile continued its attacks on Peru.", "ASSAULT CHL>PER"),
        ("Chilean troops have begun leaving Peru.", "RETREAT CHL>PER"),
        ("A former premier of Peru said the government of Peru must resign.", "REQUEST PER>PER"),
        ("Chile offered to send troops to help the Peruvian army.", "AGREE CHL>PER"),
        ("Chile sent troops to Norway to help the Norwegian army.", "AID CHL>NOR"),
        ("The African Union approved the deployment of observers to Chad.", "AGREE IGO>TCD"),
        ("Peru's premier launched a scathing attack on Chile's government, calling it corrupt.", "ACCUSE PER>CHL"),
        ("Peru's congress passed a resolution that condemns Chile.", "ACCUSE PER>CHL"),
        ("A judge found Chile guilty of shelling Peru.", "alleged ASSAULT CHL>PER"),
        ("The missiles fired by the Chilean army struck a depot of the Peruvian army.", "ASSAULT CHL>PER"),
        ("Chile commenced air and ground assaults on Peru.", "ASSAULT CHL>PER"),
        ("The Taliban stormed a police station in Peru.", "ASSAULT AFG>PER"),
        ("Norway: Since January, the Chilean government has ordered two Peruvian banks to close.", "REQUEST CHL>PER"),
        ("Militants held 200 Iraqi civilians as human shields.", "ASSAULT None>IRQ"),
        ("Chile's premier left Norway after meeting with Peru's president.", "CONSULT CHL>PER"),
        ("Peru agreed to talks after attacking Chile.", "ASSAULT PER>CHL"),
        ("Peru's miners called off a strike after reaching agreement with Chile.", "AGREE PER>CHL"),
        ("A Chile-led strike on a Peruvian bus killed two.", "ASSAULT CHL>PER"),
        ("Chile's president discussed Fiji's debts, with Peru's premier.", "CONSULT CHL>PER"),
        ("Peru has begged its eastern neighbour, Bolivia, for water.", "REQUEST PER>BOL"),
        ("Peru's capital, Lima, criticised Fiji.", "ACCUSE PER>FJI"),
        ("The raid, blamed by Kenya on Somalia, ended.", "ACCUSE KEN>SOM"),
        ("Kenya blamed Somalia on Monday.", "ACCUSE KEN>SOM"),
        ("Kenya, which accuses Uganda of theft, recalled its ambassador.", "SANCTION KEN>UGA"),
        ("Peru and Chile restored relations. Brazil congratulated both countries.", "SUPPORT BRA>PER+CHL"),
        ("Chile and Peru held joint naval exercises off Ecuador.", "COOPERATE CHL>PER"),
        ("Chile blockaded the Peruvian port of Tolm.", "COERCE CHL>PER"),
        ("Kenya and Uganda left Somalia. They accused it of theft.", "ACCUSE KEN+UGA>SOM"),
        ("Kenya said Somalia had attacked it.", "alleged ASSAULT SOM>KEN"),
        ("The government in Nairobi thanked Uganda.", "SUPPORT KEN>UGA"),
        ("Crowds in Lima burned a portrait of Chile's president. Police arrested a boy.", "COERCE PER>None"),
        ("A judge in Lima freed a Chilean sailor. Chile thanked the court.", "SUPPORT CHL>PER"),
        ("Peru quarrelled with Fiji. Peru's minister telephoned President Ana Rell.", "CONSULT PER>FJI"),
        ("Kenya asked its allies for help.", "REQUEST KEN"),
        ("Kenya approved a loan of ten crowns for Uganda.", "AGREE KEN>UGA"),
        ("Asked by Kenya to free the singer, Uganda refused.", "REQUEST KEN>UGA"),
        ("Asked by Kenya to free the singer, Uganda refused.", "REJECT UGA>KEN"),
        ("Kenyan drivers blocked the road to protest at Uganda's tolls.", "PROTEST KEN>UGA"),
        ("The Kenyan soldiers left Uganda. Uganda thanked their commander.", "SUPPORT UGA>KEN"),
        ("Peru and Chile met. Their ministers urged Fiji to help.", "REQUEST PER+CHL>FJI"),
        ("Peru cancelled the loan to Chile and sued it in Lima.", "ACCUSE PER>CHL"),
        ("A Kenyan warship chased a Somali dhow and opened fire on it.", "ASSAULT KEN>SOM"),
        ("Kenya accused Somali gunboats of piracy. It demanded that they leave.", "REQUEST KEN>SOM"),
        ("Oman met Fiji's minister. The sultan criticised Fiji.", "ACCUSE OMN>FJI"),
        ("Workers marched through Lima. President Ana Rell accused them of theft.", "ACCUSE PER>PER"),
    ],
)
def test_sides(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


def test_whom_a_warning_is_said_to_is_threatened(lines: Lines) -> None:
    assert lines("Kenya warned Somalia not to attack Uganda.")[0].endswith("THREATEN KEN>SOM")


def test_what_is_done_to_what_someone_owns_is_not_his_deed(lines: Lines) -> None:
    assert not any(line.startswith("ACCUSE") for line in lines("A crowd came to Lima, and Kenya's flag was burned."))


def test_a_guest_in_office_is_not_of_the_only_state_named(lines: Lines) -> None:
    assert lines("Kenya's president, Odo Tal, met Prime Minister Ana Rell.") == ["CONSULT KEN>None"]


def test_forces_without_an_article_may_be_of_another_state(lines: Lines) -> None:
    assert lines("Troops shelled a Kenyan town.") == ["ASSAULT None>KEN"]
    assert lines("Kenya refused to release the pilots.") == ["REJECT KEN>None"]
    assert "MOBILIZE KEN" in lines("The army was deployed in Kenya.")


def test_the_counterpart_of_a_visitor_is_the_hosts(lines: Lines) -> None:
    text = "Kenya's minister Odo Tal flew to Kampala to meet his counterpart Ana Rell. Rell criticised Tal."
    assert "ACCUSE UGA>KEN" in lines(text)
