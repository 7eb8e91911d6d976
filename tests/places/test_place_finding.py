"""Which names are places, and which place is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tellings.model.actors import Cast, Entity, Mention
from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.places import find, named
from tellings.places.gazetteer import fold, gazetteer

Parse = Callable[[str], tuple[Article, Parsed]]


def places(parse: Parse, text: str, cast: Cast | None = None) -> list[tuple[str, str, str | None]]:
    return [(p.text, p.name, p.country) for p in find(*parse(text), cast or Cast())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministers met in Brasília on Friday.", [("Brasília", "Brasília", "BRA")]),
        (
            "He flew from Buenos Aires to Montevideo.",
            [("Buenos Aires", "Buenos Aires", "ARG"), ("Montevideo", "Montevideo", "URY")],
        ),
        ("She was born in Paris, Texas.", [("Paris", "Paris", "USA"), ("Texas", "Texas", "USA")]),
        ("She was born in Paris.", [("Paris", "Paris", "FRA")]),
        ("Shells fell near Kiev.", [("Kiev", "Kyiv", "UKR")]),
        ("Troops stayed in the Gaza Strip.", [("Gaza Strip", "Gaza Strip", "PSE")]),
        ("They held talks at the Kremlin.", [("Kremlin", "Moscow", "RUS")]),
        ("They met in Pristina.", [("Pristina", "Pristina", "XKX")]),
        ("A ship sank in the South China Sea.", [("South China Sea", "South China Sea", None)]),
        ("The raid hit the village of Ustarka.", [("Ustarka", "Ustarka", None)]),
        ("She praised the port of call.", []),
        ("He spoke in Germany.", [("Germany", "Germany", "DEU")]),
        ("He travelled to Germany.", [("Germany", "Germany", "DEU")]),
        ("They met in the Moroccan capital.", [("Moroccan capital", "Rabat", "MAR")]),
        ("Talks began in the capital of Peru.", [("capital of Peru", "Lima", "PER")]),
        ("They met in the Qatari capital Doha.", [("Doha", "Doha", "QAT")]),
        ("They met in New Delhi.", [("New Delhi", "New Delhi", "IND")]),
        ("Rebels shelled El Fasher's main hospital.", [("El Fasher", "El Fasher", "SDN")]),
        ("Shots were fired in Naypyidaw.", [("Naypyidaw", "Naypyidaw", "MMR")]),
        ("Shells fell in Kaesong.", [("Kaesong", "Kaesong", "PRK")]),
        ("Four frigates entered the Sulima Strait.", [("Sulima Strait", "Sulima Strait", None)]),
        ("He was freed at the Luvazi crossing.", [("Luvazi", "Luvazi", None)]),
        ("Riots broke out in Georgia.", [("Georgia", "Georgia", "GEO")]),
    ],
)
def test_names_come_to_places(parse: Parse, text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert places(parse, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Brazil accused Argentina of dumping.",
        "Aid to Germany was stopped, according to Chile.",
        "The Washington Post reported it.",
        "Paris Hilton was there.",
        "They met in March.",
        "Venezuela sent soldiers.",
        "The Moroccan capital markets fell.",
    ],
)
def test_actors_and_names_of_others_are_no_places(parse: Parse, text: str) -> None:
    assert places(parse, text) == []


def test_a_city_inside_the_name_of_an_office_is_no_place(parse: Parse) -> None:
    text = "The mayor of Lyon spoke."
    mention = Mention(0, 0, 1, 0, 17, "The mayor of Lyon", "office", 0)
    assert places(parse, text, Cast((mention,), (Entity(0, "office", "mayor of Lyon", "FRA"),))) == []


def test_a_country_that_the_article_names_decides_between_towns(parse: Parse) -> None:
    text = "Chile sent envoys. Unrest spread in Santiago and in Los Angeles."
    mention = Mention(0, 0, 0, 0, 5, "Chile", "state", 0)
    cast = Cast((mention,), (Entity(0, "state", "Chile", "CHL"),))
    assert places(parse, text, cast)[0] == ("Santiago", "Santiago", "CHL")


def test_a_small_namesake_is_not_taken_for_the_city(parse: Parse) -> None:
    mention = Mention(0, 0, 0, 0, 13, "United States", "state", 0)
    cast = Cast((mention,), (Entity(0, "state", "United States", "USA"),))
    assert places(parse, "The United States signed it in Geneva.", cast)[-1] == ("Geneva", "Geneva", "CHE")


@pytest.mark.parametrize(
    ("text", "taken"), [("They met on the outskirts of Goma.", "Goma"), ("Envoys gathered in Brussels.", "Brussels")]
)
def test_a_city_that_was_taken_for_someone_is_a_place_after_words_of_place(parse: Parse, text: str, taken: str) -> None:
    start = text.index(taken)
    mention = Mention(0, 0, 0, start, start + len(taken), taken, "person", 0)
    assert places(parse, text, Cast((mention,), (Entity(0, "person", taken),)))[0][1] == taken
    assert places(parse, text, Cast((mention,), (Entity(0, "person", f"Ada {taken}"),))) == []


def test_a_name_said_to_be_a_town_is_one_in_a_land_that_is_named(parse: Parse) -> None:
    text = "They stormed Palma, a town of 60,000."
    start = text.index("Palma")
    mention = Mention(0, 0, 1, start, start + 5, "Palma", "person", 0)
    land = Mention(1, 0, 0, 0, 0, "Spain", "state", 1)
    cast = Cast((mention, land), (Entity(0, "person", "Palma"), Entity(1, "state", "Spain", "ESP")))
    assert [p.country for p in find(*parse(text), cast)] == ["ESP"]
    assert find(*parse(text), Cast((mention,), (Entity(0, "person", "Palma"),))) == ()


def test_the_head_governs_the_place_through_prepositions(parse: Parse) -> None:
    article, parsed = parse("The ministers met in Geneva and Vienna.")
    heads = [parsed.sentences[p.sentence].tokens[p.head].text for p in find(article, parsed, Cast())]
    assert heads == ["met", "met"]


def test_a_place_knows_where_it_lies(parse: Parse) -> None:
    (place,) = find(*parse("They met in Geneva."), Cast())
    assert place.geonames_id == 2660646
    assert place.latitude == pytest.approx(46.2, abs=0.1)
    assert "Geneva" in place.detail


def test_names_are_folded() -> None:
    assert fold("The São Paulo") == "sao paulo"
    assert fold("St. Petersburg") == "st petersburg"


def test_every_capital_is_known() -> None:
    from tellings.vocab.countries import countries

    known = gazetteer()
    missing = [c.code for c in countries().values() if c.capitals and not any(fold(n) in known for n in c.capitals)]
    assert len(missing) < 12, missing


def test_another_spelling_of_a_small_town_counts_where_its_country_is_named(parse: Parse) -> None:
    text = "The ferry sank near Izmail on Friday."
    assert places(parse, text) == [("Izmail", "Izmail", None)]
    mention = Mention(0, 0, 0, 0, 0, "Ukraine", "state", 0)
    cast = Cast((mention,), (Entity(0, "Ukraine", "state", country="UKR"),))
    assert places(parse, text, cast) == [("Izmail", "Izmail", "UKR")]


def test_a_name_alone_is_the_capital_or_the_largest() -> None:
    found = named("Buenos Aires")
    assert found
    assert (found.name, found.country) == ("Buenos Aires", "ARG")
    assert named("Ustarka") is None


def test_a_list_of_any_length_is_read(parse: Parse) -> None:
    listed = ", ".join(["Lima", "Oslo", "Paris"] * 40)
    assert len(places(parse, f"Troops went to {listed} and Rome.")) > 30


def test_a_state_of_the_usa_is_no_city_that_is_called_so_too(parse: Parse) -> None:
    colombian = Cast(
        entities=(Entity(0, "state", "Colombia", "COL", None),),
        mentions=(Mention(0, 0, 0, 9, 12, "Colombia", "state", 0),),
    )
    assert [p.country for p in find(*parse("He is accused in Florida of fraud."), colombian)] == ["USA"]


def test_a_republic_is_no_town(parse: Parse) -> None:
    assert places(parse, "The ministry of the Republic of Zambia spoke.") == []
    assert places(parse, "They met in the Republic of Zambia.") == [("Republic of Zambia", "Zambia", "ZMB")]
