"""Names are those that the pipeline's own component finds."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from tellings.text.model_files import checked_folder
from tellings.text.named import Moves, Recogniser

TEXTS = [
    "Vladimir Putin spoke to the Orvian News Agency on Monday, 3 May 2021.",
    "Talks.",
    "The New York Times, the BBC and the European Union's High Representative for Foreign Affairs and Security Policy.",
    "He left Paris. \n London, on Tuesday, gave 3.5 million dollars to the International Committee of the Red Cross.",
    "FOREIGN MINISTRY OF THE RUSSIAN FEDERATION SAYS NO",
    "\n",
]


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load(checked_folder())


def test_names_are_those_that_the_component_finds(stock: Language) -> None:
    recogniser = Recogniser(stock.get_pipe("ner"))
    expected = list(stock.pipe(TEXTS))
    for size in (1, 4, 256):
        for doc, found in zip(
            expected, recogniser.pipe(stock.pipe(TEXTS, disable=["ner"]), batch_size=size), strict=True
        ):
            assert [(e.text, e.label_) for e in found.ents] == [(e.text, e.label_) for e in doc.ents]
            assert found.to_array(["ENT_IOB"]).tolist() == doc.to_array(["ENT_IOB"]).tolist()


def test_moves_are_told_apart_by_their_names() -> None:
    moves = Moves.of(["B-ORG", "B-GPE", "I-ORG", "I-GPE", "L-ORG", "L-GPE", "U-ORG", "U-GPE", "U-", "O"])
    assert moves.labels == ("ORG", "GPE")
    assert moves.outside.tolist() == [0, 1, 6, 7, 9]
    assert (moves.begins, moves.on.tolist(), moves.off.tolist()) == (2, [2, 3], [4, 5])
