from __future__ import annotations

from itertools import pairwise

import pytest
from tests.relate.lineage import INDEPENDENT, REPORT, REWORDED, cut, reading

from tellings.relate.compare import Comparison, aligned, compare, text_of


def compared(one: str, other: str) -> Comparison:
    return compare(text_of(reading("a1", one)), text_of(reading("a2", other)))


def test_an_article_and_itself_share_everything() -> None:
    pair = compared(REPORT, REPORT)
    assert (pair.least, pair.verbatim, pair.own_facts) == (1.0, 1.0, (0, 0.0))
    assert (pair.meant, pair.facts) == (pytest.approx(1.0), pytest.approx(1.0))


def test_a_part_lies_in_the_whole_and_not_the_other_way() -> None:
    pair = compared(cut(REPORT, 0.5), REPORT)
    assert pair.one_covered == 1.0
    assert 0.4 < pair.other_covered < 0.7


def test_a_rewording_means_more_of_the_same_than_an_independent_report() -> None:
    assert compared(REPORT, REWORDED).meant > 2 * compared(REPORT, INDEPENDENT).meant


def test_a_name_that_one_quotes_and_the_other_tells_is_in_both() -> None:
    told = compared(
        "The tanker will be towed to Port Elmo, said the harbour office of Karsk.",
        'The office said: "We shall tow the tanker to Port Elmo."',
    )
    assert told.facts > 0.5


def test_what_has_no_words_shares_nothing() -> None:
    pair = compared("", REPORT)
    assert (pair.most, pair.verbatim, pair.meant, pair.facts) == (0.0, 0.0, 0.0, 0.0)


def test_passages_lie_in_both_articles_and_in_order() -> None:
    spans = aligned(compared(REPORT, REWORDED))
    assert list(spans) == sorted(spans, key=lambda span: (span.start, span.other_start))
    assert all(0 <= s.start < s.end <= len(REPORT) and s.other_end <= len(REWORDED) for s in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
