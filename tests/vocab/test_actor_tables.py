"""The tables of countries, roles, organisations and holders hold together."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tellings.vocab.agents import agents, gender_of, office_sector, titles
from tellings.vocab.countries import PSEUDO_NAMES, countries, country_name, metonyms
from tellings.vocab.holders import first_day, holders, holders_of, last_day
from tellings.vocab.organisations import organisation, organisations

ROOT = Path(__file__).parents[2]
CODED = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
SECTORS = {CODED[i : i + 3] for i in range(0, len(CODED), 4)}
CODES = {*PSEUDO_NAMES, "NGO", "ISM", "IMG", "MNC"}


def test_every_code_is_a_country_or_plovers() -> None:
    known = {*countries(), *CODES}
    assert {h.country for h in holders()} <= known
    assert {o.code for o in organisations()} <= known
    assert {m.code for m in metonyms()} <= known


def test_every_sector_is_plovers() -> None:
    found = {a.sector for a in agents().values()} | {o.sector for o in organisations() if o.sector}
    found |= {h.sector for h in holders()} | {t.sector for t in titles().values() if t.sector}
    assert found <= SECTORS


def test_no_term_ends_before_it_begins() -> None:
    assert not [h for h in holders() if h.first and h.last and h.last < h.first]


def test_the_offices_of_many_states_are_known() -> None:
    assert len(holders()) > 900
    assert len({h.country for h in holders()}) > 150


def test_dates_widen_to_what_they_cover() -> None:
    assert (first_day("2012"), last_day("2012-02")) == (date(2012, 1, 1), date(2012, 2, 29))
    assert first_day("") is None


def test_an_office_held_twice_has_two_terms() -> None:
    assert [h.first for h in holders_of("BRA", "president") if "Lula" in h.person] == [
        date(2003, 1, 1),
        date(2023, 1, 1),
    ]


def test_names_and_sectors_are_looked_up() -> None:
    assert country_name("XKX") == "Kosovo"
    assert office_sector("defence minister") == "GOV"
    assert gender_of("Giorgia Meloni") == "f"
    assert organisation("NATO") is not None


def test_the_codes_agree_with_the_reference_list() -> None:
    path = ROOT / "../shared/reference/countries.csv"
    if not path.is_file():
        pytest.skip("the reference lists are not here")
    with path.open(encoding="utf-8") as file:
        codes = {row["CCA3"] for row in csv.DictReader(file) if len(row["CCA3"]) == 3}
    assert codes - {*countries(), "EUR", "UNO"} == set()
