"""PLOVER's conversions: what a promise, a refusal, a threat, a demand or an end of an act is coded as.

Source of the rules: the PLOVER ontology, draft 2.0, on auxiliary modes (an act of cooperation still
to come is AGREE, one refused is REJECT, one demanded REQUEST, a hostile one announced THREATEN).
"""

from __future__ import annotations

from dataclasses import dataclass

from tellings.model.events import Status

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
FORCEFUL = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
ASSIST = frozenset({"AID", "COOPERATE", "SUPPORT"})
DECIDED = frozenset({"RETREAT", "CONCEDE", "SANCTION", "COERCE"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})

THREATS = {
    ("COERCE", "arrest"): "arrest",
    ("COERCE", "deport"): "expel",
    ("COERCE", "seize"): "territory",
    ("SANCTION", "expel"): "expel",
    ("SANCTION", "discontinue"): "restrict",
    ("SANCTION", "convict"): "arrest",
}
THREATS_BY_TYPE = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "COERCE": "restrict",
    "SANCTION": "relations",
    "PROTEST": "relations",
}


@dataclass(frozen=True, slots=True)
class Turned:
    """What an act becomes: its type and mode, and its status where that changes too."""

    type: str
    mode: str
    status: Status | None = None


def promised(kind: str, mode: str) -> Turned:
    """An act still to come: cooperation is AGREE, force THREATEN; for words PLOVER has no form."""
    if kind in COOPERATIVE:
        return Turned("AGREE", "")
    if kind in FORCEFUL:
        return threatened(kind, mode)
    return Turned(kind, mode, "planned")


def decided(kind: str, mode: str) -> Turned:
    """An act that is decided on: measures of one's own stand with the decision, the rest is still to come."""
    return Turned(kind, mode) if kind in DECIDED else promised(kind, mode)


def failed(kind: str, mode: str) -> Turned:
    """An act that someone fails to do or keeps from: no agreement is REJECT, anything else did not happen."""
    return Turned("REJECT", "") if kind == "AGREE" else Turned(kind, mode, "negated")


def threatened(kind: str, mode: str) -> Turned:
    """An act that someone threatens with; ending cooperation counts as relations."""
    if kind == "THREATEN":
        return Turned(kind, mode)
    return Turned("THREATEN", THREATS.get((kind, mode)) or THREATS_BY_TYPE.get(kind, "relations"))


def refused(kind: str, mode: str) -> Turned:
    """An act that someone refuses to do: cooperation refused is REJECT, anything else did not happen."""
    if kind == "REQUEST":
        return Turned("REJECT", mode)
    if kind in COOPERATIVE:
        return Turned("REJECT", _asked_mode(kind))
    return Turned(kind, mode, "negated")


def requested(kind: str, mode: str) -> Turned:
    """An act that someone asks for."""
    return Turned("REQUEST", mode if kind == "REQUEST" else _asked_mode(kind))


def stopped(kind: str, mode: str) -> Turned:
    """An act that is ended: of cooperation SANCTION, of force RETREAT."""
    if kind in {"AID", "COOPERATE", "SUPPORT", "AGREE"}:
        return Turned("SANCTION", "discontinue")
    if kind == "CONSULT":
        return Turned("SANCTION", "withdraw")
    if kind in FORCEFUL:
        return Turned("RETREAT", "ceasefire" if kind == "ASSAULT" else "")
    return Turned(kind, mode, "negated")


def called_off(kind: str, mode: str) -> Turned:
    """An act that is called off before it happens: a meeting is REJECT."""
    if kind == "CONSULT":
        return Turned("REJECT", "meet")
    return stopped(kind, mode)


def _asked_mode(kind: str) -> str:
    if kind == "CONSULT":
        return "meet"
    if kind in ASSIST:
        return "assist"
    return "yield" if kind in YIELDING | FORCEFUL else "change"
