"""Acts as the bodies of reports tell them: owned deeds, forces that move, who sends, who is under fire."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # forces that move, and who is behind them
        ("Peruvian troops entered Chile on Thursday.", "MOBILIZE PER>CHL"),
        ("Columns of the Peruvian army rolled into Chile.", "MOBILIZE PER>CHL"),
        ("The Peruvian army marched on the rebel capital on Monday.", "MOBILIZE PER"),
        ("A Peruvian frigate put to sea on Saturday.", "MOBILIZE PER"),
        ("Peru dispatched the frigate Aurora to the disputed waters.", "MOBILIZE PER"),
        ("Peru sent a warship and fighter jets to the area.", "MOBILIZE PER"),
        ("Peruvian troops withdrew 50 kilometres from the city.", "RETREAT PER"),
        # the subject is the one that it is done to
        ("Chile came under rocket fire from Peru on Friday.", "ASSAULT PER>CHL"),
        ("Chile received 30 tonnes of medicine from Peru.", "AID PER>CHL"),
        # passives
        ("Two Peruvian soldiers were ambushed and killed by rebels.", "ASSAULT None>PER"),
        ("Two Chilean diplomats were told to leave Peru within a week.", "SANCTION PER>CHL"),
        ("Peru's ambassador to Chile has been called home.", "SANCTION PER>CHL"),
        ("Peru pulled its last soldiers out of Chile.", "RETREAT PER>CHL"),
        # a noun says whose deed it is
        ("Peru's rejection of the plan surprised no one.", "REJECT PER"),
        ("The resignation of Peru's interior minister emptied the cabinet.", "RETREAT PER"),
        ("The imposition of a curfew by Peru's government came too late.", "COERCE PER"),
        ("The ceasefire was reached with the mediation of Turkey.", "CONSULT TUR"),
        ("The condemnation by Peru and Fiji of Chile's raid followed at once.", "ACCUSE PER+FJI>CHL"),
        # verbs whose clause the parser takes for a sentence, or for a description
        ("Peru set free seven Chilean fishermen on Friday.", "RETREAT PER>CHL"),
        ("Peru let seven Chilean fishermen go.", "RETREAT PER>CHL"),
        ("Peru's president signed a decree recognising Abkhazia.", "SUPPORT PER>GEO"),
        ("Peru's president described Chile's move as an act of piracy.", "ACCUSE PER>CHL"),
        ("Peru stopped issuing visas to Chileans.", "SANCTION PER>CHL"),
        ("Peru's president, on a visit to Chile, praised the market.", "CONSULT PER>CHL"),
        ("Kenya condemned what it called Uganda's aggression.", "ACCUSE KEN>UGA"),
        ("Kenya insisted that Uganda pay damages.", "REQUEST KEN>UGA"),
        ("Kenya pulled out of a fishing pact with Uganda.", "REJECT KEN>UGA"),
        ("Kenya gave a Ugandan diplomat five days to depart.", "SANCTION KEN>UGA"),
        ("Kenya gave Uganda until Friday to free the pilots.", "REQUEST KEN>UGA"),
        ("The first Kenyan convoy of food reached Uganda on Monday.", "AID KEN>UGA"),
        # people of whom no more is known
        ("Around a hundred pacifists demonstrated against their presence.", "PROTEST None"),
        ("Some 200 people protested in front of the embassy.", "PROTEST None"),
        ("Teachers in the north ended their strike after the news.", "RETREAT None"),
        ("Kenya cancelled rallies on Monday.", "COERCE KEN"),
    ],
)
def test_bodies_tell_acts(lines: Lines, text: str, line: str) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's opposition is small.",
        "Peru could use its veto.",
        "Peru's demand that Chile withdraw its troops was old.",
        "Peru's president will lead a delegation on a visit to Chile.",
        "Peru's president arrives for a session of parliament.",
    ],
)
def test_what_is_only_named_is_not_done(lines: Lines, text: str) -> None:
    assert not [line for line in lines(text) if line.split()[0] in {"REJECT", "RETREAT", "CONSULT"}]


def test_a_month_is_no_march(lines: Lines) -> None:
    [line] = lines("Peru agreed to it on 5 March under pressure from business leaders.")
    assert line.startswith("AGREE PER")


def test_troops_are_mobilized_where_they_go_to_a_named_place(lines: Lines) -> None:
    assert not lines("The troops entered the mess hall for lunch.")
    assert lines("The troops entered the city of Lume.")
