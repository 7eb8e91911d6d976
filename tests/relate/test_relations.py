from __future__ import annotations

import pytest
from tests.relate.lineage import FURNITURE, INDEPENDENT, OTHER_DAY, REPORT, REWORDED, cut, edited, reading

from tellings.model.relations import Telling
from tellings.relate import tell
from tellings.relate.words import fold

COPIES = {
    "word for word": REPORT,
    "with furniture around it": f"{FURNITURE}\n\n{REPORT}\n\n{FURNITURE}",
    "cut by three tenths": cut(REPORT, 0.7),
    "every twelfth word edited": edited(REPORT, 12),
}


def telling(one: str, other: str, **facts: object) -> Telling:
    (found,) = tell([reading("a1", one), reading("a2", other, **facts)]).tellings  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("other", COPIES.values(), ids=COPIES)
def test_a_copy_is_a_copy(other: str) -> None:
    assert telling(REPORT, other).relation == "copy"


def test_the_first_two_paragraphs_are_an_excerpt_of_the_whole() -> None:
    found = telling("\n\n".join(REPORT.split("\n\n")[:2]), REPORT)
    assert (found.relation, found.direction) == ("excerpt", "a2")
    assert "a part of it" in found.detail


def test_the_same_sentences_in_other_words_are_a_rewording() -> None:
    found = telling(REPORT, REWORDED)
    assert found.relation == "rewritten"
    assert found.direction is None


def test_every_fourth_word_edited_is_a_rewording() -> None:
    assert telling(REPORT, edited(REPORT, 4)).relation == "rewritten"


def test_the_same_sentences_in_a_page_marked_as_translated_are_a_translation() -> None:
    found = telling(REPORT, REWORDED, translated=True)
    assert (found.relation, found.direction) == ("translated", "a1")


def test_the_same_quotation_alone_makes_no_descent() -> None:
    found = telling(REPORT, INDEPENDENT)
    assert found.relation == "independent"
    assert found.shared


def test_a_translated_report_of_another_agency_is_independent() -> None:
    assert telling(REPORT, INDEPENDENT, translated=True).relation == "independent"


def test_other_news_of_the_same_people_is_independent() -> None:
    assert telling(REPORT, OTHER_DAY).relation == "independent"


@pytest.mark.parametrize("other", [*COPIES.values(), REWORDED, INDEPENDENT, OTHER_DAY, edited(REPORT, 4)])
def test_every_shared_passage_has_the_same_words_on_both_sides(other: str) -> None:
    for span in telling(REPORT, other).shared:
        mine, theirs = REPORT[span.start : span.end], other[span.other_start : span.other_end]
        assert plain(mine) == plain(theirs)


def plain(text: str) -> list[str]:
    return [fold(word.strip('“”",.;:-')) for word in text.replace("-", " ").split() if word.strip('“”",.;:-')]
