"""PLOVER's conversions of acts to come, refused, threatened with, asked for or ended."""

from __future__ import annotations

import pytest

from tellings.events.plover import (
    Turned,
    called_off,
    decided,
    failed,
    promised,
    refused,
    requested,
    stopped,
    threatened,
)


@pytest.mark.parametrize("kind", ["CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"])
def test_cooperation_still_to_come_is_agreement(kind: str) -> None:
    assert promised(kind, "") == Turned("AGREE", "")


def test_force_still_to_come_is_a_threat_of_its_kind() -> None:
    assert promised("ASSAULT", "aerial") == Turned("THREATEN", "violence")
    assert threatened("SANCTION", "expel") == Turned("THREATEN", "expel")
    assert threatened("COERCE", "seize") == Turned("THREATEN", "territory")


def test_words_still_to_come_are_planned() -> None:
    assert promised("ACCUSE", "disapprove") == Turned("ACCUSE", "disapprove", "planned")


def test_refused_help_is_rejection_and_refused_criticism_did_not_happen() -> None:
    assert refused("AID", "") == Turned("REJECT", "assist")
    assert refused("CONSULT", "visit") == Turned("REJECT", "meet")
    assert refused("ACCUSE", "disapprove").status == "negated"


def test_an_agreement_that_fails_is_rejection() -> None:
    assert failed("AGREE", "") == Turned("REJECT", "")
    assert failed("ACCUSE", "").status == "negated"


def test_a_measure_decided_on_stands_and_help_decided_on_is_promised() -> None:
    assert decided("SANCTION", "expel") == Turned("SANCTION", "expel")
    assert decided("AID", "") == Turned("AGREE", "")


@pytest.mark.parametrize(
    ("kind", "mode"), [("AID", "assist"), ("CONSULT", "meet"), ("RETREAT", "yield"), ("ACCUSE", "change")]
)
def test_a_demand_has_the_mode_of_what_is_asked(kind: str, mode: str) -> None:
    assert requested(kind, "") == Turned("REQUEST", mode)


def test_aid_stopped_is_sanction_and_attacks_stopped_are_retreat() -> None:
    assert stopped("AID", "").type == "SANCTION"
    assert stopped("ASSAULT", "aerial") == Turned("RETREAT", "ceasefire")


def test_a_visit_called_off_is_rejection() -> None:
    assert called_off("CONSULT", "visit") == Turned("REJECT", "meet")
