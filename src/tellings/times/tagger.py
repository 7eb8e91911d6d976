"""Time expressions in running text: a table of named rules, each a pattern and what it reads.

Patterns keep the case of months and weekdays ("may" and "sun" are no times) and fold the rest.
Where matches overlap the longest stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.times.readers import (
    FUZZY,
    Fields,
    Match,
    Reader,
    TagKind,
    read_anchored,
    read_bounded,
    read_calendar,
    read_counted,
    read_day_word,
    read_decade,
    read_end_of,
    read_length,
    read_month,
    read_month_of,
    read_now,
    read_numeric,
    read_quarter,
    read_repeated,
    read_season,
    read_stepped,
    read_today,
    read_vague,
    read_weekday,
    read_weekend,
    read_year,
    read_year_ago,
)
from tellings.times.words import any_of


@dataclass(frozen=True, slots=True)
class Tag:
    """Words of a text that name a time. Fields as in `TimeExpression`; `rule` is the rule that read them."""

    start: int
    end: int
    text: str
    rule: str
    kind: TagKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    amount: int | None = None
    modifier: str | None = None


MONTH = rf"(?P<m>(?:{any_of('month')}|{any_of('month').upper()})\b)(?:(?<!\w{{5}})\.)?"
WEEKDAY = rf"(?P<w>{any_of('weekday')}|{any_of('weekday').upper()})"
DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d|%|[.,:]\d)"
YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)(?![\d:%]|[.,]\d)\b"
UNIT = rf"(?P<unit>(?i:{any_of('unit')}))"
UNITS = rf"(?P<unit>(?i:{any_of('unit')}|centurie))s?\b"
STEP = rf"(?P<step>(?i:{any_of('step')}))"
SPELLED = rf"(?:{any_of('number')})(?:(?:-|(?<=ty) )(?:{any_of('number')}))?"
COUNT = rf"\b(?P<n>\d{{1,3}}|(?i:{SPELLED}|several|a few|few|many))"
LOOSE = rf"(?:(?P<fuzzy>(?i:{'|'.join(FUZZY)}))\s+)?"
PART_OF_DAY = r"(?:\s+(?P<part>morning|afternoon|evening|night)\b)?"
EDGES = r"(?i:end|start|beginning|middle)"
OF = r"(?:(?P<of>(?i:early|mid|late))[ -])?"

LENGTHS = rf"(?P<unit>(?i:{any_of('unit')}|centurie|hour|minute))s?\b"
NTH = r"(?P<nth>(?i:first|second|third|fourth))"
SEASON = r"(?i:spring|summer|autumn|fall|winter)"

#: name, pattern, reader. The name is what `explain` prints.
RULES: tuple[tuple[str, str, Reader], ...] = (
    ("month day year", rf"(?:\b{WEEKDAY},?\s+)?\b{MONTH}\s+{DAY},?\s+{YEAR}", read_calendar),
    ("day month year", rf"(?:\b{WEEKDAY},?\s+)?\b{DAY}(?:\s+of)?\s+{MONTH},?\s+{YEAR}", read_calendar),
    ("year month day", r"\b(?P<y>(?:19|20)\d\d)-(?P<a>0\d|1[0-2])-(?P<b>[0-3]\d)\b", read_numeric),
    ("day in figures", r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)\b", read_numeric),
    ("month day", rf"(?:\b{WEEKDAY},?\s+)?\b{MONTH}\s+{DAY}", read_calendar),
    ("day month", rf"(?:\b{WEEKDAY},?\s+)?\b{DAY}(?:\s+of)?\s+{MONTH}", read_calendar),
    ("month year", rf"\b{OF}{MONTH},?\s+(?:of\s+)?{YEAR}", read_month),
    ("month of a year told", rf"\b{OF}{MONTH}\s+(?:of\s+)?(?:(?i:the)\s+)?{STEP}\s+(?i:year)\b", read_month_of),
    ("month", rf"\b(?:{STEP}\s+|{OF}){MONTH}(?!\s+\d)", read_month),
    ("year", rf"(?<![\d$€£.,/-])\b{OF}{YEAR}(?!-\d)", read_year),
    ("decade", r"\b(?:the\s+)?(?:(?P<of>(?i:early|mid|late))[ -])?['’]?(?P<y>(?:1[89]|20)?\d0)['’]?s\b", read_decade),
    ("weekday", rf"\b(?:{STEP}\s+)?{WEEKDAY}{PART_OF_DAY}\b", read_weekday),
    ("day word", rf"\b(?P<word>(?i:{any_of('day_word')}))\b{PART_OF_DAY}", read_day_word),
    ("this part of day", r"\b(?i:this)\s+(?P<part>(?i:morning|afternoon|evening))\b", read_today),
    ("the day before", r"\b(?i:the|a)\s+(?P<unit>day)\s+(?P<way>(?i:before|earlier|later))\b(?!\s+\w)", read_anchored),
    ("neighbouring day", r"\b(?i:the)\s+(?P<way>(?i:previous|following|next))\s+(?P<unit>day)\b", read_anchored),
    ("last or next unit", rf"\b(?:(?i:the)\s+)?{STEP}\s+(?P<unit>(?i:{any_of('unit')}|weekend))\b", read_stepped),
    ("earlier this unit", rf"\b(?P<of>(?i:earlier|later|late|early))\s+{STEP}\s+{UNIT}\b", read_stepped),
    ("the weekend", r"\b(?i:over|at|during|on)\s+(?i:the)\s+(?P<unit>weekend)\b", read_weekend),
    ("end of unit", rf"\b(?i:the\s+)?(?P<of>{EDGES})\s+of\s+(?:the|{STEP})\s+{UNIT}\b", read_end_of),
    ("ago", rf"{LOOSE}{COUNT}\s+{UNITS}\s+(?i:ago)\b", read_counted(-1)),
    ("in some time", rf"\b(?i:in)\s+{LOOSE}{COUNT}\s+{UNITS}(?:['’]\s+time)?", read_counted(1)),
    ("within", rf"\b(?i:within)\s+(?i:the next\s+)?{COUNT}\s+{UNITS}", read_counted(1, "within")),
    ("past units", rf"\b(?i:the\s+)?(?i:last|past|previous)\s+{COUNT}\s+{UNITS}", read_counted(-1, "within")),
    ("next units", rf"\b(?i:the\s+)?(?i:next|coming)\s+{COUNT}\s+{UNITS}", read_counted(1, "within")),
    ("earlier or later", rf"{COUNT}\s+{UNITS}\s+(?P<way>(?i:earlier|later|before\b(?!\s+\w)))\b", read_anchored),
    ("after or before", rf"{LOOSE}{COUNT}\s+{UNITS}\s+(?P<way>(?i:after|before))\b(?=\s+\w)", read_bounded),
    (
        "time passed since",
        rf"{LOOSE}{COUNT}\s+{UNITS}\s+(?i:had|has|have)\s+(?i:passed|elapsed|gone by)\s+(?P<way>(?i:since))\b",
        read_bounded,
    ),
    ("recent units", rf"\b(?i:the\s+)?(?P<way>(?i:recent|coming))\s+{UNITS}", read_vague),
    ("vague past", r"\b(?P<way>(?i:recently|lately|the past))\b(?!\s+\w+s?\b)|\b(?P<way2>(?i:recently))\b", read_vague),
    ("vague future", r"\b(?i:the\s+(?:near\s+)?future)\b", read_vague),
    ("now", r"\b(?i:now|currently|nowadays|at present)\b", read_now),
    ("quarter", rf"\b(?:{NTH}[ -]quarter)(?:\s+of\s+(?:{YEAR}|{STEP}\s+year))?\b", read_quarter),
    ("year and quarter", rf"\b{YEAR}\s+{NTH}[ -]quarter\b", read_quarter),
    ("season", rf"\b(?:{STEP}\s+|{OF}|(?:the\s+))(?P<season>{SEASON})(?:\s+(?:of\s+)?{YEAR})?\b", read_season),
    ("year ago", r"\b(?P<unit>(?i:year|month|week))-(?i:ago|earlier)\b", read_year_ago),
    (
        "length",
        rf"{LOOSE}{COUNT}(?:\s+|-)(?:(?i:full|whole|long|straight|consecutive)\s+)?{LENGTHS}(?![ -]old)",
        read_length,
    ),
    ("every", rf"\b(?i:every|each)\s+(?:{UNIT}|{WEEKDAY})\b", read_repeated),
    ("adverb of frequency", rf"\b(?P<word>(?i:{any_of('every')}))\b", read_repeated),
)

#: A sentence without any of these holds no time: a look that spares most sentences the whole table.
HINT = re.compile(
    rf"\d|\b(?:{any_of('month')}|{any_of('weekday')})|(?i:\b(?:{any_of('unit')}|centurie|hour|minute|weekend|now|"
    rf"{any_of('day_word')}|{any_of('every')}|currently|nowadays|present|recently|lately|past|future|"
    rf"morning|afternoon|evening)|{SEASON})|{any_of('month').upper()}|{any_of('weekday').upper()}"
)


@cache
def compiled() -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    """The rules with their patterns compiled, once a process."""
    return tuple((name, re.compile(pattern), reader) for name, pattern, reader in RULES)


def tags(text: str) -> tuple[Tag, ...]:
    """Every time expression of a text, in order, none overlapping another."""
    if not HINT.search(text):
        return ()
    found = sorted(_matches(text), key=lambda tag: (tag.start - tag.end, tag.start))
    kept: list[Tag] = []
    for tag in found:
        if all(tag.end <= other.start or other.end <= tag.start for other in kept):
            kept.append(tag)
    return tuple(sorted(kept, key=lambda tag: tag.start))


def _matches(text: str) -> Iterator[Tag]:
    for name, pattern, reader in compiled():
        for match in pattern.finditer(text):
            fields = reader(match)
            if fields is not None:
                yield _tag(match, name, fields)


def _tag(match: Match, rule: str, read: Fields) -> Tag:
    start, end = match.span()
    return Tag(
        start=start,
        end=end,
        text=match[0],
        rule=rule,
        kind=read.kind,
        year=read.year,
        month=read.month,
        day=read.day,
        weekday=read.weekday,
        unit=read.unit,
        amount=read.amount,
        modifier=read.modifier,
    )
