"""PLOVER's conversions of acts to come, refused, threatened with, asked for or ended."""

from __future__ import annotations

import pytest

from tellings.events.acts.lexicon import kinds
from tellings.events.status.plover import Turned, conversions, turned, turned_by


@pytest.mark.parametrize("kind", ["CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"])
def test_cooperation_still_to_come_is_agreement(kind: str) -> None:
    assert turned_by("agree", kind, "") == Turned("AGREE", "")


def test_force_still_to_come_is_a_threat_of_its_kind() -> None:
    assert turned_by("agree", "ASSAULT", "aerial") == Turned("THREATEN", "violence")
    assert turned_by("threaten", "SANCTION", "expel") == Turned("THREATEN", "expel")
    assert turned_by("threaten", "COERCE", "seize") == Turned("THREATEN", "territory")


def test_words_still_to_come_are_planned() -> None:
    assert turned_by("agree", "ACCUSE", "disapprove") == Turned("ACCUSE", "disapprove", "planned")


def test_refused_help_is_rejection_and_refused_criticism_did_not_happen() -> None:
    assert turned_by("refuse", "AID", "") == Turned("REJECT", "assist")
    assert turned_by("refuse", "CONSULT", "visit") == Turned("REJECT", "meet")
    assert turned_by("refuse", "ACCUSE", "disapprove").status == "negated"


def test_an_agreement_that_fails_is_rejection() -> None:
    assert turned_by("refrain", "AGREE", "") == Turned("REJECT", "")
    assert turned_by("refrain", "ACCUSE", "").status == "negated"


def test_a_measure_decided_on_stands_and_help_decided_on_is_promised() -> None:
    assert turned_by("decide", "SANCTION", "expel") == Turned("SANCTION", "expel")
    assert turned_by("decide", "AID", "") == Turned("AGREE", "")


@pytest.mark.parametrize(
    ("kind", "mode"), [("AID", "assist"), ("CONSULT", "meet"), ("RETREAT", "yield"), ("ACCUSE", "change")]
)
def test_a_demand_has_the_mode_of_what_is_asked(kind: str, mode: str) -> None:
    assert turned_by("request", kind, "") == Turned("REQUEST", mode)


def test_aid_stopped_is_sanction_and_attacks_stopped_are_retreat() -> None:
    assert turned_by("stop", "AID", "").type == "SANCTION"
    assert turned_by("stop", "ASSAULT", "aerial") == Turned("RETREAT", "ceasefire")


def test_a_visit_called_off_is_rejection() -> None:
    assert turned_by("cancel", "CONSULT", "visit") == Turned("REJECT", "meet")


def test_what_has_no_row_stays_as_it_is() -> None:
    assert turned("pass", "AID", "") is None
    assert turned("try", "ASSAULT", "") is None
    assert turned("try", "CONSULT", "phone") == Turned("CONSULT", "phone", "hypothetical")


def test_every_conversion_gives_a_type_and_mode_of_plovers() -> None:
    for several in conversions().values():
        for row in several:
            plain = row.becomes not in conversions() and row.becomes != "=" and row.becomes_mode != "="
            assert not plain or (row.becomes, row.becomes_mode) in kinds()


def test_every_effect_that_turns_an_act_turns_every_act() -> None:
    effects = {"agree", "decide", "refuse", "refrain", "threaten", "request", "stop", "cancel"}
    assert all(turned(effect, kind, mode) for effect in effects for kind, mode in kinds())
