"""The table of office holders is sound, and covers what it is said to."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from recipes.holder_lists import Listed, listed
from recipes.holders import GROUPS, asked, bodies, governed, holes, long_terms, marks, together, verdict, whole

from tellings.vocab.countries import countries
from tellings.vocab.holders import Holder, first_day, holders, last_day
from tellings.vocab.organisations import organisations
from tellings.vocab.tables import rows

LISTS = Path(__file__).parents[2] / "../shared/reference"


def _term(person: str, first: str, last: str, office: str = "foreign minister") -> Holder:
    return Holder(person, (), "FRA", office, "GOV", first_day(first), last_day(last), "memory")


def test_a_hole_is_what_nobody_covers_for_over_three_months() -> None:
    terms = [_term("Ana Ruel", "1999", "2003-05"), _term("Ben Osto", "2003-11-02", "2030")]
    assert [(h.first, h.last) for h in holes("FRA", "foreign minister", terms)] == [
        (date(2003, 5, 31), date(2003, 11, 2))
    ]


def test_what_begins_late_or_ends_early_is_a_hole() -> None:
    assert len(holes("FRA", "foreign minister", [_term("Ana Ruel", "2001", "2022")])) == 2
    assert not holes("FRA", "foreign minister", [_term("Ana Ruel", "", "")])


def test_a_list_agrees_in_person_and_start() -> None:
    terms = [_term("Ana Ruel", "2001-03-04", "2005-01-01"), _term("Ben Osto", "2005-01-01", "")]
    entry = Listed("l", "FRA", "foreign minister", "Ana Ruel", date(2001, 3, 9), date(2004, 1, 1), 31)
    assert verdict(entry, terms) == ("agree", terms[:1])
    late = Listed("l", "FRA", "foreign minister", "Ruel", date(2001, 9, 9), date(2004, 1, 1), 31)
    assert verdict(late, terms) == ("differ", terms[:1])


def test_a_snapshot_agrees_in_person_and_day() -> None:
    terms = [_term("Ben Osto", "2005-01-01", "2012")]
    day = date(2008, 1, 1)
    assert verdict(Listed("l", "FRA", "foreign minister", "OSTO", day, day, None), terms)[0] == "agree"
    assert verdict(Listed("l", "FRA", "foreign minister", "Cay Wim", day, day, None), terms)[0] == "differ"
    before = date(2001, 1, 1)
    assert verdict(Listed("l", "FRA", "foreign minister", "Cay Wim", before, before, None), terms)[0] == "not asked"


def test_every_row_is_whole_and_its_dates_are_ordered() -> None:
    table = rows("holders.tsv")
    assert all(row["person"] and row["country"] and row["office"] for row in table)
    assert {row["country"] for row in table} <= {*countries(), "IGO", "UNO", "EUR", "NGO", "ISM", "IMG"}
    for row in table:
        first, last = first_day(row["from"]), last_day(row["to"])
        assert not (first and last) or first <= last, row
        assert not first or first <= date(2026, 12, 31), row
        assert row["beside"] in {"", "rival", "joint", "acting"}, row


def test_a_term_has_one_row() -> None:
    keys = Counter((row["person"], row["country"], row["office"], row["from"]) for row in rows("holders.tsv"))
    assert [key for key, n in keys.items() if n > 1] == []


def test_nobody_shares_an_office_unless_marked() -> None:
    assert together() == []


def test_ministers_of_more_than_fifteen_years_are_known_ones() -> None:
    assert len(long_terms(holders())) <= 40, [(h.person, h.country) for h in long_terms(holders())]


@pytest.mark.parametrize(("group", "states"), [("head", 183), ("foreign minister", 150), ("defence minister", 110)])
def test_so_many_states_are_whole(group: str, states: int) -> None:
    assert group in GROUPS
    assert len(whole(holders(), group)) >= states


def test_the_office_that_governs_is_whole_in_most_states() -> None:
    assert len(governed(holders())) >= 170


def test_the_heads_of_many_organisations_are_listed() -> None:
    assert len(bodies(holders())) >= 97


def test_the_marks_are_those_of_the_lists() -> None:
    if not LISTS.is_dir():
        pytest.skip("the reference lists are not here")
    table = holders()
    found = marks(asked(table, listed(LISTS)))
    assert [h for h in table if h.checked != found.get(h, "memory")] == []


def test_every_body_is_an_organisation_of_the_table() -> None:
    known = {organisation.name: organisation.code for organisation in organisations()}
    led = {(body, h.country) for h in holders() for _, of, body in [h.office.partition(" of ")] if of}
    others = {"general staff", "staff", "Quds Force", "Islamic Revolutionary Guard Corps"}
    assert {pair for pair in led if known.get(pair[0]) != pair[1] and pair[0] not in others} == set()
