from __future__ import annotations

import numpy as np
import pytest
from tests.relate.lineage import reading

from tellings.model.spans import Span
from tellings.relate.words import fold, prints, shingles, stem, winnow, words_of


def test_words_keep_their_places() -> None:
    text = "Brandt’s boats, two of them, left."
    assert [text[w.start : w.end] for w in words_of(reading("a", text))] == [
        "Brandt’s",
        "boats",
        "two",
        "of",
        "them",
        "left",
    ]


def test_a_possessive_and_its_name_are_one_word() -> None:
    assert fold("Brandt’s") == fold("BRANDT'S") == fold("Brandt") == "brandt"


@pytest.mark.parametrize(
    "text", ['He said "the nets are lost" here', "He said “the nets are lost” here", "He said «the nets are lost» here"]
)
def test_words_in_quotation_marks_are_known(text: str) -> None:
    assert [w.folded for w in words_of(reading("a", text)) if w.quoted] == ["the", "nets", "are", "lost"]


def test_a_quotation_in_a_quotation_ends_with_the_outer_marks() -> None:
    text = "“It makes the “bridge” strong,” he said."
    assert [w.folded for w in words_of(reading("a", text)) if not w.quoted] == ["he", "said"]


def test_the_dateline_is_stepped_over() -> None:
    text = "LUSK, May 3 (VNA) -- Boats left."
    words = words_of(reading("a", text, dateline=Span(0, 21)))
    assert [w.folded for w in words] == ["boats", "left"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("praised", "praising"), ("nets", "net"), ("agreed", "agree"), ("countries", "country"), ("stopped", "stop")],
)
def test_inflections_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("erdoğan", "erdogan"), ("cafés", "cafe"), ("guaidó", "guaido")])
def test_an_accent_parts_no_words(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_hashes_do_not_change_between_runs() -> None:
    assert shingles(["the", "boats", "left", "the", "port"]).tolist() == [17849803348075176983]


def test_a_shared_run_of_eight_words_leaves_a_common_print() -> None:
    shared = ["boats", "left", "the", "port", "of", "lusk", "at", "dawn"]
    one = prints([["many", "of", "the", "old", "and", "rusty", *shared]])
    other = prints([[*shared, "when", "nobody", "looked", "at", "them"]])
    assert set(one.tolist()) & set(other.tolist())


def test_no_print_reaches_over_the_end_of_a_run() -> None:
    words = ["boats", "left", "the", "port", "of", "lusk"]
    assert len(prints([words])) == 2
    assert not len(prints([words[:3], words[3:]]))
    assert prints([words, words]).tolist() == prints([words]).tolist()


def test_few_hashes_are_all_kept() -> None:
    assert winnow(np.array([3, 1, 2], np.uint64)).tolist() == [1, 2, 3]


def test_no_words_have_no_prints() -> None:
    assert not len(prints([]))
    assert not len(prints([["boats"]]))
