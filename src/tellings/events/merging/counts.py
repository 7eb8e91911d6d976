"""How many were killed, wounded, arrested, freed: the counts that a telling gives, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tellings.model.spans import Span
from tellings.times.words import any_of, number

DIGITS = r"\d[\d,.]*"
COUNT = rf"(?<![\w.,])(?P<n>{DIGITS}|{any_of('number')})"
DONE = "killed|injured|wounded|arrested|detained|expelled|freed|released|abducted"
HARMED = f"{DONE}|dead|died|hurt|missing"
DID = f"{DONE}|killing|injuring|wounding|arresting|detaining|expelling|freeing|releasing|abducting"
HARM, DOING = rf"(?P<what>{HARMED})", rf"(?P<what>{DID})"
WHO = r"(?!(?:was|has|is|its|his|as)\b)(?:[a-z][\w'’-]*s|[\w'’-]*(?:people|men|women|children))"
ASIDE = r"(?:,[^,.;]{1,30},)?"
PASSIVE = r"(?P<passive>(?:were|was|are|(?:had|have) been)\s+)?"
THEIRS = r"(?:of\s+(?:its|his|her|their|the|those|them)\s+)?"
LEAST = r"(?:at\s+least\s+)?"
#: What may follow a count that names no one ("killed 17 on Monday"; in "killed 4 of them" it may be the attackers).
ALONE = r"(?=\s*(?:[.,;)]|$)|\s+(?:on|in|at|and|when|with|by|as|late|early|overnight|since|after|before)\b)"
#: "17 miners were killed", "three of its men died"; "killing 17 miners"; "killed 17 on Monday"; "the death toll is 17".
#: Each with the words of which a text must have one for it to hold, in small letters.
COUNTED = tuple(
    (tuple(words.split("|")), re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        (
            HARMED,
            rf"\b{COUNT}\s+{THEIRS}(?:(?!and\b|or\b)[\w'’-]+\s+){{0,3}}?(?:(?P<who>{WHO}){ASIDE}\s+)?{PASSIVE}{HARM}\b",
        ),
        (DID, rf"\b{DOING}\s+{LEAST}{COUNT}\s+(?:[\w'’-]+\s+){{0,2}}?(?P<who>{WHO})\b"),
        (DID, rf"\b{DOING}\s+{LEAST}{COUNT}{ALONE}"),
        ("toll", rf"\bdeath\s+(?P<what>toll)\b[^.;]{{0,60}}?{COUNT}(?!\s*(?:percent|%))\b"),
    )
)
#: A loose count ("more than 17") contradicts none.
LOOSE = re.compile(r"\b(?:than|over|nearly|almost|about|around|some|most|up to)\s+$", re.IGNORECASE)
#: "a bomb killed", "two drones killed 17": who stands before does it.
ACTIVE = re.compile(rf"\s+{LEAST}(?:(?:the|a|an|his|her|its|their)\b|{DIGITS}|(?:{any_of('number')})\b)", re.IGNORECASE)
SINGLE = frozenset({"a", "an"})
SAME = {"dead": "killed", "died": "killed", "killing": "killed", "toll": "killed", "released": "freed"}
SAME |= {"hurt": "wounded", "injured": "wounded", "injuring": "wounded", "wounding": "wounded"}
SAME |= {"detained": "arrested", "detaining": "arrested", "arresting": "arrested"}
SAME |= {"expelling": "expelled", "freeing": "freed", "releasing": "freed", "abducting": "abducted"}
#: Who is counted where no one in particular is.
PEOPLE = "people"
#: Who was counted and what befell them.
Kind = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and the words that say so."""

    n: int
    span: Span


def counts(text: str) -> Iterator[tuple[Kind, Count]]:
    """Give who was counted and what befell them, with the count, in the order of the text."""
    small = text.lower()
    held = [pattern for words, pattern in COUNTED if any(word in small for word in words)]
    found = sorted((m for pattern in held for m in pattern.finditer(text)), key=lambda m: (m.start(), m.end()))
    for match in found:
        n, named = number(match["n"].rstrip(".,")), match.groupdict()
        if n is not None and not LOOSE.search(text[: match.start("n")]) and not _does_it(match, text):
            who = (named.get("who") or PEOPLE).lower()
            what = match["what"].lower()
            yield (PEOPLE if who == "persons" else who, SAME.get(what, what)), Count(n, Span(*match.span()))


def _does_it(match: re.Match[str], text: str) -> bool:
    """Whether those before the verb are its doers: a lone one is, unless it "was killed"."""
    if "passive" not in match.re.groupindex or match["passive"]:
        return False
    return match["n"].lower() in SINGLE or ACTIVE.match(text, match.end()) is not None


def counted(texts: Mapping[str, str]) -> Iterator[tuple[Kind, dict[str, Count]]]:
    """Give, of each kind that several tellings count, the first count of each; `texts` are the tellings' by id."""
    found: dict[Kind, dict[str, Count]] = {}
    for telling in sorted(texts):
        for kind, count in counts(texts[telling]):
            found.setdefault(kind, {}).setdefault(telling, count)
    yield from sorted(found.items())
    yield from _of_people(found)


def _of_people(found: Mapping[Kind, Mapping[str, Count]]) -> Iterator[tuple[Kind, dict[str, Count]]]:
    """Counts of "people" in some tellings beside the only count of another: three guards killed, five people killed."""
    for what in sorted({what for who, what in found if who == PEOPLE}):
        people = found[PEOPLE, what]
        others = [told for (who, harm), told in sorted(found.items()) if harm == what and who != PEOPLE]
        alone = {a: told[a] for told in others for a in told if a not in people and sum(a in t for t in others) == 1}
        if alone and not any(a in told for a in people for told in others):
            yield (PEOPLE, what), dict(sorted({**people, **alone}.items()))
