from __future__ import annotations

from tellings.relate.families import Through, families, through


def test_one_wrong_pair_does_not_join_two_families() -> None:
    one, other = {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 1.0}, {(3, 4): 1.0, (3, 5): 1.0, (4, 5): 1.0}
    assert families([1.0] * 6, {**one, **other, (2, 3): 0.9}, range(6)) == [[0, 1, 2], [3, 4, 5]]


def test_a_report_merged_from_two_goes_to_one_and_does_not_join_them() -> None:
    chances = {(0, 1): 1.0, (0, 3): 0.9, (1, 3): 0.9, (2, 3): 0.8, (0, 2): 0.1, (1, 2): 0.1}
    assert families([1.0] * 4, chances, range(4)) == [[0, 1, 3], [2]]


def test_an_extract_that_shows_little_does_not_part_its_source_from_the_rest() -> None:
    chances = {(0, 1): 0.6, (1, 2): 1.0, (0, 2): 0.1}
    assert families([1.0, 1.0, 1.0], chances, range(3)) == [[0], [1, 2]]
    assert families([9.0, 9.0, 2.0], chances, range(3)) == [[0, 1, 2]]


def test_what_is_outside_the_core_goes_to_its_nearest() -> None:
    assert families([1.0] * 4, {(0, 1): 0.0, (0, 2): 0.9, (1, 2): 0.6, (1, 3): 0.3}, [0, 1]) == [[0, 2], [1], [3]]


def test_two_of_a_family_are_related_over_the_third_whose_weaker_link_is_best() -> None:
    chances = {(0, 1): 0.3, (0, 2): 0.9, (1, 2): 0.6, (0, 3): 1.0, (1, 3): 0.5}
    assert through(0, 1, [0, 1, 2, 3], chances) == Through(2, 0.6)
    assert through(0, 1, [0, 1], chances) is None
