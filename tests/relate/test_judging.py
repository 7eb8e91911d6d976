from __future__ import annotations

from tests.relate.lineage import INDEPENDENT, REPORT, cut, reading

from tellings.relate.judging import COMPARED, chances, judge


def test_all_pairs_of_a_small_story_are_judged() -> None:
    core, judged = judge([reading("a1", REPORT), reading("a2", cut(REPORT, 0.6)), reading("a3", INDEPENDENT)])
    assert core == [0, 1, 2]
    assert list(judged) == [(0, 1), (0, 2), (1, 2)]
    assert [chance >= 0.5 for chance in chances(judged).values()] == [True, False, False]


def test_a_single_article_is_compared_with_nothing() -> None:
    assert judge([reading("a1", REPORT)]) == ([0], {})


def test_pairs_grow_with_the_articles_of_a_large_story() -> None:
    size = 3 * COMPARED
    core, judged = judge([reading(f"a{i:03}", f"{REPORT} Number {i} ends here.") for i in range(size)])
    assert len(core) == COMPARED
    assert len(judged) < COMPARED * size
