"""The quick networks give what the networks as they come give."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language

from tellings.text import vectors as module
from tellings.text.model_files import checked_folder
from tellings.text.vectors import Vectors

TEXTS = ["Orvia's envoy can't leave.", "Talks.", "Two ministers of Orvia and of Velland met on Monday in the capital."]


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load(checked_folder())


def test_tokens_have_the_vectors_that_the_network_gives_them(stock: Language) -> None:
    network = stock.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    docs = [stock.make_doc(text) for text in TEXTS]
    quick = Vectors(network)
    for _ in range(2):  # embedded first, then looked up
        for expected, found in zip(network.predict(docs), quick.of(docs), strict=True):
            np.testing.assert_allclose(found, expected, atol=1e-5)


def test_a_text_has_the_same_vectors_alone_and_among_others(stock: Language) -> None:
    network = stock.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    docs = [stock.make_doc(text) for text in TEXTS]
    together = Vectors(network).of(docs)
    for doc, expected in zip(docs, together, strict=True):
        (alone,) = Vectors(network).of([doc])
        assert np.array_equal(alone, expected)


def test_words_are_let_go_when_there_are_too_many(stock: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WORDS", 3)
    network = stock.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    docs = [stock.make_doc(text) for text in TEXTS]
    quick = Vectors(network)
    first = quick.of(docs)
    for expected, found in zip(first, quick.of(docs), strict=True):
        assert np.array_equal(found, expected)
    assert len(quick._rows) < 30
