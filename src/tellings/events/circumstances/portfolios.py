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


def portfolios(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The context that every person of an event holds an office of, where offices of two countries agree in one."""
    people = [a for a in actors if a.kind in {"person", "office"} and a.office]
    found = [_portfolio(a) for a in people]
    agreed = len({a.country for a in people}) > 1 and len(set(found)) == 1
    return (found[0],) if agreed and found[0] else ()


def _portfolio(actor: Actor) -> str | None:
    office = (actor.office or "").casefold()
    return next((context for words, context in PORTFOLIOS if words.search(office)), None)
