"""The table of time rules: each has a name, a pattern and what it reads.

Patterns keep the case of months and weekdays ("may" and "sun" are no times) and fold the rest.
"""

from __future__ import annotations

from tellings.times.readers import (
    FUZZY,
    Reader,
    read_anchored,
    read_beside_weekday,
    read_bounded,
    read_calendar,
    read_century,
    read_clock,
    read_counted,
    read_day_word,
    read_decade,
    read_end_of,
    read_eve,
    read_last_night,
    read_length,
    read_lengths,
    read_month,
    read_month_of,
    read_now,
    read_numeric,
    read_quarter,
    read_repeated,
    read_same,
    read_season,
    read_stepped,
    read_today,
    read_vague,
    read_weekday,
    read_weekend,
    read_year,
    read_year_ago,
    read_year_end,
)
from tellings.times.words import any_of, words

MONTH = rf"(?P<m>(?:{any_of('month')}|{any_of('month').upper()})\b)(?:(?<!\w{{5}})\.)?"
WEEKDAY = rf"(?P<w>{any_of('weekday')}|{any_of('weekday').upper()})"
DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d|%|[.,:]\d)"
ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{ONES}))?"
SPOKEN_YEAR = (
    rf"(?i:(?:the\s+year\s+)?(?:(?:eighteen|nineteen|twenty)\s+(?:{TENS}|{TEENS})|"
    rf"two\s+thousand\s+and\s+(?:{TEENS}|{ONES}))|the\s+year\s+two\s+thousand)"
)
YEAR = rf"(?P<y>(?:1[5-9]|20)\d\d(?![\d:%]|[.,]\d)|{SPOKEN_YEAR})\b"
UNIT = rf"(?P<unit>(?i:{any_of('unit')}))"
UNITS = rf"(?P<unit>(?i:{any_of('unit')}|centurie))s?\b"
STEP = rf"(?P<step>(?i:{any_of('step')}))"
SPELLED = rf"(?:{any_of('number')})(?:(?:-|(?<=ty) )(?:{any_of('number')}))?"
COUNT = rf"(?<![\d.,$€£])\b(?P<n>\d{{1,3}}(?:,\d{{3}})?|(?i:{SPELLED}|several|a few|few|many))"
LOOSE = rf"(?:(?P<fuzzy>(?i:{'|'.join(FUZZY)}))\s+)?"
HOUR = r"(?P<clock>(?:1[0-2]|0?[1-9])(?::[0-5]\d)?\s?(?:[ap]\.m\b\.?|[ap]m\b|[AP]M\b)|(?i:noon|midnight|midday)\b)"
#: The hour before a day ("10 p.m. on Wednesday").
AT = rf"(?:\b{HOUR}(?:\s+[A-Z]{{2,4}}\b)?(?:,|\s+on)?\s+)?"
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
    ("month day", rf"{AT}(?:\b{WEEKDAY},?\s+)?\b(?:{STEP}\s+)?{MONTH}\s+{DAY}", read_calendar),
    ("day month", rf"{AT}(?:\b{WEEKDAY},?\s+)?\b{DAY}(?:\s+of)?\s+{MONTH}", read_calendar),
    ("month year", rf"\b{OF}{MONTH},?\s+(?:of\s+)?{YEAR}", read_month),
    ("month of a year told", rf"\b{OF}{MONTH}\s+(?:of\s+)?(?:(?i:the)\s+)?{STEP}\s+(?i:year)\b", read_month_of),
    ("month", rf"\b(?:{STEP}\s+|{OF}){MONTH}(?!\s+\d)", read_month),
    ("year", rf"(?<![\d$€£.,/-])\b{OF}{YEAR}(?!-\d)", read_year),
    ("decade", r"\b(?:the\s+)?(?:(?P<of>(?i:early|mid|late))[ -])?['’]?(?P<y>(?:1[89]|20)?\d0)['’]?s\b", read_decade),
    (
        "century",
        r"\b(?:the\s+)?(?:(?P<of>(?i:early|mid|late))[ -])?(?P<nth>\d{1,2})(?:st|nd|rd|th)[ -](?i:century)\b",
        read_century,
    ),
    (
        "day beside a weekday",
        rf"\b(?i:the\s+)?(?i:day)\s+(?P<way>(?i:before|after))\s+(?:{STEP}\s+)?{WEEKDAY}\b",
        read_beside_weekday,
    ),
    ("weekday", rf"{AT}\b(?:{STEP}\s+)?{WEEKDAY}{PART_OF_DAY}\b", read_weekday),
    ("day word", rf"{AT}\b(?P<word>(?i:{any_of('day_word')}))\b{PART_OF_DAY}", read_day_word),
    ("this part of day", r"\b(?i:this)\s+(?P<part>(?i:morning|afternoon|evening))\b", read_today),
    ("last night", r"\b(?i:last)\s+(?P<part>(?i:night|evening))\b", read_last_night),
    ("hour", rf"\b{HOUR}", read_clock),
    ("that unit", rf"\b(?:(?i:later|earlier)\s+)?(?i:that|the same|that same)\s+{UNIT}\b", read_same),
    ("the quarter", r"\b(?i:the)\s+(?:(?i:latest)\s+)?(?P<unit>(?i:quarter))\b(?!-|\s+of\b)", read_same),
    ("year end", r"\b(?:(?i:the)\s+)?(?i:year(?:-|['’]s\s+|\s)end)\b", read_year_end),
    ("the day before", r"\b(?i:the|a)\s+(?P<unit>day)\s+(?P<way>(?i:before|earlier|later))\b(?!\s+\w)", read_anchored),
    ("the eve", r"\b(?i:(?:on\s+)?the\s+eve\s+of)\b", read_eve),
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
    ("years", r"\b(?P<unit>(?i:hour|day|week|month|year|decade|centurie))s\b", read_lengths),
    ("recent units", rf"\b(?i:the\s+)?(?P<way>(?i:recent|coming))\s+{UNITS}", read_vague),
    ("vague past", r"\b(?P<way>(?i:recently|lately|the past))\b(?!\s+\w+s?\b)|\b(?P<way2>(?i:recently))\b", read_vague),
    ("vague future", r"\b(?i:the\s+(?:near\s+)?future)\b", read_vague),
    ("now", r"\b(?i:now|currently|current|nowadays|these days|at present)\b", read_now),
    ("quarter of a year told", rf"\b{STEP}\s+(?i:year)['’]s\s+{NTH}[ -](?i:quarter)\b", read_quarter),
    ("quarter", rf"\b(?:{NTH}[ -]quarter)(?:\s+of\s+(?:{YEAR}|{STEP}\s+year))?\b", read_quarter),
    ("year and quarter", rf"\b{YEAR}\s+{NTH}[ -]quarter\b", read_quarter),
    ("season", rf"\b(?:{STEP}\s+|(?:the\s+)?{OF})(?P<season>{SEASON})(?:\s+(?:of\s+)?{YEAR})?\b", read_season),
    (
        "year ago",
        rf"\b(?:(?i:the)\s+)?(?P<unit>(?i:year|month|week))-(?i:ago|earlier)\b(?:\s+(?:{NTH}\s+)?(?i:quarter|period)\b)?",
        read_year_ago,
    ),
    (
        "length",
        rf"{LOOSE}{COUNT}(?:\s+|-)(?:(?i:full|whole|long|straight|consecutive|more)\s+)?{LENGTHS}(?![ -]old)",
        read_length,
    ),
    ("every", rf"\b(?i:every|each)\s+(?:{UNIT}|{WEEKDAY})\b", read_repeated),
    ("adverb of frequency", rf"\b(?P<word>(?i:{any_of('every')}))\b", read_repeated),
)

#: What stands for any figure among the words that a rule asks for.
FIGURE = "0"
SPOKEN = ("eighteen", "nineteen", "twenty", "thousand")
SPANS = tuple(f"{word}{s}" for word in (*words("unit"), "centurie", "hour", "minute", "weekend") for s in ("", "s"))
#: Words of which a rule's pattern cannot do without one, whole and in lower case: looking for them takes a tenth of the
#: time of all rules. A rule that stands in two rows needs a word of either.
ASKED: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("month day year", "day month year", "month day", "day month"), (FIGURE,)),
    (
        (
            *("month day year", "day month year", "month day", "day month", "month year", "month"),
            "month of a year told",
        ),
        tuple(name.lower() for name in words("month")),
    ),
    (("weekday", "day beside a weekday"), tuple(name.lower() for name in words("weekday"))),
    (
        (
            *("that unit", "the day before", "neighbouring day", "last or next unit", "earlier this unit", "year end"),
            *("end of unit", "the weekend", "ago", "in some time", "within", "past units", "next units", "year ago"),
            *("earlier or later", "after or before", "time passed since", "years", "recent units", "length"),
        ),
        SPANS,
    ),
    (("that unit",), ("that", "same")),
    (("last or next unit", "earlier this unit"), tuple(words("step"))),
    (("end of unit",), ("end", "start", "beginning", "middle")),
    (("recent units",), ("recent", "coming")),
    (("past units",), ("last", "past", "previous")),
    (("next units",), ("next", "coming")),
    (("ago",), ("ago",)),
    (("time passed since",), ("since",)),
    (("after or before",), ("after", "before")),
    (("earlier or later",), ("earlier", "later", "before")),
    (("year ago",), ("ago", "earlier")),
    (("year end",), ("end",)),
    (("the weekend",), ("weekend",)),
    (("neighbouring day", "the day before"), ("day",)),
    (("year", "year and quarter"), (FIGURE, *SPOKEN)),
    (("decade", "century", "year month day", "day in figures"), (FIGURE,)),
    (("day word",), tuple(words("day_word"))),
    (("this part of day", "last night"), ("morning", "afternoon", "evening", "night")),
    (("hour",), (FIGURE, "noon", "midnight", "midday")),
    (("the quarter", "quarter of a year told", "quarter", "year and quarter"), ("quarter",)),
    (("the eve",), ("eve",)),
    (("vague past",), ("recently", "lately", "past")),
    (("vague future",), ("future",)),
    (("now",), ("now", "current", "currently", "nowadays", "days", "present")),
    (("season",), ("spring", "summer", "autumn", "fall", "winter")),
    (("every",), ("every", "each")),
    (("adverb of frequency",), tuple(words("every"))),
)
