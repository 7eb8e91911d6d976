from collections.abc import Callable

from tests.quotes.conftest import Finder

from tellings import actors
from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.quotes import find


def test_one_who_adds_is_the_last_who_spoke(quotes_in: Finder) -> None:
    found = quotes_in(
        'Ana Prado said that the customs house was safe and called the rumour "a fairy tale".\n\n'
        '"I have seen it with my own eyes," she added.',
        Ana_Prado="Ana Prado",
        she="officer",
    )
    assert found.name(found.one("direct").speaker) == "Ana Prado"


def test_he_is_the_person_who_acts_in_the_sentence_before_where_no_chain_says_so(quotes_in: Finder) -> None:
    found = quotes_in(
        'Rui Campos toured the port. "The cranes are working," he said.', Rui_Campos="Rui Campos", he="officer"
    )
    assert found.name(found.one("direct").speaker) == "Rui Campos"


def test_two_men_are_the_last_two_who_were_named(quotes_in: Finder) -> None:
    found = quotes_in(
        'Rui Campos received Otto Lima at the bridge. "There will be no more checkpoints here," the two men said.',
        Rui_Campos="Rui Campos",
        Otto_Lima="Otto Lima",
    )
    quote = found.one("direct")
    assert found.text(quote.speaker_span) == "the two men"
    assert found.name(quote.speaker) == "Rui Campos"
    assert [found.name(m) for m in quote.also] == ["Otto Lima"]


def test_speakers_joined_by_and_speak_together(quotes_in: Finder) -> None:
    found = quotes_in(
        '"The road is open again," Prado and Campos said on Friday.', Prado="Ana Prado", Campos="Rui Campos"
    )
    quote = found.one("direct")
    assert found.name(quote.speaker) == "Ana Prado"
    assert [found.name(m) for m in quote.also] == ["Rui Campos"]


def test_he_within_a_clause_on_someone_is_that_one(quotes_in: Finder) -> None:
    found = quotes_in(
        'Rui Campos held talks with Otto Lima, who praised Orvia for what he called its "quiet path" on the river.',
        Rui_Campos="Rui Campos", Otto_Lima="Otto Lima", he="Rui Campos",
    )  # fmt: skip
    assert found.name(found.one("mixed").speaker) == "Otto Lima"


def test_the_head_of_a_palace_is_the_one_president_of_that_country(
    parse: Callable[[str], tuple[Article, Parsed]],
) -> None:
    article, parsed = parse(
        "Brazilian President Ana Prado received Argentine Foreign Minister Rui Campos on Monday.\n\n"
        '"The ferry will sail again," said the Brazilian head of state at the start.\n\n'
        '"We are neither angry nor surprised," affirmed the Argentine diplomat.'
    )
    cast = actors.find(article, parsed)
    quotes = find(article, parsed, cast, ())
    assert [cast.entity_of(q.speaker).name for q in quotes if q.speaker is not None] == ["Ana Prado", "Rui Campos"]
