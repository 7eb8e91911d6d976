"""Readers' judgements of acts on real pages: their form, and how they are counted."""

from __future__ import annotations

from collections import Counter

from evals.judged import ALL, JUDGED, compared, judgements, letter, scores

from tellings.vocab.tables import rows as vocabulary

TYPES = {row["type"] for row in vocabulary("plover.tsv")}


def test_every_judgement_is_of_a_known_type_and_letter() -> None:
    acts = [one for part in judgements(JUDGED).values() for article in part.values() for one in article.items()]
    assert len(acts) > 1000
    assert {letter for _, letters in acts for letter in letters.values()} == set(ALL)
    assert {kind for (_, kind), _ in acts} <= TYPES


def test_acts_that_are_still_given_are_counted_by_their_letter() -> None:
    judged = {(3, "AID"): {"": "R"}, (9, "ASSAULT"): {"": "N"}, (20, "REJECT"): {"": "S"}, (40, "AID"): {"": "P"}}
    given = [
        ((start, kind), "happened 1>2") for start, kind in [(3, "AID"), (9, "ASSAULT"), (20, "REJECT"), (50, "AID")]
    ]
    found = compared(judged, given)
    assert found == Counter({"R": 1, "N": 1, "S": 1, "unjudged": 1, "good": 2})
    assert scores(found) == {"precision": 0.6667, "right": 0.3333, "kept": 1.0, "judged": 3, "unjudged": 1}


def test_an_act_given_with_other_sides_than_were_read_is_not_right_until_it_is_read() -> None:
    assert letter({"happened 1>2": "R"}, "happened 1>2") == "R"
    assert letter({"happened 1>2": "R"}, "happened 1>9") == "S"
    assert letter({"happened 1>2": "N"}, "happened 1>9") == "N"
    assert letter({"": "S", "happened 1>9": "R"}, "happened 1>9") == "R"
    assert letter({}, "happened 1>9") == "unjudged"
