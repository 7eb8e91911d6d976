"""Who wrote the report and who is credited: agency, source credit and byline, from the lines around the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.clean.layout import Layout
from tellings.clean.lines import Line
from tellings.clean.vocabulary import agency_names, agency_pattern

NAME = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][\w'’.-]*(?:[ -](?:[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][\w'’.-]*|de|da|do|dos|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|y|e)){1,4}"
BYLINE = re.compile(
    rf"^\W*(?i:(?:(?:story|report|words|written|reported|posted|published|compiled) )?by|authors?\s*:)\s*:?\s*"
    rf"(?P<names>{NAME}(?:\s*(?:,|and|&|;)\s*{NAME})*)"
)
BARE_NAME = re.compile(rf"{NAME}$")
ABOUT = re.compile(rf"^About (?P<names>{NAME})(?: \d+ (?:Articles|Posts|Stories))?$")
SPLIT = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
#: Words that show that a byline names a desk and no person.
DESK = re.compile(
    r"\b(admin|administrator|editor(s|ial)?|desk|staff|team|bureau|agenc(y|ies)|correspondents?|reporters?|newsroom|online|web|news|press|media|service|network|times|post|daily|today|tv|wire|writer|contributors?|guest|published|updated|report|our|the|january|february|march|april|june|july|august|september|october|november|december|min|read|share|et|am|pm)\b",
    re.IGNORECASE,
)

SOURCE = re.compile(r"^\W*(?:original )?source\s*[:：]\s*(?P<name>[^\s(].{0,60}?)\W*$", re.IGNORECASE)
PHOTO = re.compile(r"\b(photo|image|picture|pic|credit|getty|file|fountain|foto|video)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credits:
    """Agency, other source credited, and the people named as writers, with the place of an agency's own line."""

    agency: str | None
    source_credit: str | None
    byline: tuple[str, ...]
    place: str | None = None


@cache
def _agency_lines() -> tuple[re.Pattern[str], ...]:
    """Credit lines that name an agency, from the surest form to the least sure."""
    agency = rf"(?P<agency>{agency_pattern()})"
    end = r"(?![\w'’])"
    return tuple(
        map(
            re.compile,
            (
                rf"^\W*(?:[Bb]y |[Ss]ource ?: ?|[Vv]ia |[Ww]ith |[Tt]he )*{agency}{end}(?: [Nn]ews [Aa]gency| staff| reporters?)?\W*$",
                rf"^\W*(?:[Bb]y )?{agency},\s*(?P<place>[A-Z][\w.' -]+?),?\s*$",
                rf"^\((?:[Aa]ccording to |[Ss]ource: |[Vv]ia )?{agency}\)",
                rf"^{agency}\s*[|·•–—-]\s*(?:[Uu]pdated|[Pp]ublished|\d|[A-Z][a-z]{{2,8}}\.? \d)",
                rf"(?:[Ww]ith|[Uu]sing) (?:agency )?(?:inputs?|information|files?|material) (?:from|by|of) (?:the )?{agency}{end}",
                rf"^\W*(?:[Aa]ccording to|[Bb]y|[Ff]rom|[Ss]ource:) (?:the )?{agency}{end}\W*$",
                rf"\(\s*{agency}\s*\)\W*$",
                rf"^[Bb]y .{{3,60}}(?:,|\||\(|/|—|-| of| for) ?(?:the |The )?{agency}{end}",
                rf"^.{{3,40}}(?:,| \||/) ?{agency}\W*$",
                rf"(?:published|sourced|syndicated|feed|taken|generated)\b.{{0,60}}\b(?:from|by) (?:an? |the )?(?:syndicated feed of )?{agency}{end}",
                rf"^[Cc]opyright\W+(?:\d{{4}} )?(?:The )?{agency}{end}",
            ),
        )
    )


def find_agency(lines: Iterable[Line]) -> tuple[str | None, str | None]:
    """The agency that a line credits with the report, and the place that such a line prints beside it.

    The first line with a credit names the agency; photo credits do not count.
    """
    agency = place = None
    for line in lines:
        found = None if line.words > 30 or PHOTO.search(line.text) else _credit(line.text)
        if found:
            agency = agency or agency_names()[found["agency"]]
            place = place or found.groupdict().get("place")
    return agency, place


def _credit(text: str) -> re.Match[str] | None:
    return next((found for found in (pattern.search(text) for pattern in _agency_lines()) if found), None)


def trailing_agency(paragraph: str) -> str | None:
    """The agency in brackets or after a dash at the end of the last paragraph: "he said. (AFP)"."""
    found = re.search(rf"[.!?”\"’]\s*(?:\(|[-–—/]+ ?)\s*(?P<agency>{agency_pattern()})\s*[)/]?\W*$", paragraph)
    return agency_names()[found["agency"]] if found else None


def find_credits(layout: Layout) -> Credits:
    """Read the lines around the body."""
    nearby = list(layout.credits())
    around = [
        *nearby,
        *(
            li
            for li in layout.lines
            if layout.body and layout.body[0] < li.index < layout.body[-1] and li.index not in layout.body
        ),
    ]
    agency, place = find_agency(around)
    if agency is None and layout.body:
        agency = trailing_agency(layout.lines[layout.body[-1]].text)
    return Credits(agency, _source(nearby), find_byline(layout), place)


def _source(lines: Iterable[Line]) -> str | None:
    for line in lines:
        found = SOURCE.match(line.text)
        if found and "link" not in found["name"].lower() and found["name"] not in agency_names():
            return found["name"]
    return None


def find_byline(layout: Layout) -> tuple[str, ...]:
    """The people whom a byline or a biography names."""
    nearby = [*layout.head[-12:], *list(layout.tail)[:12]]
    for pattern in (BYLINE, ABOUT):
        for line in nearby:
            found = pattern.match(line.text) if line.words <= 20 else None
            names = people(found["names"]) if found else ()
            if names:
                return names
    return _bare(layout.head[-6:])


def people(text: str) -> tuple[str, ...]:
    """The persons in a list of names: desks, agencies and outlets left out."""
    names = [n.strip(" .-–—|") for n in SPLIT.split(text)]
    return tuple(n for n in names if BARE_NAME.match(n) and not DESK.search(n) and n not in agency_names())


def _bare(lines: Sequence[Line]) -> tuple[str, ...]:
    return ()
