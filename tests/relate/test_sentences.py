from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relate.lineage import INDEPENDENT, REPORT, REWORDED, reading

from tellings.model.spans import Span
from tellings.relate.sentences import MATCH, Matched, Said, match, sentences_of
from tellings.relate.words import words_of

SAID = st.frozensets(st.sampled_from("abcdefgh"), min_size=1).map(
    lambda ws: Said(Span(0, 1), tuple(sorted(ws)), dict.fromkeys(ws, 3.0), {})
)


def said(text: str) -> tuple[Said, ...]:
    made = reading("a", text)
    return sentences_of(made, words_of(made))


def alike(one: str, other: str) -> list[Matched]:
    return [pair for pair in match(said(one), said(other)) if pair.likeness >= MATCH]


def test_a_rewording_keeps_nearly_every_sentence() -> None:
    assert len(alike(REPORT, REWORDED)) >= len(said(REPORT)) - 1


def test_an_independent_report_shares_few_sentences() -> None:
    assert len(alike(REPORT, INDEPENDENT)) <= 1


def test_quoted_words_do_not_count() -> None:
    one = said('"Herring swims in the cold strait of Lusk," muttered old bishop Olaf grimly.')
    other = said('Shopkeepers in town rejoiced loudly: "Herring swims in the cold strait of Lusk."')
    assert not match(one, other)


def test_a_speech_is_compared_by_its_words() -> None:
    speech = '"We counted twelve boats in the strait of Lusk. We shall not count them twice, my friends," he said.'
    assert sum(len(sentence.words) for sentence in said(speech)) > 12


def test_sentences_of_two_languages_meet_by_names_and_numbers() -> None:
    one = said("In the port of Lusk, minister Josip Brandt counted 412 boats on the day after the storm.")
    other = said("El ministro Josip Brandt contó 412 barcos en Lusk después de la tormenta.")
    (pair,) = match(one, other, facts=True)
    assert pair.likeness > 0.8


def test_names_and_numbers_are_facts_and_first_words_are_not() -> None:
    (only,) = said("Fishermen from Lusk lost twelve boats and 412 nets.")
    assert set(only.facts) == {"lusk", "12", "412"}


def test_sentences_in_another_order_are_matched() -> None:
    turned = "\n\n".join(reversed(REPORT.split("\n\n")))
    assert len(alike(REPORT, turned)) == len(said(REPORT))


@settings(deadline=None)
@given(st.lists(SAID, max_size=8), st.lists(SAID, max_size=8))
def test_each_sentence_is_matched_once(one: list[Said], other: list[Said]) -> None:
    pairs = match(one, other)
    assert len({pair.one for pair in pairs}) == len({pair.other for pair in pairs}) == len(pairs)


@settings(deadline=None)
@given(st.lists(SAID, max_size=8), st.lists(SAID, max_size=8))
def test_the_sides_can_be_exchanged(one: list[Said], other: list[Said]) -> None:
    likeness = sorted(pair.likeness for pair in match(one, other))
    assert likeness == sorted(pair.likeness for pair in match(other, one))


@settings(deadline=None)
@given(st.lists(SAID, min_size=1, max_size=8, unique_by=lambda s: s.words))
def test_a_text_matches_itself_whole(sentences: list[Said]) -> None:
    pairs = match(sentences, sentences)
    assert [(pair.one, pair.likeness) for pair in pairs] == [(i, 1.0) for i in range(len(sentences))]
