"""What the offices of those who deal with one another say of the matter."""

from __future__ import annotations

from tellings.events.circumstances.portfolios import portfolios
from tellings.model.actors import Actor


def holder(country: str, office: str | None) -> Actor:
    return Actor(f"{country}-{office}", "Ana Prado", "person", country, "GOV", office)


def test_defence_ministers_of_two_countries_meet_on_military_matters() -> None:
    assert portfolios([holder("BRA", "defence minister"), holder("ARG", "defense secretary")]) == ("military",)


def test_offices_that_differ_speak_for_nothing() -> None:
    assert portfolios([holder("BRA", "defence minister"), holder("ARG", "president")]) == ()


def test_one_countrys_office_speaks_for_nothing() -> None:
    assert portfolios([holder("BRA", "defence minister")]) == ()
