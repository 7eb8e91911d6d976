"""What a word is in its sentence is found once for all words that the pipeline's own rules would answer alike."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from tellings.text.looks import BESIDE, EXPLETIVE, LOOKED_UP, Looked
from tellings.text.model_files import checked_folder

TEXTS = [
    "There is talk; there are there's talks, and we let's see what they've got.",
    "They gotta let\u2019s go. Let",
    "He's gonna and y'all ain't",
    "I seen 'em sayin' nothin', and you know it.",
]


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load(checked_folder())


def test_words_that_hang_on_each_other_are_asked_about_together(stock: Language) -> None:
    looked = Looked(stock)
    expected = [[(t.text, t.lemma_, t.pos_, t.tag_, t.dep_) for t in doc] for doc in stock.pipe(TEXTS)]
    for _ in range(2):  # found first, then looked up
        assert [[*map(tuple, looks)] for looks in looked.of(list(stock.pipe(TEXTS, disable=LOOKED_UP)))] == expected


def test_rules_ask_for_the_tag_the_label_a_word_and_whether_it_is_a_blank(stock: Language) -> None:
    for rule in stock.get_pipe("attribute_ruler").patterns:  # type: ignore[attr-defined]
        for pattern in rule["patterns"]:
            assert all(token.keys() <= {"TAG", "DEP", "LOWER", "IS_SPACE"} for token in pattern)


def test_the_words_that_hang_on_the_next_are_those_of_the_pipelines_rules(stock: Language) -> None:
    for rule in stock.get_pipe("attribute_ruler").patterns:  # type: ignore[attr-defined]
        for first, *more in rule["patterns"]:
            if more and first.get("DEP") != EXPLETIVE:
                assert first["LOWER"] in [*BESIDE, {"REGEX": "^y'?$"}]
