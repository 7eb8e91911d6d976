from __future__ import annotations

from tellings.relate.linkage import linked


def test_the_most_alike_join_first_and_what_is_not_alike_stays_alone() -> None:
    assert linked(4, {(0, 1): 0.9, (1, 2): 0.4, (2, 3): 0.8}, 0.5) == [[0, 1], [2, 3]]


def test_a_chain_does_not_join_what_its_ends_deny() -> None:
    assert linked(3, {(0, 1): 0.6, (1, 2): 0.59}, 0.5) == [[0, 1], [2]]


def test_a_third_joins_two_that_are_both_alike_to_it() -> None:
    assert linked(3, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.5}, 0.5) == [[0, 1, 2]]


def test_far_things_change_nothing() -> None:
    near = {(0, 1): 0.6, (1, 2): 0.59}
    assert linked(6, near | {(3, 4): 0.9, (4, 5): 0.55}, 0.5)[:2] == linked(3, near, 0.5)


def test_a_heavy_thing_counts_for_more_than_a_light_one() -> None:
    likeness = {(0, 1): 0.9, (0, 2): 0.7, (1, 2): 0.1}
    assert linked(3, likeness, 0.5) == [[0, 1], [2]]
    assert linked(3, likeness, 0.5, [5.0, 1.0, 1.0]) == [[0, 1, 2]]
