from __future__ import annotations

import pytest
from tests.relate.lineage import INDEPENDENT, REPORT, REWORDED, article

from tellings.relate.diction import PLAIN, READS_FOREIGN, foreign, grammar, signs

CARRIED_OVER = {
    "a weekday with “this” for a day that is past": "The delegation arrived this Tuesday.",
    "the months of a year": "They had met in March of 2030.",
    "a day of the month with an article": "The talks ended the 4 of May.",
    "a name beside its kind": "A boat sank on the lake Osk.",
    "a source": "According to the words of witnesses, it burned.",
    "a preposition that English does not use": "The mayor declared to the journalists that it burned.",
    "a verb in front of its subject": "Signed the document the two envoys.",
    "a joining word": "And said the minister that the talks go on.",
}


@pytest.mark.parametrize("text", CARRIED_OVER.values(), ids=CARRIED_OVER)
def test_turns_of_another_language_are_found(text: str) -> None:
    assert foreign(article("a", text)) > 0


@pytest.mark.parametrize("text", [REPORT, REWORDED, INDEPENDENT])
def test_what_was_written_in_english_does_not_read_like_a_translation(text: str) -> None:
    assert foreign(article("a", text)) < READS_FOREIGN / 2


def test_what_a_page_says_of_itself_is_enough() -> None:
    assert foreign(article("a", REPORT, translated=True)) >= READS_FOREIGN


def test_every_sign_weighs_something_and_less_than_all_that_is_needed() -> None:
    assert all(0 < sign.weight < READS_FOREIGN for sign in signs())


HEAVY = (
    "The visit of the minister of the sea of the republic in the port of the capital is the first of the year. "
    "The fishermen of the coast of the north received the news of the opening of the strait in the hall of the council, "
    "and the members of the crew of the vessel of the guard of the coast thanked the bishop of the city."
)


def test_the_words_of_grammar_lean_towards_a_translation_and_never_suffice() -> None:
    assert grammar(HEAVY) > PLAIN > grammar(REPORT)
    assert 0 < foreign(article("a", HEAVY)) < READS_FOREIGN


def test_of_few_words_and_of_other_languages_grammar_says_nothing() -> None:
    assert grammar("The visit of the minister of the sea.") == 0.0
    assert foreign(article("a", HEAVY, language="es")) == 0.0
