from collections import Counter
from typing import Any

import pytest
from evals import lineage

from tellings.model.relations import Family, Story, Telling

NAMES = {"a1": "s.a", "a2": "s.b", "a3": "s.c", "a4": "t.a"}
STORIES = (
    Story(
        "s1",
        ("a1", "a2", "a3"),
        (Family("f1", ("a1", "a2")), Family("f3", ("a3",))),
        (
            Telling("a1", "a2", "copy", "a1", 0.9, ""),
            Telling("a1", "a3", "independent", None, 0.9, ""),
            Telling("a2", "a3", "independent", None, 0.9, ""),
        ),
    ),
    Story("s4", ("a4",), (Family("f4", ("a4",)),), ()),
)
ANSWER = lineage.found(STORIES, NAMES)


def row(a: str, b: str, relation: str, **more: Any) -> dict[str, Any]:
    return {"a": a, "b": b, "relation": relation, "direction": None, "descent": None, "unsure": False} | more


def test_tellings_of_two_stories_are_unrelated() -> None:
    key = [row("s.a", "s.b", "copy"), row("s.a", "s.c", "rewritten"), row("s.c", "t.a", "unrelated")]
    counts = lineage.confusion(key, ANSWER)
    assert counts == Counter({("copy", "copy"): 1, ("rewritten", "independent"): 1, ("unrelated", "unrelated"): 1})
    assert [lineage.f1_of(name, counts) for name in ("copy", "rewritten", "independent")] == [1.0, 0.0, 0.0]


def test_a_pair_is_found_whichever_of_the_two_comes_first() -> None:
    assert lineage.confusion([row("s.b", "s.a", "copy")], ANSWER) == Counter({("copy", "copy"): 1})


@pytest.mark.parametrize(
    ("facts", "accuracy", "claimed"),
    [
        ({"direction": "a->b", "descent": "a->b"}, 1.0, 1.0),
        ({"direction": "b->a", "descent": "b->a"}, 0.0, 1.0),
        ({"descent": "a->b"}, 1.0, 0.0),
        ({}, 0.0, 0.0),
    ],
)
def test_a_direction_is_right_where_the_key_shows_it_or_knows_it(
    facts: dict[str, str], accuracy: float, claimed: float
) -> None:
    scores = lineage.directions([row("s.a", "s.b", "copy", **facts)], ANSWER)
    assert (scores["direction_accuracy"], scores["direction_claimed"]) == (accuracy, claimed)


def test_a_claim_for_an_unsure_pair_is_not_counted() -> None:
    assert lineage.directions([row("s.a", "s.b", "copy", unsure=True)], ANSWER)["n_directions_claimed"] == 0


def test_the_rand_index_is_one_for_the_same_parts_and_nothing_for_one_heap() -> None:
    assert lineage.adjusted_rand(["x", "x", "y", "z"], ["1", "1", "2", "3"]) == 1.0
    assert lineage.adjusted_rand(["x", "x", "y", "z"], ["1", "1", "1", "1"]) == 0.0


def test_tellings_are_read_from_pages_or_from_texts() -> None:
    (telling,) = lineage.rows("tellings.jsonl", "open")[:1]
    (page,) = lineage.read([telling], texts=False)
    (text,) = lineage.read([telling], texts=True)
    assert page.article.text[:40] == text.article.text[:40] == telling["text"][:40]
    assert [reading.article.page for reading in (page, text)] == [telling["id"]] * 2
    assert list(lineage.grouped([page])) == list(lineage.given([page], [telling])) == [[page]]
    (story,) = lineage.told(lineage.given([page], [telling]))
    assert lineage.measure([telling], [], lineage.found([story], {page.article.article_id: telling["id"]}))["n"] == 1
