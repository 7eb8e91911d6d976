"""Readers' judgements of acts on real pages: their form, and how they are counted."""

from __future__ import annotations

from collections import Counter

from evals.judged import ALL, JUDGED, compared, judgements, scores

from tellings.vocab.tables import rows as vocabulary

TYPES = {row["type"] for row in vocabulary("plover.tsv")}


def test_every_judgement_is_of_a_known_type_and_letter() -> None:
    found = [
        (act, letter) for part in judgements(JUDGED).values() for acts in part.values() for act, letter in acts.items()
    ]
    assert len(found) > 1000
    assert {letter for _, letter in found} == set(ALL)
    assert {kind for (_, kind), _ in found} <= TYPES


def test_acts_that_are_still_given_are_counted_by_their_letter() -> None:
    judged = {(3, "AID"): "R", (9, "ASSAULT"): "N", (20, "REJECT"): "S", (40, "AID"): "P"}
    found = compared(judged, [(3, "AID"), (9, "ASSAULT"), (20, "REJECT"), (50, "AID")])
    assert found == Counter({"R": 1, "N": 1, "S": 1, "unjudged": 1, "good": 2})
    assert scores(found) == {"precision": 0.6667, "right": 0.3333, "kept": 1.0, "judged": 3, "unjudged": 1}
