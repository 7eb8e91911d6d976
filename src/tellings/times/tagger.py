"""Time expressions in running text, as `times.rules` reads them. Where matches overlap the longest stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tellings.model.times import TimeWords
from tellings.times.readers import Reader
from tellings.times.rules import ASKED, FIGURE, RULES

WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Tag:
    """Words of a text that name a time, and what the rule that read them makes of them."""

    start: int
    end: int
    text: str
    rule: str
    says: TimeWords


@cache
def compiled() -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    """The rules with their patterns compiled, once a process."""
    return tuple((name, re.compile(pattern), reader) for name, pattern, reader in RULES)


def possible(text: str) -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    """The rules whose patterns can hold in a text, by the words of `ASKED` that it has; none for most sentences."""
    found = _cues().intersection(WORD.findall(text.lower()))
    return _asked_by(found | {FIGURE} if DIGIT.search(text) else found)


@cache
def _cues() -> frozenset[str]:
    return frozenset(word for _, words in ASKED for word in words)


@lru_cache(maxsize=4096)
def _asked_by(found: frozenset[str]) -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    missing = {name for names, words in ASKED if found.isdisjoint(words) for name in names}
    return tuple(rule for rule in compiled() if rule[0] not in missing)


def tags(text: str) -> tuple[Tag, ...]:
    """Every time expression of a text, in order, none overlapping another."""
    kept: list[Tag] = []
    for tag in sorted(_matches(text), key=lambda tag: (tag.start - tag.end, tag.start)):
        at = bisect_left(kept, tag.start, key=lambda other: other.start)
        if (at == 0 or kept[at - 1].end <= tag.start) and (at == len(kept) or tag.end <= kept[at].start):
            kept.insert(at, tag)
    return tuple(kept)


def _matches(text: str) -> Iterator[Tag]:
    for name, pattern, reader in possible(text):
        for match in pattern.finditer(text):
            says = reader(match)
            if says is not None:
                yield Tag(*match.span(), match[0], name, says)
