"""Who carries the page, by the page's own furniture; None where it does not say."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from tellings.clean.layout import Layout
from tellings.clean.lines import Line
from tellings.clean.vocabulary import agency_names, no_names
from tellings.vocab.tables import rows

NAME = r"(?P<name>(?:The )?[A-Z][\w'’&.-]*(?: (?:[A-Z][\w'’&.-]*|of|the|and|&|for|in|de|do|da|el|la)){0,4}?)"
#: Longer lines are text or data.
LONGEST = 1000
#: The sum of weights that a name needs.
NEEDED = 1.5


#: Words without which no form of the table matches: most lines are passed over by this alone.
HINT = re.compile(
    r"follow|like|join|find|now on|\bapp|copyright|©|\(c\)|subscribe to|published|appeared", re.IGNORECASE
)


@cache
def _patterns() -> tuple[tuple[float, re.Pattern[str]], ...]:
    """The forms of `outlet_lines.tsv` with their weights."""
    return tuple(
        (float(row["weight"]), re.compile(row["pattern"].replace("NAME", NAME), re.IGNORECASE))
        for row in rows("outlet_lines.tsv")
    )


def find_outlet(layout: Layout) -> str | None:
    """The name that the page's furniture gives the site, by the sum of the rules that name it."""
    votes: dict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    body = set(layout.body)
    for line in layout.lines:
        if line.index not in body and len(line.text) <= LONGEST and HINT.search(line.text):
            for name, weight in _named(line):
                key = _key(name)
                votes[key] += weight
                forms.setdefault(key, name)
    best = max(votes, key=lambda k: (votes[k], k), default=None)
    if best is None or votes[best] < NEEDED:
        return None
    return _without_news(forms[best], layout)


def _named(line: Line) -> list[tuple[str, float]]:
    found = []
    for weight, pattern in _patterns():
        for match in pattern.finditer(line.text):
            name = match["name"].strip(" .,-")
            if _is_site(name):
                found.append((name, weight))
    return found


def _is_site(name: str) -> bool:
    folded = name.lower()
    return name[:1].isupper() and folded not in no_names("outlet") and name not in agency_names()


def _key(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower().replace("’", "'")).removeprefix("the ").strip()


def _without_news(name: str, layout: Layout) -> str:
    """Leave "News" out of a name whose initials the page uses without it ("DH" for Deccan Herald News)."""
    short = name.removesuffix(" News")
    initials = "".join(w[0] for w in short.split() if w[0].isupper())
    used = len(initials) > 1 and any(re.search(rf"\b{initials}\b", line.text) for line in layout.lines)
    return short if short != name and len(short.split()) > 1 and used else name
