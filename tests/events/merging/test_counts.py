"""How many were killed, wounded, arrested, freed."""

from __future__ import annotations

import pytest

from tellings.events.merging.counts import counted, counts


@pytest.mark.parametrize(
    ("text", "who", "what", "n"),
    [
        ("Drovian guns hit the market, killing six people.", "people", "killed", 6),
        ("A bomb killed 14 people at a bus station.", "people", "killed", 14),
        ("A bombing killed at least 17 on Wednesday.", "people", "killed", 17),
        ("Three of its soldiers had been killed in a clash.", "soldiers", "killed", 3),
        ("The death toll from Monday's quake has risen to 365.", "people", "killed", 365),
        ("At least 70 protesters were arrested in Lirca.", "protesters", "arrested", 70),
        ("Two drones killed 3 guards.", "guards", "killed", 3),
        ("A miner was killed in the shaft.", "people", "killed", 1),
    ],
)
def test_who_was_counted_and_what_befell_them(text: str, who: str, what: str, n: int) -> None:
    ((kind, count),) = counts(text)
    assert (kind, count.n) == ((who, what), n)


@pytest.mark.parametrize(
    "text",
    [
        "A bombardment killed the mayor.",
        "More than 17 miners were killed.",
        "Police made about 40 arrests.",
        "Soldiers pursued the attackers and killed four of them.",
    ],
    ids=["the doer", "a loose count", "about", "others than those told of"],
)
def test_what_counts_no_one_in_particular_is_left_out(text: str) -> None:
    assert not list(counts(text))


def test_the_first_count_of_each_telling_is_compared() -> None:
    texts = {"a1": "Six people were killed. Later two people were killed.", "a2": "Eight people died."}
    found = {kind: {telling: count.n for telling, count in told.items()} for kind, told in counted(texts)}
    assert found == {("people", "killed"): {"a1": 6, "a2": 8}}


def test_a_count_stands_in_the_words_that_give_it() -> None:
    text = "The blast shook Lirca. At least 70 protesters were arrested there."
    ((_, count),) = counts(text)
    assert count.span.of(text) == "70 protesters were arrested"
