"""What the offices of those who deal with one another say of the matter."""

from __future__ import annotations

from tellings.events.circumstances.portfolios import causes, of_itself, portfolios
from tellings.model.actors import Actor


def holder(country: str, office: str | None) -> Actor:
    return Actor(f"{country}-{office}", "Ana Prado", "person", country, "GOV", office)


def test_defence_ministers_of_two_countries_meet_on_military_matters() -> None:
    assert portfolios([holder("BRA", "defence minister"), holder("ARG", "defense secretary")]) == ("military",)


def test_offices_that_differ_speak_for_nothing() -> None:
    assert portfolios([holder("BRA", "defence minister"), holder("ARG", "president")]) == ()


def test_one_countrys_office_speaks_for_nothing() -> None:
    assert portfolios([holder("BRA", "defence minister")]) == ()


def test_groups_speak_for_what_they_stand_for() -> None:
    assert causes(["Human rights groups", "the Chilean president"]) == ("human_rights",)
    assert causes(["the president", "farmland"]) == ()


def test_some_acts_have_a_context_by_what_they_are() -> None:
    assert of_itself("SANCTION", ["withdraw"]) == ("diplomatic",)
    assert of_itself("SANCTION", ["discontinue"]) == of_itself("AID", []) == ()
