"""Heads, labels and sentences are those that the pipeline's own component finds."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from tellings.text.heads import Heads
from tellings.text.looks import LOOKED_UP
from tellings.text.model_files import checked_folder

TEXTS = [
    "Orvia's envoy met two ministers of Velland on Monday. They spoke of borders, of fish and of the railway.",
    "Talks.",
    "He left. \n She, who had come by train, stayed; nobody knows why the talks that they wanted so much failed.",
    "\n",
    "A hearing was held on the issue is scheduled for today",
]
FOUND = ["HEAD", "DEP", "SENT_START"]


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load(checked_folder())


def test_heads_are_those_that_the_component_finds(stock: Language) -> None:
    heads = Heads(stock.get_pipe("parser"))
    expected = [doc.to_array(FOUND).tolist() for doc in stock.pipe(TEXTS, disable=LOOKED_UP)]
    for size in (1, 4, 256):
        parsed = heads.pipe(stock.pipe(TEXTS, disable=["parser", *LOOKED_UP]), batch_size=size)
        assert [doc.to_array(FOUND).tolist() for doc in parsed] == expected


def test_no_sentence_begins_where_none_may(stock: Language) -> None:
    doc = stock("The envoy left Orvia. Velland stayed.", disable=["parser"])
    doc[5].is_sent_start = False
    assert len(list(Heads(stock.get_pipe("parser"))(doc).sents)) == 1
