"""The dateline at the start of the body: place, day and agency, before the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tellings.clean.vocabulary import agency_names, agency_pattern, months

SMALL = frozenset(("de", "del", "da", "do", "dos", "la", "le", "al", "of", "the", "and", "el", "sur", "am"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `length` is how much of the paragraph it takes, its dash included."""

    length: int
    place: str | None
    day: str | None
    agency: str | None
    rule: str


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms of datelines, tried in order; each has a name."""
    month = "(?:" + "|".join(sorted((re.escape(m) for m in months() if m.isascii()), key=len, reverse=True)) + r")\.?"
    day = rf"(?P<day>(?:(?i:{month}) \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? (?i:{month}))(?:,? \d{{4}})?)"
    word = r"[A-ZÀ-ÖØ-Þ][\w.'’]*"
    name = rf"{word}(?:[ -](?:{word}|de|del|da|do|dos|la|al|el|sur|of)){{0,4}}"
    place = rf"(?P<place>{name})(?:/{name})?(?:, {name}(?: {name})?)?"
    big = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]+(?:[ -][A-ZÀ-ÖØ-Þ.'’]{2,}){0,3}"
    caps = rf"(?P<place>{big})(?:/[A-Z ]+)?(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    agency = rf"(?P<agency>{agency_pattern()})"
    dash = r"\s*(?:-{1,2}|[–—―]|:)+\s*"
    long_dash = r"\s*(?:--|[–—―])\s*|\s+-\s+"
    return tuple(
        (rule, re.compile(pattern))
        for rule, pattern in (
            ("place, day (agency)", rf"{place},? {day},? ?[(/\[]{agency}[^)\]]{{0,30}}[)/\]]\.?(?:{dash}|\s+)"),
            ("day (agency)", rf"{day},? ?[(/\[]{agency}[^)\]]{{0,30}}[)/\]](?:{dash}|\s+)"),
            ("place (agency)", rf"{place},? ?[(/\[]{agency}[^)\]]{{0,30}}[)/\]](?:,? {day})?(?:{dash}|\s+)"),
            ("place, agency, day", rf"{place}[,.:] ?{agency},?(?: {day})?{dash}"),
            ("place, day", rf"\(?{place},? {day}\)?{dash}"),
            ("agency, place, day", rf"{agency}[,:] ?{place}(?:,? {day})?{dash}"),
            ("PLACE", rf"{caps}(?:{long_dash}|: )(?=\S)"),
            ("Place", rf"(?P<place>{name})(?:, [A-Z][\w.]+)?\s*(?:--|[–—])\s*(?=[A-Z\"“])"),
            ("(agency)", rf"[(\[]{agency}[)\]]{dash}|[(\[](?P<agency2>{agency_pattern()})[)\]]\s+"),
            ("agency", rf"{agency}\s*(?:--|[-–—]|\|)\s+(?=\S)"),
        )
    )


def find_dateline(paragraph: str) -> Dateline | None:
    """Read the dateline at the start of a paragraph."""
    head = paragraph[:160]
    for rule, pattern in _patterns():
        found = pattern.match(head)
        if found and found.end() < len(paragraph):
            groups = found.groupdict()
            agency = groups.get("agency") or groups.get("agency2")
            place = groups.get("place")
            return Dateline(
                length=found.end(),
                place=normal_case(place) if place else None,
                day=groups.get("day"),
                agency=agency_names()[agency] if agency else None,
                rule=rule,
            )
    return None


def normal_case(place: str) -> str:
    """A place in capitals as it is usually written: "RIO DE JANEIRO" is "Rio de Janeiro"."""
    if not place.isupper():
        return place.strip()
    words = [w if w in ("UN", "U.N.", "D.C.") else w.lower() for w in place.split()]
    cased = [
        w if i and w in SMALL else re.sub(r"(^|[-'’])(\w)", lambda m: m[1] + m[2].upper(), w)
        for i, w in enumerate(words)
    ]
    return " ".join(cased)
