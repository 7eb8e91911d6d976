"""Time expressions in running text, as `times.rules` reads them. Where matches overlap the longest stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.model.times import TimeWords
from tellings.times.readers import Reader
from tellings.times.rules import ASKED, HINT, RULES


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


@cache
def _possible(asked: tuple[bool, ...]) -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    """The rules whose patterns can hold in a text, by what of `ASKED` it has."""
    missing = [part for (parts, _), has in zip(ASKED, asked, strict=True) if not has for part in parts]
    left = [i for i, (_, pattern, _) in enumerate(RULES) if not any(part in pattern for part in missing)]
    return tuple(compiled()[i] for i in left)


def tags(text: str) -> tuple[Tag, ...]:
    """Every time expression of a text, in order, none overlapping another."""
    if not HINT.search(text):
        return ()
    kept: list[Tag] = []
    for tag in sorted(_matches(text), key=lambda tag: (tag.start - tag.end, tag.start)):
        at = bisect_left(kept, tag.start, key=lambda other: other.start)
        if (at == 0 or kept[at - 1].end <= tag.start) and (at == len(kept) or tag.end <= kept[at].start):
            kept.insert(at, tag)
    return tuple(kept)


def _matches(text: str) -> Iterator[Tag]:
    for name, pattern, reader in _possible(tuple(hint.search(text) is not None for _, hint in ASKED)):
        for match in pattern.finditer(text):
            says = reader(match)
            if says is not None:
                yield Tag(*match.span(), match[0], name, says)
