"""Where an event was, over all that its accounts give; what is not said stays open."""

from __future__ import annotations

from datetime import date

import pytest
from tests.events.conftest import Read

import tellings.actors as actors
from tellings.events.merging.merge import merge
from tellings.model.relations import Story
from tellings.model.rows import EventRow
from tellings.model.times import Dated, Dating, Interval

DAY = date(2031, 5, 12)


def event(read: Read, text: str, type_: str) -> EventRow:
    return next(row for row in events(read, text) if row.type == type_)


def events(read: Read, text: str) -> tuple[EventRow, ...]:
    reading = read(text)
    window = Interval(DAY, DAY)
    news = Dated(DAY, DAY, "day", "the article's own day")
    dating = Dating("a1", DAY.isoformat(), None, "stated", 0.9, window=window, news_day=news)
    cast = {"a1": actors.resolve(reading.cast, window, reading.cast.claims)}
    rows, _ = merge(Story("s1", ("a1",), (), ()), [reading], [dating], cast)
    return rows


@pytest.mark.parametrize(
    ("text", "type_", "country", "basis"),
    [
        ("Tunisian police arrested eleven activists on Sunday.", "COERCE", "TUN", "police and courts act at home"),
        ("Peruvian teachers marched on Wednesday.", "PROTEST", "PER", "protested at home"),
        ("Niger expelled the French ambassador on Friday.", "SANCTION", "NER", "done on its own soil"),
        ("Brazil's foreign minister visited Chile on Friday.", "CONSULT", "CHL", "the country visited"),
        ("Malian soldiers attacked Malian rebels on Friday.", "ASSAULT", "MLI", "all its sides are of this country"),
        ("Chile detained a Peruvian banker on Friday.", "COERCE", "CHL", "done on its own soil"),
        ("Bolivia's army declared martial law on Friday.", "COERCE", "BOL", "done on its own soil"),
        ("Bolivia tested a missile on Friday.", "MOBILIZE", "BOL", "done on its own soil"),
        ("Chad attacked Niger with missiles on Friday.", "ASSAULT", "NER", "the state attacked"),
        (
            "Rain fell in Lima on Sunday.\n\nPolice detained eleven people.",
            "COERCE",
            "PER",
            "police and courts act at home",
        ),
        ("Rain fell in Lima on Sunday.\n\nGunmen killed eleven Peruvians.", "ASSAULT", "PER", "the report's scene"),
        ("Rain fell in Lima and Oslo.\n\nGunmen killed eleven Peruvians.", "ASSAULT", None, None),
        ("Chadian drones hit a Kenyan ship on Friday.", "ASSAULT", None, None),
        ("Kenyan soldiers detained two Ugandan farmers.", "COERCE", None, None),
        ("Kenya accused Uganda of theft.", "ACCUSE", None, None),
        ("American jets bombed Syrian positions on Friday.", "ASSAULT", None, None),
        ("The presidents of Kenya and Rwanda spoke by telephone on Monday.", "CONSULT", None, None),
    ],
)
def test_sides_tell_the_land_of_what_is_done_at_home(
    read: Read, text: str, type_: str, country: str | None, basis: str | None
) -> None:
    found = event(read, text, type_)
    assert (found.place, found.place_country, found.place_basis) == (None, country, basis)


@pytest.mark.parametrize(
    ("text", "type_", "place", "basis"),
    [
        ("Kenya and Uganda signed a treaty in Geneva.", "SUPPORT", "Geneva", "words of the act"),
        ("Chaos spread in Lima. Peruvian police beat Peruvian students.", "ASSAULT", "Lima", "sentence before"),
        ("Kenyan jets bombed rebels. The strikes hit Kampala.", "ASSAULT", "Kampala", "sentence after"),
        ("Talks began in Geneva. Kenya's president met Uganda's there.", "CONSULT", "Geneva", "there"),
        ("Rain fell in Lima. Peruvian students marched through the city.", "PROTEST", "Lima", "the town named before"),
        ("Shops shut in Lima. Peruvian troops patrolled the city.", "MOBILIZE", "Lima", "the town named before"),
        (
            "Shops shut in Lima. Chile said it would send troops to the city.",
            "THREATEN",
            "Lima",
            "the town named before",
        ),
        ("Peruvian students marched through the capital on Sunday.", "PROTEST", "Lima", "the capital"),
        (
            "Kenya and Uganda signed a treaty.\n\nThe ceremony was held on a lawn in Geneva.",
            "SUPPORT",
            "Geneva",
            "where it was held",
        ),
        ("A Moscow court jailed a French student on Monday.", "COERCE", "Moscow", "town of the police or court"),
    ],
)
def test_words_around_an_act_tell_its_place(read: Read, text: str, type_: str, place: str, basis: str) -> None:
    found = event(read, text, type_)
    assert (found.place, found.place_basis) == (place, basis)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell in Lima. Kenya accused Uganda of designs on the city.",
        "Kenyan students marched against the capital's mayor.",
        "Kenyan and Ugandan soldiers fought for hours near the capital.",
        "Kenya and Uganda signed a treaty. It rained.\n\nThe mayor of the town was born in Geneva.",
    ],
)
def test_a_town_that_is_not_the_act_s_own_is_none(read: Read, text: str) -> None:
    reading = read(text)
    assert {event(read, text, c.type).place for c in reading.codings} == {None}


def test_a_town_and_another_country_are_two_scenes(read: Read) -> None:
    text = "Chad attacked Kenyan troops in Lagos on Sunday. Chad attacked Kenyan troops in Niger on Sunday."
    assert {row.place for row in events(read, text)} == {"Lagos", "Niger"}
