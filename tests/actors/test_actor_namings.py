"""Who is named again by a part of a full name, also where that part is a place's name as well."""

from __future__ import annotations

import pytest

from tellings.actors import find
from tellings.model.article import Article
from tellings.text.parser import Parser


def named(parser: Parser, text: str, words: str) -> list[str]:
    """The entities, in order, that the mentions ending in `words` name."""
    article = Article("t", "t", "t", text)
    cast = find(article, parser.parse(article))
    return [cast.entities[m.entity].name for m in cast.mentions if m.text.endswith(words)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Governor Carla Houston closed the roads. “Stay home,” Houston said.", "Houston", "Carla Houston"),
        ("Coach Brian Chad resigned on Sunday. Chad said he would move to France.", "Chad", "Brian Chad"),
        (
            "The American actor Morris Washington opened a school. “I was a boy like you,” Washington told the pupils.",
            "Washington",
            "Morris Washington",
        ),
        ("Gov. Washington shut the port. Washington said the storm was near.", "Washington", "Washington"),
        (
            "Labour Minister Maria del Carmen Ugarte Paredes spoke. “Dialogue has won,” Ugarte Paredes said.",
            "Paredes",
            "Maria del Carmen Ugarte Paredes",
        ),
        (
            "Deputy Foreign Minister Katarzyna Nowicka-Zych spoke. “One was not ready,” Nowicka-Zych said.",
            "Zych",
            "Katarzyna Nowicka-Zych",
        ),
        ("Envoy Pieter van Oosterhout left. “It was frank,” van Oosterhout said.", "hout", "Pieter van Oosterhout"),
        ("A resident, Daw Khin May Than, left. “They went,” Daw Khin May Than said.", "Than", "Khin May Than"),
    ],
)
def test_a_part_of_a_full_name_is_the_person(parser: Parser, text: str, words: str, name: str) -> None:
    """Whatever the tagger takes the part for."""
    found = named(parser, text, words)
    assert found
    assert set(found) == {name}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The actor Morris Washington opened a school. Washington flew in from Washington on Sunday.",
            "Washington",
            ["Morris Washington", "Morris Washington", "United States"],
        ),
        (
            "Rights lawyer Lina Jordan wept. Jordan's foreign minister left. Jordan said it would close the border.",
            "Jordan",
            ["Lina Jordan", "Jordan"],
        ),
        ("The USS George Washington left port. Washington said it would stay.", "Washington said", []),
        ("Jordan closed the border. Union leader Keith Jordan wept.", "Jordan", ["Jordan", "Keith Jordan"]),
    ],
)
def test_a_place_stays_a_place(parser: Parser, text: str, words: str, name: list[str]) -> None:
    """After "in" or "from", before the person is introduced, and where the article speaks of the state."""
    assert named(parser, text, words) == name


def test_two_of_one_name_are_told_apart_by_generation_and_office(parser: Parser) -> None:
    """The younger is "Jr.", the former president the one who was called so."""
    text = (
        "Senator Ramon Alcaraz Jr. announced his bid, ten years after his father, former president Ramon Alcaraz Sr., "
        "left office. The younger Alcaraz said yes. The elder Alcaraz said no. The former president smiled. "
        "Senator Alcaraz left."
    )
    assert named(parser, text, "younger Alcaraz") == ["Ramon Alcaraz Jr."]
    assert named(parser, text, "elder Alcaraz") == ["Ramon Alcaraz Sr"]
    assert named(parser, text, "The former president") == ["Ramon Alcaraz Sr"]
    assert named(parser, text, "Senator Alcaraz") == ["Ramon Alcaraz Jr."]


def test_a_camp_is_no_person_and_a_name_between_commas_is_one(parser: Parser) -> None:
    """Whatever the tree hangs it from."""
    text = "The head of the agency's operations in Chad, Zunilde Rousselot, visited the Adre camp. Rousselot left."
    assert named(parser, text, "Rousselot") == ["Zunilde Rousselot", "Zunilde Rousselot"]
    assert named(parser, text, "Adre") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The ambassador to China Nicholas Burnside left.", "Burnside", "Nicholas Burnside"),
        ("Permanent Representative to the OSCE Arkady Lukonin spoke.", "Lukonin", "Arkady Lukonin"),
        ("The Minister for Sustainability Tan Wee Liang spoke.", "Liang", "Tan Wee Liang"),
        ("Okinawa Gov. Tamashiro Kenji spoke.", "Kenji", "Tamashiro Kenji"),
        ("Lawyer Aoife Brennan SC spoke.", "Brennan", "Aoife Brennan"),
        ("Foreign Minister Alberto Undurraga Vial spoke. Undurraga left.", "Undurraga", "Alberto Undurraga Vial"),
        ("Railways Secretary Ambreen Tariq spoke. The secretary replied that it rained.", "secretary", "Ambreen Tariq"),
    ],
)
def test_what_stands_around_a_name_is_not_of_it(parser: Parser, text: str, words: str, name: str) -> None:
    """Posts, fields and honours; and the words by which its bearer is known further on."""
    assert named(parser, text, words) == [name]


def test_who_is_sent_to_a_state_is_not_of_it(parser: Parser) -> None:
    """The state before the office is the one that sends."""
    article = Article("t", "t", "t", "US ambassador to China Nicholas Burnside said no.")
    (person,) = [e for e in find(article, parser.parse(article)).entities if e.kind == "person"]
    assert (person.country, person.office) == ("USA", "ambassador")
