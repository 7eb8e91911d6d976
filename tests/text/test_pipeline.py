"""The quick pipeline gives what the pipeline as it comes gives, and a text's parse hangs on no other text."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tellings.text.looks import LOOKED_UP, Looked
from tellings.text.model_files import checked_folder
from tellings.text.pipeline import pipeline

EXAMPLES = Path(__file__).parents[2] / "examples/pages"
TEXTS = [
    *(
        line
        for page in sorted(EXAMPLES.glob("*.txt"))[:6]
        for line in page.read_text("utf-8").split("\n")
        if line.strip()
    ),
    "There are envoys who said they're gonna talk; let's see.",
    "He ain't leaving, y'all, and I gotta go.",
    "But you and I know what it does to them.",
    "Talks.",
]
Read = list[tuple[str, ...]]


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load(checked_folder())


def as_it_comes(doc: Doc) -> Read:
    return [(t.text, t.tag_, t.dep_, str(t.head.i), t.ent_type_, t.ent_iob_, t.pos_, t.lemma_) for t in doc]


def quick(doc: Doc, looked: Looked) -> Read:
    (looks,) = looked.of([doc])
    return [
        (t.text, t.tag_, t.dep_, str(t.head.i), t.ent_type_, t.ent_iob_, look.pos, look.lemma)
        for t, look in zip(doc, looks, strict=True)
        if (look.text, look.tag, look.dep) == (t.text, t.tag_, t.dep_)
    ]


def test_nothing_is_other_than_as_it_comes(stock: Language) -> None:
    looked = Looked(pipeline())
    expected = [as_it_comes(doc) for doc in stock.pipe(TEXTS)]
    for _ in range(2):  # found first, then looked up
        assert [quick(doc, looked) for doc in pipeline().pipe(TEXTS, disable=LOOKED_UP)] == expected


def test_a_text_is_parsed_alike_alone_and_among_others() -> None:
    looked = Looked(pipeline())
    together = [quick(doc, looked) for doc in pipeline().pipe(TEXTS, disable=LOOKED_UP)]
    alone = [quick(pipeline()(text, disable=LOOKED_UP), looked) for text in TEXTS]
    assert alone == together
