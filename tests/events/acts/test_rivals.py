"""What else the word of an act could have stood for."""

from __future__ import annotations

from tellings.events.acts.rivals import rivals


def test_the_other_types_of_a_verb_are_named_with_what_they_ask_for() -> None:
    found = {(r.type, r.mode): r.reason for r in rivals("seize/v + dobj", "COERCE")}
    assert ("SANCTION", "discontinue") in found
    assert found["SANCTION", "discontinue"] == "“seize” with an object such as account, asset, fund, money"


def test_a_verb_of_one_type_has_no_rival() -> None:
    assert rivals("telephone/v", "CONSULT") == ()


def test_a_rule_that_names_no_row_has_none() -> None:
    assert rivals("must", "REQUEST") == ()
