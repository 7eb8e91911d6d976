"""Who carries the page, by the page's own furniture; None where it does not say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tellings.clean.dating.datelines import UPPER
from tellings.clean.fields.mastheads import find_mastheads, has_masthead_word, is_section
from tellings.clean.fields.sites import (
    ADDRESS,
    key_of,
    known_forms,
    known_outlet,
    outlet_of_domain,
    outlet_of_url,
    printed_name,
    usual_name,
)
from tellings.clean.fields.titles import Titles
from tellings.clean.fields.vocabulary import agency_names, no_names
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line
from tellings.clean.flat.words import places_of
from tellings.vocab.tables import rows, several

NAME = (
    rf"(?P<name>(?:The )?[{UPPER}][\w'’&.-]*"
    rf"(?: (?:[{UPPER}][\w'’&.-]*|\d\d(?!\d)|of|the|and|&|for|in|de|do|da|el|la|del|dos|и|і)){{0,4}}?)"
)
#: Longer lines are text or data.
LONGEST = 1000
#: The sum of weights that a name needs.
NEEDED = 1.5
#: The weight of a name that the page's title carries at its end, and of one that an address on the page spells.
BESIDE_TITLE, ADDRESSED = 3.0, 1.0
#: The weight of a known site's name alone on a line beside the article, and the most words of such a name.
ALONE, NAME_WORDS = 1.0, 12
#: What a company's name weighs less, and the address alone at the head of the page.
COMPANYS, ADDRESS_ALONE = 0.5, 1.5
#: The address stands among so many lines of the page's start.
TOP = 3
#: What a known site's name weighs more than others, companies' above all, where several have signs enough.
WELL_KNOWN = 1.0
PRINTED = re.compile(
    r"(?<![\w.])(?:[\w.+-]+@|https?://|www\.)*(?P<domain>(?P<label>[\w-]{2,40})(?:\.[a-z]{2,8}){1,2})(?![\w])",
    re.IGNORECASE,
)
#: What every printed address has; asked first, since it takes a tenth of the time.
DOTTED = re.compile(r"[\w-]\.[a-z]{2}", re.IGNORECASE)
COMPANY = re.compile(
    r",?(?: &| and| und| y| et)? (?:\(?Pvt\.?\)?|Media|Online|Group|Network|Ltd|Limited|Inc|LLC|PLC|Publishing"
    r"|Verlag|Mediengruppe|GmbH|A[GB]|S\.?A\.?|Publishers?|Publications"
    r"|Holdings|Public|Company|Co|Corp|Corporation|Newspapers?|Digital|Berhad|Sdn|Bhd|Pte|Website|Web|English|App|Broadcasting"
    r"|C\.?A|S\.?L\.?U?|S\.?p\.?A|S\.?r\.?l|S\.?A\.?S|Verlags(?:gesellschaft|haus)(?: m\.?b\.?H)?|[Mm]\.?b\.?H|KG"
    r"|Editora|Editore)\.?$",
    re.IGNORECASE,
)


#: Words that forms need and that stand glued to others.
GLUED = ("©", "版权", "版權")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of `outlet_lines.tsv`: what it weighs, and what where the name is an agency's that others print too.

    `needs` are words of which a line has one, in lower case, if the pattern is to match at all.
    """

    weight: float
    for_agency: float
    needs: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _forms() -> tuple[Form, ...]:
    return tuple(
        Form(
            float(row["weight"]),
            float(row["for_agency"] or 0),
            frozenset(several(row["needs"])),
            re.compile(row["pattern"].replace("NAME", NAME), re.IGNORECASE),
        )
        for row in rows("outlet_lines.tsv")
    )


@cache
def _needed() -> frozenset[str]:
    """The words of which a line has one if any form is to match it."""
    return frozenset[str]().union(*(form.needs for form in _forms()))


@lru_cache(maxsize=1 << 10)
def _forms_for(there: frozenset[str]) -> tuple[Form, ...]:
    """The forms that need one of the words."""
    return tuple(form for form in _forms() if not form.needs.isdisjoint(there))


def find_outlet(layout: Layout, titles: Titles, url: str | None = None) -> str | None:
    """The site's name, by its address where that is known, or by the sum of the signs that name it."""
    known = outlet_of_url(url)
    return known or _by_signs(layout, titles, list(_furniture(layout)))


def _by_signs(layout: Layout, titles: Titles, beside: Sequence[Line]) -> str | None:
    """The name with the greatest sum of signs; `beside` are the lines of the page's furniture."""
    votes: dict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    for name, weight in _all_named(layout, titles, beside):
        shorter = _shortest(name, beside)
        key = key_of(known_outlet(shorter) or shorter)
        votes[key] += weight
        forms.setdefault(key, shorter)
    for label in _addresses(beside) if votes else ():
        for key in votes:
            votes[key] += ADDRESSED if key.replace(" ", "") == label else 0.0
    enough = [key for key in votes if votes[key] >= NEEDED]
    if not enough:
        return None
    best = max(enough, key=lambda k: (votes[k] + _standing(k, forms[k]), k))
    return known_outlet(forms[best]) or usual_name(_without_news(forms[best], layout))


def _standing(key: str, form: str) -> float:
    """What speaks for a name beside its signs: it is known, or no company's."""
    return WELL_KNOWN * (known_outlet(key) is not None) - COMPANYS * (COMPANY.search(form) is not None)


def _all_named(layout: Layout, titles: Titles, beside: Sequence[Line]) -> Iterator[tuple[str, float]]:
    if titles.outlet:
        yield titles.outlet, BESIDE_TITLE
    yield from find_mastheads(layout, titles)
    alone = {_alone(line.text) for line in beside if line.words <= NAME_WORDS and line.text.lower() in known_forms()}
    yield from ((name, ALONE) for name in sorted(filter(None, alone)))
    for line in (line for line in beside if line.needed or not line.text.isascii()):
        if there := _needs_of(line):
            yield from _named(line.text, there)
    alone_on_top = (line.text for line in layout.lines[:TOP] if ADDRESS.fullmatch(line.text))
    yield from ((printed_name(address), ADDRESS_ALONE) for address in alone_on_top)


def _alone(text: str) -> str | None:
    """The known site whose name is all that a line says; an agency's stands so over its reports on any site."""
    return None if text in agency_names() or is_section(text) else known_outlet(text)


def _furniture(layout: Layout) -> Iterator[Line]:
    """Lines beside the article in which the page may name its site; captions name others."""
    inside = layout.inside
    for line, rule in zip(layout.lines, layout.rules, strict=True):
        if line.index not in inside and len(line.text) <= LONGEST and (rule is None or rule.action != "caption"):
            yield line


def _addresses(beside: Sequence[Line]) -> set[str]:
    """The addresses that the page prints, as the name they spell: "contact@harbour-times.com" gives "harbourtimes"."""
    dotted = (line.text for line in beside if "." in line.text and DOTTED.search(line.text))
    found = (m for text in dotted for m in PRINTED.finditer(text))
    return {_spelt(outlet_of_domain(m["domain"]) or m["label"]) for m in found}


def _spelt(name: str) -> str:
    return key_of(name).replace(" ", "").replace("-", "")


def _shortest(name: str, beside: Sequence[Line]) -> str:
    """A company's name without "Media", "Online" or "Ltd", where the page shows the shorter one elsewhere."""
    usual = usual_name(name)
    while usual == name and (found := COMPANY.search(name)):
        shorter = name[: found.start()]
        if not has_masthead_word(shorter) and not _alone_elsewhere(shorter, found[0], beside):
            return name
        name, usual = shorter, usual_name(shorter)
    short = usual.removesuffix(" News")
    return short if short != usual and has_masthead_word(short) and _alone_elsewhere(short, " News", beside) else usual


def _alone_elsewhere(name: str, rest: str, beside: Sequence[Line]) -> bool:
    """Whether the page shows a name beside the article without the rest that it has elsewhere."""
    return any(not line.text.startswith(rest, end) for line in beside for end in places_of(name, line.text))


def _named(text: str, there: frozenset[str]) -> list[tuple[str, float]]:
    found = []
    for form in _forms_for(there):
        for match in form.pattern.finditer(text):
            name = match["name"].strip(" .,-")
            if _is_site(name):
                found.append((name, form.for_agency if name in agency_names() else form.weight))
    return found


def _needs_of(line: Line) -> frozenset[str]:
    """The words of a line that forms need; most lines have none."""
    found = _needed() & line.needed
    return found if line.text.isascii() else found.union(sign for sign in GLUED if sign in line.text)


def _is_site(name: str) -> bool:
    named = (name[:1].isalpha() and not name[:1].islower()) or known_outlet(name) is not None
    return named and not is_section(name) and name.lower() not in no_names("outlet")


def _without_news(name: str, layout: Layout) -> str:
    """Leave "News" out of a name whose initials the page uses without it ("DH" for Deccan Herald News)."""
    short = name.removesuffix(" News")
    if short == name or len(short.split()) < 2:
        return name
    initials = "".join(w[0] for w in short.split() if w[0].isupper())
    used = len(initials) > 1 and any(re.search(rf"\b{initials}\b", line.text) for line in layout.lines)
    return short if used else name
