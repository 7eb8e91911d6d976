"""Contexts that offices speak for: defence ministers who meet deal with military matters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tellings.model.actors import Actor

#: Words of an office and the PLOVER context of what its holders deal with one another about.
PORTFOLIOS = (
    (re.compile(r"\b(?:defen[cs]e|armed forces|army|navy|air force|general staff|joint chiefs)\b"), "military"),
    (re.compile(r"\b(?:trade|econom\w+|finance|commerce|treasury|central bank)\b"), "economic"),
    (re.compile(r"\b(?:energy|oil|gas|petroleum|mines|mining|water)\b"), "natural_resource"),
    (re.compile(r"\b(?:intelligence|spy|security service)\b"), "intelligence"),
    (re.compile(r"\b(?:justice|prosecutor|attorney)\b"), "legal"),
    (re.compile(r"\b(?:health)\b"), "health"),
    (re.compile(r"\b(?:environment|climate)\b"), "environment"),
    (re.compile(r"\b(?:foreign|diplomat|ambassador|envoy)\b"), "diplomatic"),
)

#: Words of a group's or body's name and the PLOVER context of what it speaks up about.
CAUSES = (
    (re.compile(r"\b(?:human rights|rights (?:group|watch|organi[sz]ation)|amnesty)\b"), "human_rights"),
    (re.compile(r"\b(?:press freedom|reporters without|journalists?)\b"), "rights_freedoms"),
    (re.compile(r"\b(?:trade unions?|labou?r unions?|employers|chamber of commerce|exporters|farmers)\b"), "economic"),
    (re.compile(r"\b(?:refugees?|asylum)\b"), "asylum"),
    (re.compile(r"\b(?:migration|migrants?)\b"), "migration"),
    (re.compile(r"\b(?:health|doctors|nurses|medical)\b"), "health"),
    (re.compile(r"\b(?:atomic energy|nuclear|chemical weapons)\b"), "cbrn"),
    (re.compile(r"\b(?:environmental(?:ists)?|climate|conservation)\b"), "environment"),
    (re.compile(r"\b(?:women's|feminists?)\b"), "gender"),
    (re.compile(r"\b(?:peacekeepers|peacekeeping)\b"), "peacekeeping"),
    (re.compile(r"\b(?:electoral|election) (?:commission|observers|authority|council)\b"), "election"),
    (re.compile(r"\b(?:church|bishops|mosque|clerics|monks)\b"), "religion_ethnicity"),
    (re.compile(r"\bhackers\b"), "cyber"),
    (re.compile(r"\b(?:al-qa[ei]da|islamic state|boko haram|al-shabaa?b|terrorists?|jihadists?)\b"), "terrorism"),
    (re.compile(r"\b(?:parliament|congress|senate|lawmakers|assembly)\b"), "legislative"),
    (re.compile(r"\b(?:courts?|prosecutors?|judges?|tribunal)\b"), "legal"),
    (re.compile(r"\b(?:soldiers|troops|army|navy|air force|commandos|warplanes|jets|militia|rebels)\b"), "military"),
)  # fmt: skip

#: What some acts are about whatever their words: (type, mode) to context.
OF_THEMSELVES = {
    ("ASSAULT", "suicide-attack"): "terrorism",
    ("ASSAULT", "aerial"): "military",
    ("ASSAULT", "heavy-weapons"): "military",
    ("ASSAULT", "drone"): "military",
    ("ASSAULT", "unconventional"): "cbrn",
    ("ASSAULT", "torture"): "human_rights",
    ("COERCE", "arrest"): "legal",
    ("COERCE", "censor"): "rights_freedoms",
    ("COERCE", "cyber"): "cyber",
    ("COERCE", "deport"): "migration",
    ("COERCE", "martial-law"): "pro_autocracy",
    ("CONSULT", "visit"): "diplomatic",
    ("CONSULT", "phone"): "diplomatic",
    ("CONSULT", "multilateral"): "diplomatic",
    ("CONSULT", "third-party"): "diplomatic",
    ("MOBILIZE", "troops"): "military",
    ("MOBILIZE", "weapons"): "military",
    ("PROTEST", "strike"): "economic",
    ("RETREAT", "ceasefire"): "military",
    ("RETREAT", "disarm"): "military",
    ("RETREAT", "resign"): "executive",
    ("RETREAT", "withdraw"): "military",
    ("SANCTION", "convict"): "legal",
    ("SANCTION", "expel"): "diplomatic",
    ("SANCTION", "withdraw"): "diplomatic",
}


def of_itself(type_: str, modes: Iterable[str]) -> tuple[str, ...]:
    """The context that an act has by what it is: envoys are called home in diplomacy, missiles are fired in war."""
    return tuple(OF_THEMSELVES[type_, mode] for mode in modes if (type_, mode) in OF_THEMSELVES)


def causes(names: Iterable[str]) -> tuple[str, ...]:
    """The contexts that the names of those who act speak for ("human rights groups criticised him")."""
    named = [name.casefold().replace("’", "'") for name in names]
    return tuple(dict.fromkeys(context for words, context in CAUSES if any(words.search(name) for name in named)))


def portfolios(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The context that every person of an event holds an office of, where offices of two countries agree in one."""
    people = [a for a in actors if a.kind in {"person", "office"} and a.office]
    found = [_portfolio(a) for a in people]
    agreed = len({a.country for a in people}) > 1 and len(set(found)) == 1
    return (found[0],) if agreed and found[0] else ()


def _portfolio(actor: Actor) -> str | None:
    office = (actor.office or "").casefold()
    return next((context for words, context in PORTFOLIOS if words.search(office)), None)
