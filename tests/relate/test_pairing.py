"""Articles set side by side in batches: the pairs that single comparisons give, whatever the batches are."""

from __future__ import annotations

import pickle
from collections.abc import Mapping

import msgspec
import pytest
from tests.relate.lineage import INDEPENDENT, OTHER_DAY, REPORT, sketched

from tellings.relate import pairing
from tellings.relate.pairing import Batch, Matcher, Paired, batches, matched
from tellings.relate.regions import match

SKETCHES = {f"a{n}": sketched(f"a{n}", text) for n, text in enumerate([REPORT, INDEPENDENT, OTHER_DAY, REPORT])}
MET: list[tuple[str, Mapping[str, int]]] = [
    ("a2", {"a0": 5, "a3": 7, "a1": 6}),
    ("a0", {"a1": 8, "a3": 9}),
    ("a3", {"a1": 4}),
]


def packed(article_id: str) -> bytes:
    return msgspec.msgpack.encode(SKETCHES[article_id])


def one_by_one() -> set[Paired]:
    both = ((one, other, n) for one, met in MET for other, n in met.items())
    found = ((a, b, match(SKETCHES[min(a, b)], SKETCHES[max(a, b)]), n) for a, b, n in both)
    return {(one, other, *said, n) for one, other, said, n in found if said}


@pytest.mark.parametrize(("articles", "sketches"), [(50, 500), (1, 500), (50, 1), (2, 3)])
def test_batches_of_any_size_give_the_pairs_of_single_comparisons(
    articles: int, sketches: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pairing, "ARTICLES", articles)
    monkeypatch.setattr(pairing, "SKETCHES", sketches)
    matcher, found = Matcher(), list[Paired]()
    for batch in batches(MET, packed):
        found += matched(matcher, batch)
    assert len(found) == len(set(found)) > 2
    assert set(found) == one_by_one()


def test_a_batch_holds_each_sketch_that_it_needs_once() -> None:
    (batch,) = batches(MET, packed)
    assert batch.sketches.keys() == SKETCHES.keys()
    assert not list(batches([], packed))


def test_a_batch_travels() -> None:
    (batch,) = batches(MET, packed)
    sent: Batch = pickle.loads(pickle.dumps(batch))
    assert set(Matcher().matched(sent)) == one_by_one()
