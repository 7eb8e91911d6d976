"""The furniture of pages: lines that are never an article's own words, each rule with the reason that is kept.

The table is `vocab/furniture.tsv`. Its rows are tried in order; rows of one name are one rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal, cast

from tellings.clean.flat.context import READ_ALSO, STAMP_WORDS, in_other_scripts, is_prose, stamps, under_labels
from tellings.clean.flat.lines import Line
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

    `needs` are words of which a line has one, in lower case, if the pattern is to match at all, `sign` is one that it
    has, and `starts` how it may begin: with up to three letters of the Latin alphabet, or with a sign that another
    follows or one of a range (empty: in any way). Asked first, they cost a tenth of a pattern, and leave one a line.
    """

    name: str
    action: Action
    most: int
    pattern: str
    needs: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    sign: str = ""


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
            frozenset(several(needs)) - SIGNS,
            frozenset(start for whole in several(starts) for start in _beginnings(whole)),
            next(iter(SIGNS.intersection(several(needs))), ""),
        )
        for (name, action, most, needs, starts), same in groupby(rows("furniture.tsv"), key=columns)
    )


#: What a line may need that is no word.
SIGNS = frozenset("@")


def _beginnings(start: str) -> Iterator[str]:
    """A start and what it begins with itself; a range of signs as it is."""
    return iter((start,)) if _is_range(start) else (start[:size] for size in range(1, len(start) + 1))


def _is_range(start: str) -> bool:
    return start[1:2] == "-"


#: What is asked of a line under one rule: the most words, the words and the sign needed, the pattern's match. Tried one
#: by one, patterns take less than half the time of one joint pattern.
Asked = tuple[int, frozenset[str], str, Callable[[str, int], re.Match[str] | None], LineRule]


@cache
def _asked() -> tuple[Asked, ...]:
    return tuple((r.most, r.needs, r.sign, re.compile(r.pattern, re.IGNORECASE).match, r) for r in line_rules())


@dataclass(frozen=True, slots=True)
class Possible:
    """The rules that a beginning leaves: their places in the table, those that need no word, the others' words."""

    numbers: tuple[int, ...]
    free: tuple[Asked, ...]
    needed: frozenset[str]


@cache
def _numbers() -> Mapping[str, tuple[int, ...]]:
    """The places in the table of the rules for each beginning; for "" of those that begin in any way."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, rule in enumerate(line_rules()):
        for start in rule.starts or ("",):
            found[start].append(number)
    return {start: tuple(numbers) for start, numbers in found.items()}


@cache
def _ranges() -> tuple[str, ...]:
    """The beginnings that are ranges of signs."""
    return tuple(filter(_is_range, _numbers()))


#: So many letters of a line's beginning are looked at.
BEGINNING = 3
LETTERS = re.compile("[a-z]*")


@lru_cache(maxsize=1 << 14)
def _possible(first: str) -> Possible:
    """The rules for lines whose first signs, as many as are looked at, are these."""
    lowered = first.lower()
    beginning = LETTERS.match(lowered)[0] or lowered[:1]  # type: ignore[index]
    ranges = [start for start in _ranges() if start[0] <= lowered[:1] <= start[2]]
    return _with(tuple(number for start in (beginning, *ranges) for number in _numbers().get(start, ())))


@cache
def _with(numbers: tuple[int, ...]) -> Possible:
    """These rules and those for lines that begin in any way; most beginnings have no others."""
    every = tuple(sorted({*_numbers()[""], *numbers}))
    needed = frozenset[str]().union(*(_asked()[number][1] for number in every))
    return Possible(every, _needing(every, frozenset()), needed)


@lru_cache(maxsize=1 << 14)
def _needing(numbers: tuple[int, ...], there: frozenset[str]) -> tuple[Asked, ...]:
    """Those of some rules that need no word or one of these."""
    asked = (_asked()[number] for number in numbers)
    return tuple(one for one in asked if not one[1] or one[1] & there)


#: Marks of lists and quotations that stand before a line's own words.
BULLETS = re.compile(r"[\s\-•*|>#]*")


@cache
def most_words() -> int:
    """The number of words above which no rule is believed."""
    return max(rule.most for rule in line_rules())


def rule_of(line: Line) -> LineRule | None:
    """The first rule that the line falls under."""
    words, text = line.words, line.text
    if line.ended and SHORT < words < SENTENCE:
        words = SENTENCE
    if words > most_words() or len(text) > LONGEST:
        return None
    start = 0 if text[0].isalnum() else _own_start(text)
    possible = _possible(text[start : start + BEGINNING])
    there = possible.needed & line.needed
    for most, _, sign, matches, rule in _needing(possible.numbers, there) if there else possible.free:
        if words <= most and sign in text and (found := matches(text, start)):
            return READ_ALSO_LINE if rule.name == LIST and HEADLINE.match(text, found.end()) else rule
    return None


#: The label of a list of other articles with one of them on its own line ("More on this: ..."), inside the article.
LIST = "list of other articles"
HEADLINE = re.compile(r"\s?[:：]\s?\w")
READ_ALSO_LINE = LineRule(READ_ALSO, "drop", SENTENCE, "")


def _own_start(text: str) -> int:
    bullets = BULLETS.match(text)
    return bullets.end() if bullets else 0


def rules_of_each(lines: Sequence[Line]) -> tuple[LineRule | None, ...]:
    """The rule of every line, by itself: of one printed again it is the same."""
    found = dict[str, LineRule | None]()
    for line in lines:
        if line.text not in found:
            found[line.text] = rule_of(line)
    return tuple([found[line.text] for line in lines])


STAMP = LineRule("stamp above the article", "head", STAMP_WORDS, "")
UNDER_LABEL = LineRule("under a label of other articles or ads", "drop", STAMP_WORDS, "")
OTHER_SCRIPT = LineRule("in another script than the article", "drop", STAMP_WORDS, "")


def rules_of(lines: Sequence[Line]) -> tuple[LineRule | None, ...]:
    """The rule of every line, by itself or else by its place among the others."""
    rules = rules_of_each(lines)
    prose = [line for line, rule in zip(lines, rules, strict=True) if rule is None and is_prose(line)]
    found = {line.index: OTHER_SCRIPT for line in in_other_scripts(lines, prose)}
    found |= {line.index: STAMP for line in stamps(lines, prose)}
    found |= {line.index: UNDER_LABEL for line in under_labels(lines, [rule.name if rule else None for rule in rules])}
    return tuple(rule or found.get(line.index) for line, rule in zip(lines, rules, strict=True)) if found else rules
