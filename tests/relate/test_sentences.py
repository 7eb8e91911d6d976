from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.relate.lineage import INDEPENDENT, REPORT, REWORDED, reading

from tellings.relate.sentences import Said, match, overlap, sentences_of
from tellings.relate.words import words_of

SAID = st.frozensets(st.sampled_from("abcdefgh"), min_size=1).map(
    lambda ws: Said(dict.fromkeys(ws, 3.0), 3.0 * len(ws))
)


def said(text: str) -> tuple[Said, ...]:
    made = reading("a", text)
    return sentences_of(made, words_of(made))


def test_a_rewording_keeps_sentences_in_order() -> None:
    assert match(said(REPORT), said(REWORDED)).one > 0.8


def test_an_independent_report_shares_few_sentences() -> None:
    found = match(said(REPORT), said(INDEPENDENT))
    assert max(found.one, found.other) < 0.4


def test_quoted_words_do_not_count() -> None:
    one, other = (
        said('"Herring swims in the cold strait of Lusk," muttered bishop Olaf grimly.'),
        said('Shopkeepers rejoiced loudly: "Herring swims in the cold strait of Lusk."'),
    )
    assert overlap(one[0], other[0]) == 0.0


@given(st.lists(SAID, max_size=8), st.lists(SAID, max_size=8))
def test_matches_keep_the_order_and_use_each_sentence_once(one: list[Said], other: list[Said]) -> None:
    pairs = match(one, other).pairs
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(st.lists(SAID, min_size=1, max_size=8))
def test_a_text_matches_itself_whole(sentences: list[Said]) -> None:
    found = match(sentences, sentences)
    assert found.one == found.other == 1.0
