"""Whose deed it is that a side condemns, welcomes or refuses: "denounced the ban", "called the move an insult"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tellings.events.acts.clauses import behind, objects
from tellings.events.candidate import Candidate
from tellings.events.sides.parties import Named
from tellings.model.events import Coding
from tellings.model.text import Token
from tellings.text.tree import children

#: What is said or done about a deed.
ANSWERS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
#: Nouns by the types of the acts for which they stand; "" stands for an act of any type.
NOUNS: Mapping[str, tuple[str, ...]] = {
    "": ("act", "action", "behaviour", "conduct", "decision", "measure", "move", "policy", "step"),
    "SANCTION": ("ban", "cut", "embargo", "expulsion", "fine", "penalty", "recall", "sanction", "suspension", "tariff"),
    "COERCE": (
        "arrest", "ban", "blockade", "capture", "censorship", "closure", "crackdown", "curfew", "deportation",
        "detention", "expulsion", "jailing", "order", "raid", "restriction", "seizure", "siege",
    ),
    "ASSAULT": (
        "abduction", "aggression", "airstrike", "ambush", "assault", "attack", "bombardment", "bombing", "incursion",
        "invasion", "killing", "murder", "offensive", "operation", "raid", "shelling", "shooting", "strike", "violence",
    ),
    "MOBILIZE": ("buildup", "deployment", "drill", "exercise", "launch", "manoeuvre", "mobilisation", "test"),
    "AGREE": ("accord", "agreement", "deal", "invitation", "offer", "pact", "plan", "pledge", "promise", "proposal"),
    "AID": ("aid", "delivery", "donation", "gift", "grant", "help", "loan", "sale", "shipment", "supply"),
    "REQUEST": ("appeal", "call", "demand", "plea", "proposal", "request", "ruling", "ultimatum"),
    "ACCUSE": ("accusation", "allegation", "charge", "claim", "complaint", "criticism", "inquiry", "lawsuit", "suit"),
    "THREATEN": ("plan", "threat", "ultimatum", "warning"),
    "RETREAT": ("ceasefire", "lifting", "pullout", "release", "truce", "withdrawal"),
    "CONCEDE": ("apology", "concession", "reform"),
    "REJECT": ("boycott", "refusal", "rejection", "veto"),
    "SUPPORT": ("recognition",),
    "COOPERATE": ("deal", "exercise", "sale"),
}  # fmt: skip
POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
#: Nouns of these may mean what was said when something else was done: "called the charges absurd" after arrests.
SAID_OF = frozenset({"", "ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN"})
#: Verbs' objects that stand for what was told before, without a noun.
MEANT = frozenset({"it", "this", "that", "them", "these", "those"})
REACH = 2
SAID = "; it is the deed of the side before"


def of_deed(coding: Coding, named: Named, candidate: Candidate, before: Sequence[Coding]) -> Coding:
    """Who condemns, welcomes or refuses a deed told before does so to who did it.

    A noun that stands for acts of another type than those told may still mean what was done to him who answers.
    """
    if coding.type not in ANSWERS or any(named.country(m) for m in coding.recipients):
        return coding
    types = _types(_pointed(named, candidate))
    home = named.homes(coding.actors)
    others = [c for c in reversed(before) if not named.homes(c.actors) & home]
    done = next((c for c in others if _is_meant(c, types, coding.sentence)), None)
    if done is None and ((types and types <= SAID_OF) or _is_answer(named, candidate)):
        done = next((c for c in others if coding.sentence - c.sentence <= 1 and named.homes(c.recipients) & home), None)
    return coding if done is None else replace(coding, recipients=done.actors, detail=coding.detail + SAID)


def _is_meant(told: Coding, types: frozenset[str], sentence: int) -> bool:
    """Whether nouns that stand for acts of some types can mean one told before."""
    near = sentence - told.sentence <= (REACH if types != {""} else 1)
    return near and bool({"", told.type} & types)


def _is_answer(named: Named, candidate: Candidate) -> bool:
    """Whether an act is about "it", or a refusal of nothing named: "Chile turned it down", "Chile refused"."""
    about = objects(named.sentence, candidate.match.token)
    below = children(named.sentence, candidate.match.token, "xcomp", "ccomp", "prep")
    refused = candidate.told.type == "REJECT" and not about and not below
    return refused or (bool(about) and all(t.lemma.lower() in MEANT for t in about))


def _pointed(named: Named, candidate: Candidate) -> list[Token]:
    """The nouns of deeds told before that an act is about, with nothing beside them that says whose they are."""
    sentence, i = named.sentence, candidate.match.token
    about = [*objects(sentence, i), *(t for p in ("as", "against", "over", "at") for t in behind(sentence, i, p))]
    return [t for t in about if _points(named, t)]


def _points(named: Named, token: Token) -> bool:
    words = children(named.sentence, token.i)
    pointing = any(t.dep == "det" and t.text.lower() in POINTING for t in words)
    return pointing and not any(t.dep in {"prep", "acl", "relcl", "poss"} for t in words)


def _types(nouns: Sequence[Token]) -> frozenset[str]:
    """The types of acts for which nouns can stand."""
    words = {t.lemma.lower() for t in nouns}
    return frozenset(kind for kind, known in NOUNS.items() if words & set(known))
