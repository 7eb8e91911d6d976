"""Dates as printed: every form of a full day, with its time and offset, read into ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from tellings.clean.vocabulary import months, zones

#: Greek and Cyrillic letters that pages print in place of Latin ones ("2 Μay 2021").
LOOKALIKES = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХ", "ABEZHIKMNOPTYXABEKMHOPCTX")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "0123456789" * 3)

FIRST_YEAR, LAST_YEAR = 1990, 2099

TIME = r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
TIME12 = r"(?P<hour>1[0-2]|0?\d)(?P<minute>)(?P<second>)\s*(?P<half>[ap]\.?m\.?)"
ZONE = r"\(?(?P<zone>(?:GMT|UTC)\s?[+-−]\s?\d{1,2}(?::?\d{2})?|Z\b|[+−-]\d{2}:?\d{2}\b|[A-Z]{3,4}\b)"


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day as printed: its span in the line, ISO 8601 as precise as printed, and how sure the reading is."""

    start: int
    end: int
    value: str
    text: str
    sure: float
    form: str


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    month = "(?P<month>" + "|".join(sorted(map(re.escape, months()), key=len, reverse=True)) + r")\.?(?![^\W\d_])"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|ª)?"
    year = r"(?P<year>(?:19|20)\d\d)"
    forms = (
        ("ISO", rf"(?<!\d){year}[-–/.](?P<month>[01]?\d)[-–/.](?P<day>[0-3]?\d)(?!\d)"),
        ("CJK", rf"{year}\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]"),
        (
            "month day year",
            rf"(?:(?<!\w)|(?-i:(?<=[a-z])(?=[A-Z]))){month}\s*{day},?\s+(?:\d\d?:\d\d[^\d]{{1,12}})?{year}(?!\d)",
        ),
        (
            "day month year",
            rf"(?<!\d){day}\.?(?:\s*de\s+|[\s,/-]+|(?=[^\W\d_])){month}(?:\s*del?\s+|[\s,./-]+)(?:{year}(?!\d)|['’](?P<year2>\d\d)\b)",
        ),
        ("year month day", rf"(?<!\d){year}[\s.,-]+{month}[\s.,-]+{day}(?!\d)"),
        ("numbers", rf"(?<![\d./-])(?P<first>[0-3]?\d)(?P<sep>[./-])(?P<second_>[0-3]?\d)(?P=sep){year}(?!\d)"),
        ("day-month-yy", rf"(?<![\w-]){day}-{month}-(?P<year2>\d\d)(?![\w-])"),
        (
            "short numbers",
            r"(?<![\d./-])(?P<first>[0-3]\d)(?P<sep>[./])(?P<second_>[0-3]\d)(?P=sep)(?P<year2>[0-3]\d)(?![\d./-])",
        ),
    )
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in forms)


#: Every form has a year of four digits, two digits after an apostrophe, or numbers parted by dots or slashes.
QUICK = re.compile(r"\d{4}|['’]\d\d|[a-z]-\d\d\b|\d[./]\d\d[./]\d|[٠-٩۰-۹०-९]{4}")
TIME_AFTER = re.compile(
    rf"\s*(?:[,|•·–—-]|T(?=\d)|at|um|à|às|alle|kl\.?|klo|о|в|о|a las|, at)*\s*(?:{TIME})\s*(?:{ZONE})?", re.IGNORECASE
)
TIME12_AFTER = re.compile(rf"\s*(?:[,|•·–—-]|at)*\s*(?:{TIME12})\s*(?:{ZONE})?", re.IGNORECASE)
TIME_BEFORE = re.compile(
    rf"(?:{TIME})\s*(?:{ZONE})?\s*(?:\)|,|\||on|-|–|—|•|·|uhr|hrs|\s|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)*$",
    re.IGNORECASE,
)


def find_dates(line: str, *, day_first: bool | None = None) -> Iterator[PrintedDate]:
    """Give the full dates in a line, in order, without overlaps.

    `day_first` settles numeric dates such as 04/05/2023; None leaves them at a low sureness, read
    as month first with slashes and as day first with dots or hyphens.
    """
    if not QUICK.search(line):
        return
    plain = line.translate(LOOKALIKES).translate(DIGITS)
    plain = plain if len(plain) == len(line) else line
    last = 0
    for start, form, found in sorted(
        ((m.start(), name, m) for name, p in _forms() for m in p.finditer(plain)), key=lambda s: s[0]
    ):
        read = _read(found, form, day_first)
        if start >= last and read:
            printed = _with_time(plain, line, found, form, *read)
            last = printed.end
            yield printed


#: Numbers whose order a page's other dates may settle.
NUMBERS = re.compile(r"(?<![\d./-])([0-3]?\d)([/-])([0-3]?\d)\2(?:20)?\d\d(?!\d)")


def day_comes_first(lines: Sequence[str], language: str = "en") -> bool | None:
    """Whether a page prints the day before the month in dates such as 04/05/2023, None where it does not say.

    A number above 12 says so; then a date of the page with the month's name, that is the same day read one
    way; then the language: English alone is printed both ways.
    """
    pairs = {(int(m[1]), int(m[3])) for line in lines for m in NUMBERS.finditer(line)}
    if not pairs:
        return None
    if any(first > 12 for first, _ in pairs) or any(second > 12 for _, second in pairs):
        return any(first > 12 for first, _ in pairs)
    named = {d.value[5:10] for line in lines for d in find_dates(line) if d.sure == 1.0}
    first_day = any(f"{month:02}-{day:02}" in named for day, month in pairs)
    first_month = any(f"{month:02}-{day:02}" in named for month, day in pairs)
    if first_day != first_month:
        return first_day
    return None if language == "en" else True


def _read(found: re.Match[str], form: str, day_first: bool | None) -> tuple[date, float] | None:
    groups = found.groupdict()
    year = int(groups["year"]) if groups.get("year") else 2000 + int(groups["year2"])
    if groups.get("first"):
        return _numeric(year, int(groups["first"]), int(groups["second_"]), groups["sep"], day_first)
    named = groups["month"]
    month = int(named) if named.isdigit() else months()[named.lower()]
    return _day(year, month, int(groups["day"]), 1.0 if form != "short numbers" else 0.6)


def _numeric(year: int, first: int, second: int, separator: str, day_first: bool | None) -> tuple[date, float] | None:
    """Both orders where both are days: dots stand for day first, slashes and hyphens for either (sureness .6)."""
    if first > 12 or second > 12 or first == second:
        month, day = (second, first) if first > 12 else (first, second)
        return _day(year, month, day, 0.95)
    guess = (separator != "/") if day_first is None else day_first
    month, day = (second, first) if guess else (first, second)
    return _day(year, month, day, 0.6 if day_first is None and separator != "." else 0.9)


def _day(year: int, month: int, day: int, sure: float) -> tuple[date, float] | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day), sure
    except ValueError:
        return None


def _with_time(plain: str, line: str, found: re.Match[str], form: str, day: date, sure: float) -> PrintedDate:
    after = TIME_AFTER.match(plain, found.end()) or TIME12_AFTER.match(plain, found.end())
    before = None if after else TIME_BEFORE.search(plain[max(0, found.start() - 40) : found.start()])
    start, end = found.start(), found.end()
    value = day.isoformat()
    clock = after or before
    if clock:
        value += _clock(clock)
        start = start if after else max(0, start - 40) + clock.start()
        end = clock.end() if after else end
    return PrintedDate(start, end, value, line[start:end].strip(), sure, form)


def _clock(found: re.Match[str]) -> str:
    """The time as ISO 8601, with the offset where one is printed."""
    hour = int(found["hour"])
    half = (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"T{hour:02}:{found['minute'] or '00'}:{found['second'] or '00'}{offset(found['zone'])}"


def offset(zone: str | None) -> str:
    """The offset that a zone's printed name stands for, "" where it says nothing sure."""
    if not zone:
        return ""
    numeric = re.search(r"([+−-])\s?(\d{1,2}):?(\d{2})?$", zone)
    if numeric:
        sign = "+" if numeric[1] == "+" else "-"
        return f"{sign}{int(numeric[2]):02}:{numeric[3] or '00'}"
    return zones().get(zone.upper(), "")
