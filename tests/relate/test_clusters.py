from __future__ import annotations

from tellings.relate.clusters import Clusters


def test_what_fits_is_joined() -> None:
    clusters = Clusters(4, lambda left, right: True)
    clusters.join(3, 1)
    clusters.join(1, 2)
    assert clusters.groups() == [[0], [1, 2, 3]]


def test_a_chain_stops_where_the_ends_do_not_fit() -> None:
    clusters = Clusters(3, lambda left, right: all(abs(a - b) <= 1 for a in left for b in right))
    clusters.join(0, 1)
    clusters.join(1, 2)
    assert clusters.groups() == [[0, 1], [2]]


def test_a_refusal_is_asked_again_only_when_a_cluster_has_grown() -> None:
    asked: list[int] = []

    def fits(left: object, right: object) -> bool:
        asked.append(1)
        return False

    clusters = Clusters(2, fits)
    clusters.join(0, 1)
    clusters.join(1, 0)
    assert len(asked) == 1
