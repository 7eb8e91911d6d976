"""Who carries the page, by the page's own furniture; None where it does not say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.clean.layout import Layout
from tellings.clean.lines import Line
from tellings.clean.mastheads import find_mastheads, has_masthead_word, is_section
from tellings.clean.sites import key_of, known_forms, known_outlet, outlet_of_domain, outlet_of_url, usual_name
from tellings.clean.titles import Titles
from tellings.clean.vocabulary import agency_names, no_names
from tellings.vocab.tables import rows

NAME = r"(?P<name>(?:The )?[A-Z][\w'’&.-]*(?: (?:[A-Z][\w'’&.-]*|\d\d(?!\d)|of|the|and|&|for|in|de|do|da|el|la)){0,4}?)"
#: Longer lines are text or data.
LONGEST = 1000
#: The sum of weights that a name needs.
NEEDED = 1.5
#: The weight of a name that the page's title carries at its end, and of one that an address on the page spells.
BESIDE_TITLE, ADDRESSED = 3.0, 1.0
#: The weight of a known site's name alone on a line beside the article.
ALONE = 1.0
#: What a known site's name weighs more than others, companies' above all, where several have signs enough.
WELL_KNOWN = 1.0
PRINTED = re.compile(
    r"(?<![\w.])(?:[\w.+-]+@|https?://|www\.)*(?P<domain>(?P<label>[\w-]{2,40})(?:\.[a-z]{2,8}){1,2})(?![\w])",
    re.IGNORECASE,
)
COMPANY = re.compile(
    r",? (?:\(?Pvt\.?\)?|Media|Online|Group|Network|Ltd|Limited|Inc|LLC|PLC|Publishing"
    r"|Verlag|Mediengruppe|GmbH|A[GB]|S\.?A\.?|Publishers?|Publications"
    r"|Holdings|Public|Company|Co|Corp|Corporation|Newspapers?|Digital|Berhad|Sdn|Bhd|Pte|Website|Web|English|App)\.?$",
    re.IGNORECASE,
)


#: Words without which no form of the table matches: most lines are passed over by this alone.
HINTS = (
    *("follow", "like", "join", "find", "now on", "app", "copyright", "©", "(c)", "subscribe to", "published"),
    *("appeared", "cookies", "financed", "run by", "privacy", "owned by", "funded by", "paper", "channel", "staff"),
    *("responsib", "belong", "permission", "about ", "support ", "bureau", "desk", "by ", "live on", "welcome"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of `outlet_lines.tsv`: what it weighs, and what where the name is an agency's that others print too."""

    weight: float
    for_agency: float
    pattern: re.Pattern[str]


@cache
def _forms() -> tuple[Form, ...]:
    return tuple(
        Form(
            float(row["weight"]),
            float(row["for_agency"] or 0),
            re.compile(row["pattern"].replace("NAME", NAME), re.IGNORECASE),
        )
        for row in rows("outlet_lines.tsv")
    )


def find_outlet(layout: Layout, titles: Titles, url: str | None = None) -> str | None:
    """The site's name, by its address where that is known, or by the sum of the signs that name it."""
    known = outlet_of_url(url)
    if known:
        return known
    votes: dict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    for name, weight in _all_named(layout, titles):
        shorter = _shortest(name, layout)
        key = key_of(known_outlet(shorter) or shorter)
        votes[key] += weight
        forms.setdefault(key, shorter)
    for label in _addresses(layout):
        for key in votes:
            votes[key] += ADDRESSED if key.replace(" ", "") == label else 0.0
    enough = [key for key in votes if votes[key] >= NEEDED]
    if not enough:
        return None
    best = max(enough, key=lambda k: (votes[k] + WELL_KNOWN * (known_outlet(k) is not None), k))
    return known_outlet(forms[best]) or usual_name(_without_news(forms[best], layout))


def _all_named(layout: Layout, titles: Titles) -> Iterator[tuple[str, float]]:
    if titles.outlet:
        yield titles.outlet, BESIDE_TITLE
    yield from find_mastheads(layout, titles)
    alone = {_alone(line) for line in _furniture(layout)}
    yield from ((name, ALONE) for name in sorted(filter(None, alone)))
    for line in _furniture(layout):
        lowered = line.text.lower()
        if any(map(lowered.__contains__, HINTS)):
            yield from _named(line)


def _alone(line: Line) -> str | None:
    """The known site whose name is all that the line says; an agency's stands so over its reports on any site."""
    if line.text.lower() not in known_forms() or line.text in agency_names() or is_section(line.text):
        return None
    return known_outlet(line.text)


def _furniture(layout: Layout) -> Iterator[Line]:
    """Lines beside the article in which the page may name its site; captions name others."""
    body = set(layout.body)
    for line in layout.lines:
        if line.index not in body and len(line.text) <= LONGEST and not layout.is_caption(line):
            yield line


def _addresses(layout: Layout) -> set[str]:
    """The addresses that the page prints, as the name they spell: "contact@harbour-times.com" gives "harbourtimes"."""
    found = (m for line in _furniture(layout) if "." in line.text for m in PRINTED.finditer(line.text))
    return {_spelt(outlet_of_domain(m["domain"]) or m["label"]) for m in found}


def _spelt(name: str) -> str:
    return key_of(name).replace(" ", "").replace("-", "")


def _shortest(name: str, layout: Layout) -> str:
    """A company's name without "Media", "Online" or "Ltd", where the page shows the shorter one elsewhere."""
    usual = usual_name(name)
    while usual == name and (found := COMPANY.search(name)):
        shorter = name[: found.start()]
        alone = re.compile(rf"(?<!\w){re.escape(shorter)}(?!\w)(?!{re.escape(found[0])})")
        if not has_masthead_word(shorter) and not any(alone.search(line.text) for line in _furniture(layout)):
            return name
        name, usual = shorter, usual_name(shorter)
    return usual


def _named(line: Line) -> list[tuple[str, float]]:
    found = []
    for form in _forms():
        for match in form.pattern.finditer(line.text):
            name = match["name"].strip(" .,-")
            if _is_site(name):
                found.append((name, form.for_agency if name in agency_names() else form.weight))
    return found


def _is_site(name: str) -> bool:
    named = name[:1].isupper() or known_outlet(name) is not None
    return named and not is_section(name) and name.lower() not in no_names("outlet")


def _without_news(name: str, layout: Layout) -> str:
    """Leave "News" out of a name whose initials the page uses without it ("DH" for Deccan Herald News)."""
    short = name.removesuffix(" News")
    initials = "".join(w[0] for w in short.split() if w[0].isupper())
    used = len(initials) > 1 and any(re.search(rf"\b{initials}\b", line.text) for line in layout.lines)
    return short if short != name and len(short.split()) > 1 and used else name
