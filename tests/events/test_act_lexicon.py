"""The lexicon is whole: every row names a type, mode and slot that exist."""

from __future__ import annotations

from collections import Counter

from tellings.events.acts.lexicon import acts, contexts, effect, kinds, operators
from tellings.events.acts.matching import NO_ACT
from tellings.events.circumstances.finding import NOTHING
from tellings.vocab.tables import rows

EFFECTS = {
    "agree", "decide", "refuse", "refrain", "threaten", "request", "accuse", "consider", "try",
    "stop", "cancel", "deny", "allow", "pass", "say", "suppose", "hear", "vouch",
}  # fmt: skip


def test_there_are_sixteen_types_with_quads_and_scores() -> None:
    types = [kind for (_, mode), kind in kinds().items() if not mode]
    assert len(types) == 16
    assert {kind.quad for kind in types} == {1, 2, 3, 4}
    assert all((kind.score < 0) == (kind.quad > 2 and kind.type != "REQUEST") for kind in types)


def test_accuse_scores_below_nought() -> None:
    assert kinds()["ACCUSE", ""].score == -3


def test_there_are_thirty_seven_contexts_each_with_cues() -> None:
    assert len({name for names in contexts().values() for name in names} - {NOTHING}) == 37


def test_every_act_has_a_known_type_and_mode() -> None:
    found = [act for several in acts().values() for act in several]
    assert all((act.type, act.mode) in kinds() for act in found if act.type != NO_ACT)
    assert min(Counter(act.type for act in found if act.type != NO_ACT).values()) >= 25


def test_no_act_stands_twice() -> None:
    assert max(Counter((r["lemma"], r["pos"], r["object"]) for r in rows("acts.tsv")).values()) == 1


def test_every_operator_has_a_known_effect() -> None:
    assert {name for several in operators().values() for name in several.values()} <= EFFECTS


def test_an_effect_for_any_complement_holds_for_each() -> None:
    assert effect("n", "cancellation", "noun") == "cancel"
    assert effect("v", "unheard-of", "verb") is None
