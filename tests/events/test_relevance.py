"""Which sentences report a political event at all. The sentences are invented."""

from __future__ import annotations

import pytest

from tellings.actors import find
from tellings.events.relevance import reported
from tellings.model.article import Article
from tellings.text.parser import Parser

CASES = [
    ("Lawmakers rejected the bill on Tuesday.", True),
    ("Gunmen abducted two aid workers near the border.", True),
    ("The foreign ministry summoned the ambassador of Chile.", True),
    ("The interior ministry dissolved the electoral council.", True),
    ("Nurses marched outside the town hall.", True),
    ("A lorry overturned and two people were killed.", False),
    ("The lake is four miles long.", False),
    ("The minister is said to like chess.", False),
    ("The parliament did not dissolve the council.", False),
    ("Three Chilean bathers were arrested for theft.", False),
    ("Soldiers arrested two Chilean journalists in Fiji.", True),
    ("Police beat a veteran activist in Suva.", True),
    ("A tank of solvent blew up at the plant.", False),
    ("Rebels blew up a bridge near the border.", True),
    ("The president of Peru spoke to reporters on Monday.", False),
    ("Ministry officials predicted a dry summer.", False),
    ("A clerk pleaded guilty to theft.", False),
    ("The president of Peru said that the harvest was poor.", True),
    ("Chile's defence minister announced a plan for the coast.", True),
    ("The activist said that the vote had been a sham.", True),
    ("A cyclist died on the coast road, police said.", False),
    ("Two people drowned in the storm, authorities said.", False),
    ("The baker said that flour was dear.", False),
    ("The president of Peru did not say whether he was well.", False),
]


@pytest.mark.parametrize(("text", "relevant"), CASES, ids=[text for text, _ in CASES])
def test_a_sentence_is_relevant_where_a_side_with_a_part_in_politics_acts(
    parser: Parser, text: str, relevant: bool
) -> None:
    article = Article("a", "a", "a", text)
    parsed = parser.parse(article)
    assert bool(list(reported(parsed, find(article, parsed)))) is relevant


def test_the_rule_that_found_an_event_is_named(parser: Parser) -> None:
    article = Article("a", "a", "a", "The interior ministry dissolved the electoral council.")
    parsed = parser.parse(article)
    rules = [found.rule for found in reported(parsed, find(article, parsed))]
    assert "dissolve: done by a political side" in rules
