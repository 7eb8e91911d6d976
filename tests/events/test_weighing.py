"""The network's word weighed against the rules'."""

from __future__ import annotations

import pytest

from tellings.events.pairs import BEST_FIT, Typed
from tellings.events.typing import TYPES, TypeScores
from tellings.events.weighing import weighed


def scores(**probabilities: float) -> TypeScores:
    return TypeScores(tuple(probabilities.get(kind, 0.0) for kind in TYPES))


def act(kind: str, fit: float) -> Typed:
    return Typed(kind, "", fit, "rule")


def test_the_network_decides_where_no_act_was_found() -> None:
    assert weighed([], scores(AID=0.7, AGREE=0.3)).type == "AID"


def test_an_act_that_fits_well_turns_a_doubtful_word() -> None:
    assert weighed([act("AGREE", BEST_FIT)], scores(AID=0.6, AGREE=0.4)).type == "AGREE"


def test_a_sure_word_stands_against_an_act_that_fits_badly() -> None:
    assert weighed([act("AGREE", 0.0)], scores(AID=0.98, AGREE=0.02)).type == "AID"


def test_the_best_act_weighs_more_than_the_others() -> None:
    choice = weighed([act("AID", 3.5), act("AGREE", 3.5)], scores(AID=0.5, AGREE=0.5))
    assert choice.type == "AID"
    assert choice.found == act("AID", 3.5)


def test_what_is_conceded_and_what_is_taken_back_are_of_one_root() -> None:
    choice = weighed([], scores(CONCEDE=0.3, RETREAT=0.25, REJECT=0.45))
    assert choice.type == "CONCEDE"
    assert choice.lead == pytest.approx(0.2, abs=0.01)


def test_that_nothing_happened_is_no_answer() -> None:
    assert weighed([], scores(NONE=0.9, AID=0.1)).type == "AID"
