from __future__ import annotations

import pytest
from tests.relate.lineage import INDEPENDENT, REPORT, REWORDED, article

from tellings.relate.diction import READS_FOREIGN, foreign, signs

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
