"""Time expressions in running text: a table of named rules, each a pattern and what it reads.

Patterns keep the case of months and weekdays ("may" and "sun" are no times) and fold the rest.
Where matches overlap the longest stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tellings.model.times import TimeKind
from tellings.times.words import any_of, month, number, weekday, words

Match = re.Match[str]
#: Lengths and repeated times are read so that their words are not taken for a day, and left out of an article's times.
TagKind = TimeKind | Literal["duration", "set"]


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


@dataclass(frozen=True, slots=True)
class Fields:
    """What a rule reads from a match; None from a reader means that the match is no time."""

    kind: TagKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    amount: int | None = None
    modifier: str | None = None


Reader = Callable[[Match], Fields | None]


def _int(match: Match, name: str) -> int | None:
    found = match.groupdict().get(name)
    return int(found) if found else None


def _calendar(match: Match) -> Fields | None:
    """A day of the calendar, with or without its year and weekday."""
    day, year = _int(match, "d"), _int(match, "y")
    if not day or not 1 <= day <= 31:
        return None
    named = match.groupdict().get("w")
    return Fields(
        "date" if year else "month_day", year, month(match["m"]), day, weekday=weekday(named) if named else None
    )


def _numeric(match: Match) -> Fields | None:
    """A day in figures: ISO, or with slashes, month first unless that cannot be."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        first, second = second, first
    return Fields("date", year, first, second) if 1 <= first <= 12 and 1 <= second <= 31 else None


def _month(match: Match) -> Fields:
    """A month, with its year, a step ("last April") or alone."""
    return Fields("month", _int(match, "y"), month(match["m"]), amount=_step(match), modifier=_part(match))


def _month_of(match: Match) -> Fields:
    """A month of the year before, this one or the next ("February of last year"): the step in years as `amount`."""
    return Fields("month", month=month(match["m"]), unit="year", amount=_step(match), modifier=_part(match))


def _year(match: Match) -> Fields:
    return Fields("year", int(match["y"]), modifier=_part(match))


def _decade(match: Match) -> Fields:
    first = int(match["y"])
    return Fields("year", first if first > 100 else 1900 + first, unit="decade", modifier=_part(match))


def _weekday(match: Match) -> Fields:
    return Fields("weekday", weekday=weekday(match["w"]), unit=_lower(match, "part"), amount=_step(match))


def _day_word(match: Match) -> Fields:
    word = match["word"].lower()
    part = "night" if word == "tonight" else _lower(match, "part")
    return Fields("relative", unit="day", amount=int(words("day_word")[word]), modifier=part)


def _stepped(match: Match) -> Fields:
    """A calendar unit counted from now: "last month", "this year"; "the past year" is the twelve months up to now."""
    step = match["step"].lower()
    if step == "past":
        return Fields("relative", unit=_unit(match), amount=-1, modifier="within")
    if step in {"following", "previous", "preceding"}:
        return Fields("relative", unit=_unit(match), amount=_step(match), modifier="anchored")
    return Fields("relative", unit=_unit(match), amount=_step(match), modifier=_part(match))


def _end_of(match: Match) -> Fields:
    return Fields("relative", unit=_unit(match), amount=_step(match) or 0, modifier=_part(match))


def _counted(sign: int, modifier: str | None = None) -> Reader:
    """A number of units before or after now."""

    def read(match: Match) -> Fields:
        count = number(match["n"])
        amount = sign * count if count else None
        bound = modifier or _fuzzy(match) or ("vague" if count is None else None)
        return Fields("relative", unit=_unit(match), amount=amount, modifier=bound)

    return read


def _anchored(match: Match) -> Fields:
    """Counted from another time of the text: "two days later", "the previous day"."""
    count = number(match.groupdict().get("n") or "one")
    sign = -1 if match["way"].lower() in {"earlier", "before", "previous", "prior"} else 1
    return Fields("relative", unit=_unit(match), amount=sign * count if count else None, modifier="anchored")


def _bounded(match: Match) -> Fields | None:
    """How long after or before another event: that event lies the other way from now."""
    count = number(match["n"])
    sign = 1 if match["way"].lower() == "before" else -1
    if not count:
        return None
    return Fields("bounded", unit=_unit(match), amount=sign * count, modifier=_fuzzy(match) or "after")


def _length(match: Match) -> Fields:
    """A length of time ("three days", "a five-year plan")."""
    return Fields("duration", unit=_unit(match), amount=number(match["n"]), modifier=_fuzzy(match))


def _repeated(match: Match) -> Fields:
    """A time that comes again and again ("every week", "annually")."""
    named = match.groupdict().get("w")
    every = _unit(match) or words("every").get(_lower(match, "word") or "")
    return Fields("set", weekday=weekday(named) if named else None, unit=every, amount=1)


QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10}


def _quarter(match: Match) -> Fields:
    return Fields("relative", _int(match, "y"), QUARTERS[match["nth"].lower()], unit="quarter", amount=_step(match))


def _season(match: Match) -> Fields:
    return Fields(
        "relative", _int(match, "y"), unit=match["season"].lower(), amount=_step(match), modifier=_part(match)
    )


def _year_ago(match: Match) -> Fields:
    return Fields("relative", unit=_unit(match), amount=-1)


def _now(match: Match) -> Fields:
    return Fields("now")


def _vague(match: Match) -> Fields:
    way = _lower(match, "way") or _lower(match, "way2")
    return Fields("relative", unit=_unit(match), modifier=f"vague {way}" if way else "vague")


def _step(match: Match) -> int | None:
    word = match.groupdict().get("step")
    return int(words("step")[word.lower()]) if word else None


def _unit(match: Match) -> str | None:
    found = _lower(match, "unit")
    return "century" if found == "centurie" else found


def _lower(match: Match, name: str) -> str | None:
    found = match.groupdict().get(name)
    return found.lower() if found else None


#: A part of a period, and the words for it.
PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid"}
PARTS |= {"late": "late", "end": "late", "earlier": "early", "later": "late"}


def _part(match: Match) -> str | None:
    word = match.groupdict().get("of")
    return PARTS[word.lower()] if word else None


#: Words that loosen a count, and the bound that they set.
FUZZY = {"less than": "less than", "under": "less than", "within": "less than", "more than": "more than"}
FUZZY |= {"over": "more than", "at least": "more than", "nearly": "less than", "almost": "less than"}
FUZZY |= {"about": "about", "around": "about", "some": "about", "roughly": "about", "just": "about", "only": "about"}


def _fuzzy(match: Match) -> str | None:
    word = match.groupdict().get("fuzzy")
    return FUZZY[" ".join(word.lower().split())] if word else None


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
    ("month day year", rf"(?:\b{WEEKDAY},?\s+)?\b{MONTH}\s+{DAY},?\s+{YEAR}", _calendar),
    ("day month year", rf"(?:\b{WEEKDAY},?\s+)?\b{DAY}(?:\s+of)?\s+{MONTH},?\s+{YEAR}", _calendar),
    ("year month day", r"\b(?P<y>(?:19|20)\d\d)-(?P<a>0\d|1[0-2])-(?P<b>[0-3]\d)\b", _numeric),
    ("day in figures", r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)\d\d)\b", _numeric),
    ("month day", rf"(?:\b{WEEKDAY},?\s+)?\b{MONTH}\s+{DAY}", _calendar),
    ("day month", rf"(?:\b{WEEKDAY},?\s+)?\b{DAY}(?:\s+of)?\s+{MONTH}", _calendar),
    ("month year", rf"\b{OF}{MONTH},?\s+(?:of\s+)?{YEAR}", _month),
    ("month of a year told", rf"\b{OF}{MONTH}\s+(?:of\s+)?(?:(?i:the)\s+)?{STEP}\s+(?i:year)\b", _month_of),
    ("month", rf"\b(?:{STEP}\s+|{OF}){MONTH}(?!\s+\d)", _month),
    ("year", rf"(?<![\d$€£.,/-])\b{OF}{YEAR}(?!-\d)", _year),
    ("decade", r"\b(?:the\s+)?(?:(?P<of>(?i:early|mid|late))[ -])?['’]?(?P<y>(?:1[89]|20)?\d0)['’]?s\b", _decade),
    ("weekday", rf"\b(?:{STEP}\s+)?{WEEKDAY}{PART_OF_DAY}\b", _weekday),
    ("day word", rf"\b(?P<word>(?i:{any_of('day_word')}))\b{PART_OF_DAY}", _day_word),
    ("this part of day", r"\b(?i:this)\s+(?P<part>(?i:morning|afternoon|evening))\b", lambda m: _today(m)),
    ("the day before", r"\b(?i:the|a)\s+(?P<unit>day)\s+(?P<way>(?i:before|earlier|later))\b(?!\s+\w)", _anchored),
    ("neighbouring day", r"\b(?i:the)\s+(?P<way>(?i:previous|following|next))\s+(?P<unit>day)\b", _anchored),
    ("last or next unit", rf"\b(?:(?i:the)\s+)?{STEP}\s+(?P<unit>(?i:{any_of('unit')}|weekend))\b", _stepped),
    ("earlier this unit", rf"\b(?P<of>(?i:earlier|later|late|early))\s+{STEP}\s+{UNIT}\b", _stepped),
    ("the weekend", r"\b(?i:over|at|during|on)\s+(?i:the)\s+(?P<unit>weekend)\b", lambda m: _weekend(m)),
    ("end of unit", rf"\b(?i:the\s+)?(?P<of>{EDGES})\s+of\s+(?:the|{STEP})\s+{UNIT}\b", _end_of),
    ("ago", rf"{LOOSE}{COUNT}\s+{UNITS}\s+(?i:ago)\b", _counted(-1)),
    ("in some time", rf"\b(?i:in)\s+{LOOSE}{COUNT}\s+{UNITS}(?:['’]\s+time)?", _counted(1)),
    ("within", rf"\b(?i:within)\s+(?i:the next\s+)?{COUNT}\s+{UNITS}", _counted(1, "within")),
    ("past units", rf"\b(?i:the\s+)?(?i:last|past|previous)\s+{COUNT}\s+{UNITS}", _counted(-1, "within")),
    ("next units", rf"\b(?i:the\s+)?(?i:next|coming)\s+{COUNT}\s+{UNITS}", _counted(1, "within")),
    ("earlier or later", rf"{COUNT}\s+{UNITS}\s+(?P<way>(?i:earlier|later|before\b(?!\s+\w)))\b", _anchored),
    ("after or before", rf"{LOOSE}{COUNT}\s+{UNITS}\s+(?P<way>(?i:after|before))\b(?=\s+\w)", _bounded),
    (
        "time passed since",
        rf"{LOOSE}{COUNT}\s+{UNITS}\s+(?i:had|has|have)\s+(?i:passed|elapsed|gone by)\s+(?P<way>(?i:since))\b",
        _bounded,
    ),
    ("recent units", rf"\b(?i:the\s+)?(?P<way>(?i:recent|coming))\s+{UNITS}", _vague),
    ("vague past", r"\b(?P<way>(?i:recently|lately|the past))\b(?!\s+\w+s?\b)|\b(?P<way2>(?i:recently))\b", _vague),
    ("vague future", r"\b(?i:the\s+(?:near\s+)?future)\b", _vague),
    ("now", r"\b(?i:now|currently|nowadays|at present)\b", _now),
    ("quarter", rf"\b(?:{NTH}[ -]quarter)(?:\s+of\s+(?:{YEAR}|{STEP}\s+year))?\b", _quarter),
    ("year and quarter", rf"\b{YEAR}\s+{NTH}[ -]quarter\b", _quarter),
    ("season", rf"\b(?:{STEP}\s+|{OF}|(?:the\s+))(?P<season>{SEASON})(?:\s+(?:of\s+)?{YEAR})?\b", _season),
    ("year ago", r"\b(?P<unit>(?i:year|month|week))-(?i:ago|earlier)\b", _year_ago),
    (
        "length",
        rf"{LOOSE}{COUNT}(?:\s+|-)(?:(?i:full|whole|long|straight|consecutive)\s+)?{LENGTHS}(?![ -]old)",
        _length,
    ),
    ("every", rf"\b(?i:every|each)\s+(?:{UNIT}|{WEEKDAY})\b", _repeated),
    ("adverb of frequency", rf"\b(?P<word>(?i:{any_of('every')}))\b", _repeated),
)


def _today(match: Match) -> Fields:
    return Fields("relative", unit="day", amount=0, modifier=match["part"].lower())


def _weekend(match: Match) -> Fields:
    return Fields("relative", unit="weekend", amount=None)


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
