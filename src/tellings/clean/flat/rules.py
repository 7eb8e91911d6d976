"""The furniture of pages: lines that are never an article's own words, each rule with the reason that is kept.

The table is `vocab/furniture.tsv`. Its rows are tried in order; rows of one name are one rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal, cast

from tellings.clean.flat.lines import WORD, Line
from tellings.vocab.tables import rows, several

Action = Literal["drop", "end", "caption", "head", "author", "foot"]


#: A line of more words than SHORT that ends like a sentence is believed to be furniture only by rules that
#: allow for SENTENCE words: "By Monday, the two sides had agreed." is no byline.
SHORT, SENTENCE = 3, 17
#: No line of furniture has more characters; on longer ones the patterns' backtracking would cost seconds.
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class LineRule:
    """One kind of furniture. `action` says what follows for the lines around it; `most` words may stand in the line.

    `needs` are words of which a line has one, in lower case, if the pattern is to match at all, and `starts` the
    signs one of which begins it ("" where it may begin with any): asked first, they cost a tenth of a pattern.
    """

    name: str
    action: Action
    most: int
    pattern: str
    needs: frozenset[str] = frozenset()
    starts: str = ""


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The table, in its order."""
    columns = itemgetter("name", "action", "most", "needs", "starts")
    return tuple(
        LineRule(
            name,
            cast("Action", action),
            int(most),
            "|".join(r["pattern"] for r in same),
            frozenset(several(needs)),
            starts,
        )
        for (name, action, most, needs, starts), same in groupby(rows("furniture.tsv"), key=columns)
    )


#: A rule as it is tried: the most words, the words needed, its pattern's match.
Tried = tuple[int, frozenset[str], Callable[[str, int], object], LineRule]
#: Lines of furniture that many pages share are short: so many of them, of so many words, are remembered.
REMEMBERED, REMEMBERED_WORDS = 1 << 14, 12


@cache
def _tried() -> tuple[Tried, ...]:
    """Each rule with its pattern's match; tried one by one they take less than half the time of one joint pattern."""
    return tuple((r.most, r.needs, re.compile(r.pattern, re.IGNORECASE).match, r) for r in line_rules())


@cache
def _tried_at(sign: str) -> tuple[Tried, ...]:
    """The rules whose pattern can begin with a sign."""
    return tuple(tried for tried in _tried() if not tried[-1].starts or sign in tried[-1].starts)


@cache
def _any_at(sign: str) -> tuple[Callable[[str, int], object], frozenset[str]]:
    """The match of any rule that can begin with a sign and needs no word, and the words that the others need.

    Nine lines in ten are told by these two to be no furniture.
    """
    patterns = "|".join(f"(?:{rule.pattern})" for _, needs, _, rule in _tried_at(sign) if not needs)
    words = frozenset().union(*(needs for _, needs, _, _ in _tried_at(sign)))
    return re.compile(patterns or "(?!)", re.IGNORECASE).match, words


#: Marks of lists and quotations that stand before a line's own words.
BULLETS = re.compile(r"[\s\-•*|>#]*")


def rule_of(line: Line) -> LineRule | None:
    """The first rule that the line falls under."""
    words = max(line.words, SENTENCE) if line.ended and line.words > SHORT else line.words
    if words > most_words() or len(line.text) > LONGEST:
        return None
    return _remembered(line.text, words) if words <= REMEMBERED_WORDS else _first(line.text, words)


@cache
def most_words() -> int:
    """The number of words above which no rule is believed."""
    return max(rule.most for rule in line_rules())


def _first(text: str, words: int) -> LineRule | None:
    bullets = BULLETS.match(text)
    start = bullets.end() if bullets else 0
    lowered = text.lower()
    sign = lowered[start : start + 1]
    matches_any, needed = _any_at(sign)
    there = needed.intersection(WORD.findall(lowered))
    if not there and not matches_any(text, start):
        return None
    for most, needs, matches, rule in _tried_at(sign):
        if words <= most and (not needs or needs & there) and matches(text, start):
            return rule
    return None


_remembered = lru_cache(maxsize=REMEMBERED)(_first)


def rules_of(lines: Sequence[Line]) -> tuple[LineRule | None, ...]:
    """The rule of every line."""
    return tuple(map(rule_of, lines))
