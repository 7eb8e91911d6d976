"""Who wrote the report and who is credited: agency, source credit and byline, from the lines around the body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tellings.clean.layout import Layout
from tellings.clean.lines import Line
from tellings.clean.vocabulary import agency_names, agency_pattern, no_names
from tellings.vocab.tables import rows

CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][\w'’.-]*"
PARTICLE = "de|da|do|dos|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|y|e"
NAME = rf"{CAPITAL}(?:[ -](?:{CAPITAL}|{PARTICLE})){{1,4}}"
BYLINE = re.compile(
    rf"^\W*(?i:(?:(?:story|report|words|written|reported|posted|published|compiled) )?by|authors?\s*:)\s*:?\s*"
    rf"(?P<names>{NAME}(?:\s*(?:,|and|&|;)\s*{NAME})*)"
)
BARE_NAME = re.compile(rf"{NAME}$")
ABOUT = re.compile(rf"^About (?P<names>{NAME})(?: \d+ (?:Articles|Posts|Stories))?$")
SPLIT = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
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
    """The forms of `agency_lines.tsv`, from the surest to the least sure."""
    agency = rf"(?P<agency>{agency_pattern()})(?![\w'’])"
    return tuple(re.compile(row["pattern"].replace("AGENCY", agency)) for row in rows("agency_lines.tsv"))


def find_agency(lines: Iterable[Line]) -> tuple[str | None, str | None]:
    """The agency that a line credits with the report, and the place that such a line prints beside it.

    The first line with a credit names the agency; photo credits do not count.
    """
    agency = place = None
    for line in lines:
        found = None if not _short(line) or PHOTO.search(line.text) else _credit(line.text)
        if found:
            agency = agency or agency_names()[found["agency"]]
            place = place or found.groupdict().get("place")
    return agency, place


def _short(line: Line) -> bool:
    return line.words <= 30 and len(line.text) <= 400


@cache
def _any_agency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){agency_pattern()}(?!\w)")


def _credit(text: str) -> re.Match[str] | None:
    if not _any_agency().search(text):
        return None
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
        found = SOURCE.match(line.text) if _short(line) else None
        if found and "link" not in found["name"].lower() and found["name"] not in agency_names():
            return found["name"]
    return None


def find_byline(layout: Layout) -> tuple[str, ...]:
    """The people whom a byline or a biography names."""
    nearby = [*layout.head[-12:], *list(layout.tail)[:12]]
    for pattern in (BYLINE, ABOUT):
        for line in nearby:
            found = pattern.match(line.text) if _short(line) else None
            names = people(found["names"]) if found else ()
            if names:
                return names
    return ()


def people(text: str) -> tuple[str, ...]:
    """The persons in a list of names: desks, agencies and outlets left out."""
    names = [n.strip(" .-–—|") for n in SPLIT.split(text)]
    return tuple(n for n in names if BARE_NAME.match(n) and not is_desk(n) and n not in agency_names())


def is_desk(name: str) -> bool:
    """Whether a word of the name shows that it is a desk's or a site's."""
    return any(word in no_names("desk") for word in re.findall(r"\w+", name.lower()))
