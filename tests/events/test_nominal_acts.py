"""Acts that a noun tells, agentless passives and those whom another noun names; countries stand for any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Fighting between Chadian soldiers and rebels left 12 dead near Moundou.", "ASSAULT TCD+None"),
        ("Drone strikes by Peru damaged a substation in Arica.", "ASSAULT PER"),
        ("Shelling by Peru killed two Chilean farmers.", "ASSAULT PER>CHL"),
        ("Protests by Danish farmers spread to the coast on Monday.", "PROTEST DNK"),
        ("A strike by Kenyan doctors entered its second week.", "PROTEST KEN"),
        ("Joint naval drills by Chile and Peru began on Monday.", "COOPERATE CHL>PER"),
        ("The expulsion of 45 Danish diplomats from Norway was announced on Wednesday.", "SANCTION NOR>DNK"),
        ("The withdrawal of Danish troops from Norway was completed on Friday.", "RETREAT DNK>NOR"),
        ("An agreement between Chile and Peru on water was reached on Sunday.", "AGREE CHL+PER"),
        ("The signing of a border accord between Chile and Peru ended the dispute.", "SUPPORT CHL+PER"),
        ("The jailing of a Danish scholar by a Chilean court was condemned abroad.", "COERCE CHL>DNK"),
        ("Haiti's appeal to Kenya for trainers was made public on Monday.", "REQUEST HTI>KEN"),
    ],
)
def test_a_noun_tells_an_act(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A Peruvian envoy was expelled from Chile on Friday.", "SANCTION CHL>PER"),
        ("The Greek navy was placed on alert on Sunday.", "MOBILIZE GRC"),
        ("Norway was given ten aircraft by Sweden.", "AID SWE>NOR"),
        ("A Chilean proposal was rejected by Peru's army.", "REJECT PER>CHL"),
        ("Chile dismissed the Peruvian offer of talks.", "REJECT CHL>PER"),
        ("Chile walked out of the talks with Peru.", "REJECT CHL>PER"),
        ("Peru threatened to shell a base on the Chilean side.", "THREATEN PER>CHL"),
    ],
)
def test_the_other_side_is_found_where_the_grammar_hides_it(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


def test_who_is_called_in_does_not_do_it(lines: Lines) -> None:
    assert not any(line.startswith("ACCUSE TON>") for line in lines("In Suva, Tonga's ambassador was called in."))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru fired two missiles into the sea on Thursday.", "MOBILIZE PER"),
        ("China sent thirty warplanes near Taiwan.", "MOBILIZE CHN>TWN"),
        ("Kenyan and Tanzanian police carried out a joint operation against smugglers.", "COOPERATE KEN+TZA>None"),
        ("Greek ferry crews strike over pay", "PROTEST GRC"),
        ("Protesters stormed the parliament of Chile.", "PROTEST CHL>CHL"),
    ],
)
def test_rules_on_where_force_goes_and_who_uses_it(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)
