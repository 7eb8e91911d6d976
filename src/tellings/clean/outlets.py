"""Who carries the page, by the page's own furniture; None where it does not say."""

from __future__ import annotations

import re
from collections import Counter

from tellings.clean.layout import Layout
from tellings.clean.lines import Line
from tellings.clean.vocabulary import agency_names

NAME = r"(?P<name>(?:The )?[A-Z][\w'’&.-]*(?: (?:[A-Z][\w'’&.-]*|of|the|and|&|for|in|de|do|da|el|la)){0,4}?)"
FOLLOWS = r"(?=\s|$|[.,;|)!-])"
PATTERNS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    (
        "follow line",
        2.0,
        re.compile(
            rf"\b(?:follow|like|join|find)\s+{NAME}(?:['’]s (?:page|channel|account))?\s+on\s+(?:twitter|facebook|telegram|whatsapp|instagram|google|youtube|x\b|social)",
            re.IGNORECASE,
        ),
    ),
    (
        "channel line",
        2.0,
        re.compile(rf"^{NAME}\s+(?:is )?now on (?:telegram|whatsapp|google news|facebook)", re.IGNORECASE),
    ),
    ("app line", 1.0, re.compile(rf"(?:^|[:|] ?){NAME} App(?=[A-Z]|\b)")),
    (
        "copyright",
        2.0,
        re.compile(
            rf"(?:copyright|©|\(c\))\W*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d|present))?)?\W*(?:by )?{NAME}(?:,? (?:inc|ltd|llc|plc|limited|pvt|all rights|media group)\b|\.?\s*all rights|\W*$|[.,|])",
            re.IGNORECASE,
        ),
    ),
    (
        "subscribe line",
        1.0,
        re.compile(rf"\bsubscribe to {NAME}(?:['’]s)?(?: newsletters?| today| now|$|\.)", re.IGNORECASE),
    ),
    (
        "first published line",
        1.5,
        re.compile(rf"\b(?:first |originally )(?:appeared|published) (?:on|in|at|by) {NAME}\W*$", re.IGNORECASE),
    ),
)
NO_OUTLET = re.compile(
    r"^(?:us|me|our|the|all|my|this|your|more|now|here|news|latest|author|him|her|them|facebook|twitter|telegram|instagram|google|whatsapp|youtube|the author|reserved|all rights.*|by|apple|mobile|android|ios|in|on|a|free|newsletter|newsletters|(?:19|20)\d\d)$",
    re.IGNORECASE,
)


def find_outlet(layout: Layout) -> str | None:
    """The name that the page's furniture gives the site, by the sum of the rules that name it."""
    votes: Counter[str] = Counter()
    forms: dict[str, str] = {}
    body = set(layout.body)
    for line in layout.lines:
        if line.index not in body:
            for name, weight in _named(line):
                key = _key(name)
                votes[key] += weight  # type: ignore[assignment]
                forms.setdefault(key, name)
    best = max(votes, key=lambda k: (votes[k], k), default=None)
    if best is None or votes[best] < 1.5:
        return None
    return _without_news(forms[best], layout)


def _named(line: Line) -> list[tuple[str, float]]:
    found = []
    for _, weight, pattern in PATTERNS:
        for match in pattern.finditer(line.text):
            name = next((v for k, v in match.groupdict().items() if k.startswith("name") and v), "").strip(" .,-")
            if name[:1].isupper() and not NO_OUTLET.match(name) and name not in agency_names():
                found.append((name, weight))
    return found


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower().replace("’", "'")).removeprefix("the ").strip()


def _without_news(name: str, layout: Layout) -> str:
    """Leave "News" out of a name whose initials the page uses without it ("DH" for Deccan Herald News)."""
    short = name.removesuffix(" News")
    initials = "".join(w[0] for w in short.split() if w[0].isupper())
    used = len(initials) > 1 and any(re.search(rf"\b{initials}\b", line.text) for line in layout.lines)
    return short if short != name and len(short.split()) > 1 and used else name
