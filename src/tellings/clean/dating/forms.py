"""Dates as printed: every form of a full day, with its time and offset, read into ISO 8601.

Each form begins and ends with a number and has bounded gaps, and a month is any word that the tables know,
so that a line is read in time linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tellings.clean.dating import calendars
from tellings.clean.dating.clocks import BEFORE, clock, clock_after, clock_before

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)
#: Months of two words in the Levant and Iraq.
TWO_WORDS = re.compile(r"(كانون|تشرين) (?=ال)")

FIRST_YEAR, LAST_YEAR = 1990, 2099
#: A year that has every day of every year.
LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day as printed: its span in the line, ISO 8601 as precise as printed, and how sure the reading is.

    `weekday` is the one printed with it, Monday 0.
    """

    start: int
    end: int
    value: str
    text: str
    sure: float
    form: str
    weekday: int | None = None


YEAR = r"(?P<year>(?:19|20)\d\d)"
#: Years of the Persian and the Buddhist calendar go with their own months.
ANY_YEAR = r"(?P<year>(?:19|20|13|14|25)\d\d)"
MONTH = r"(?P<month>[^\W\d_](?:[^\s\d,./()|:;–—-]{2,14}|[\u0E00-\u0E7F.]{2,5}|[^\x00-\x7F]{1,14}))"
DAY = r"(?P<day>[0-3]?\d)(?:\s?(?:st|nd|rd|th|er|ère|º|ª|°)\b)?"
GAP = r"(?:\.?,?\s*(?:de\s|of\s|d['’])\s*|[\s,./-]{0,3})"

FORMS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("ISO", rf"(?<!\d){YEAR}(?:[-–/.]|\.\s)(?P<month>[01]?\d)(?:[-–/.]|\.\s)(?P<day>[0-3]?\d)(?!\.?\d)"),
        ("CJK", rf"(?<!\d){YEAR}\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]"),
        ("month day year", rf"(?<!\d){DAY}(?:,?\s+|,)(?:\d\d?:\d\d[^\d]{{1,12}})?{YEAR}"),
        ("day month year", rf"(?<!\d){DAY}{GAP}{MONTH}{GAP}(?:del\s)?{ANY_YEAR}(?!\d\d?\.|\d\d\d(?!\d))"),
        ("year month day", rf"(?<!\d){YEAR}[\s.,-]{{1,3}}(?:m\.\s)?{MONTH}[\s.,-]{{1,3}}(?P<day>[0-3]?\d)(?!\d)"),
        ("year, day month", rf"(?<!\d){YEAR}\.?\s(?:gada|ж\.)\s(?P<day>[0-3]?\d)\.?\s{MONTH}"),
        (
            "numbers",
            rf"(?<![\d./-])(?P<first>[0-3]?\d)\s?(?P<sep>[./-])\s?(?P<second_>[0-3]?\d)\s?(?P=sep)\s?{YEAR}(?!\d)",
        ),
        ("Vietnamese", rf"(?<!\d)(?P<day>[0-3]?\d) (?:tháng|thg)\s(?P<month>[01]?\d),?(?: năm)? {YEAR}(?!\d)"),
        ("day month 'yy", rf"(?<![\w-]){DAY}[\s-]{MONTH}[\s-]['’](?P<year2>\d\d)\b"),
        ("day-month-yy", rf"(?<![\w-])(?P<day>[0-3]?\d)-{MONTH}-(?P<year2>\d\d)(?![\w-])"),
        (
            "day month yy",
            rf"(?<![\w-])(?P<day>[0-3]?\d)\s{MONTH}\s(?P<year2>[0-3]\d)(?=\s*$|\s?(?:[,|]|à|at|um|-)\s?\d\d?[:.h]\d\d)",
        ),
        (
            "short numbers",
            r"(?<![\d./-])(?P<first>[0-3]?\d)(?P<sep>[./])(?P<second_>[0-3]?\d)(?P=sep)(?P<year2>[0-3]\d)(?![\d./-])",
        ),
        ("agency's number", r"(?<=dpa:)(?P<year2>[0-3]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)-\d\d-\d+"),
        ("Persian", r"(?<!\d)(?P<year>1[34]\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?!\d)"),
    )
)
SHORT_FORMS = frozenset(("day month 'yy", "day-month-yy", "day month yy", "short numbers", "agency's number"))
#: What a line holds if a form is to be tried on it: a year of four digits, else one of two after a word or a number.
QUICK = (
    (re.compile(r"(?:19|20|13|14|25)\d\d"), tuple(form for form in FORMS if form[0] not in SHORT_FORMS)),
    (
        re.compile(r"['’]\d\d|[^\W\d_][\s-][0-3]\d\b|[./]\d\d?[./]\d\d|dpa:\d"),
        tuple(form for form in FORMS if form[0] in SHORT_FORMS),
    ),
)
#: Where every form begins.
NUMBER = re.compile(r"\d+")
#: The month's name before "16, 2031".
NAME_BEFORE = re.compile(r"(?P<month>[^\W\d_][^\s\d,./()|:;–—-]{2,24})(?P<gap>[.,]?\s{0,2}|\.?-)$")
#: So far before its number a month's name may begin.
NAME = 28
#: A line that holds nothing but a date in short numbers, with a word or its time.
ALONE = 24
LETTERS = re.compile(r"[^\W\d_][^\s\d,./()（）|:;–—-]*|[月火水木金土日월화수목금토일]")
#: So far from a date its weekday stands.
AROUND = 14


def find_dates(line: str, *, day_first: bool | None = None, language: str = "en") -> Iterator[PrintedDate]:
    """Give the full dates in a line, in order, without overlaps.

    `day_first` settles numeric dates such as 04/05/2023; None leaves them at a low sureness, read
    as month first with slashes and as day first with dots or hyphens. `language` settles names of
    months that mean two.
    """
    plain = _plain(line)
    forms = [form for quick, those in QUICK if quick.search(plain) for form in those]
    last = 0
    for run in NUMBER.finditer(plain) if forms else ():
        if run.start() < last:
            continue
        for form, pattern in forms:
            found = pattern.match(plain, run.start())
            read = _read(found, form, day_first, language) if found else None
            if found and read:
                printed = _with_time(plain, line, found, form, *read)
                last = printed.end
                yield printed
                break


def _plain(line: str) -> str:
    """The line with Latin digits, letter for letter as long."""
    if line.isascii():
        return line
    plain = line.translate(DIGITS)
    return TWO_WORDS.sub(r"\1_", plain) if max(plain) > "\u0600" else plain


#: Days without a year, their time or weekday printed with them.
YEARLESS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d./:-]){DAY}{GAP}{MONTH}(?!\w)",
        rf"(?<![\d./:-]){DAY}(?![\d:])",
        r"(?<!\d)(?P<month>[01]?\d)[月월]\s?(?P<day>[0-3]?\d)[日일]",
        r"(?<![\d./-])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.(?!\s?\d\d?\.?\d)",
    )
)


def find_yearless(line: str, *, language: str = "en") -> Iterator[PrintedDate]:
    """Give the first day in a line that is printed without a year; its value is "--10-22T14:05:00"."""
    plain = _plain(line)
    for pattern in YEARLESS:
        for found in pattern.finditer(plain):
            month, start = _month_beside(found, language)
            day = _day(LEAP_YEAR, month, int(found["day"]))
            if day:
                printed = _with_time(plain, line, found, "without a year", day, 1.0, start)
                yield replace(printed, value=f"-{printed.value[4:]}")
                return


def _month_beside(found: re.Match[str], language: str) -> tuple[int | None, int]:
    """The month of a match, else the one that is named before it, with where the date starts."""
    if "month" in found.re.groupindex:
        written = found["month"]
        return int(written) if written.isdigit() else calendars.month_of(written, language), found.start()
    name = NAME_BEFORE.search(found.string[max(0, found.start() - NAME) : found.start()])
    if not name:
        return None, found.start()
    part = calendars.month_part(name["month"], language)
    return calendars.month_of(part, language), found.start() - len(part) - len(name["gap"])


#: Numbers whose order a page's other dates may settle.
NUMBERS = re.compile(r"(?<![\d./-])([0-3]?\d)\s?([/-])\s?([0-3]?\d)\s?\2\s?(?:20)?\d\d(?!\d)")


def day_comes_first(lines: Sequence[str], language: str = "en") -> bool | None:
    """Whether a page prints the day before the month in dates such as 04/05/2023, None where it does not say.

    A number above 12 says so; then a date of the page with the month's name, that is the same day read one
    way; then the language: English alone is printed both ways.
    """
    pairs = {(int(m[1]), int(m[3])) for line in lines for m in NUMBERS.finditer(_plain(line))}
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


def _read(found: re.Match[str], form: str, day_first: bool | None, language: str) -> tuple[date, float, int] | None:
    """The day, how sure the reading is, and where it starts."""
    groups = found.groupdict()
    year = int(groups["year"]) if groups.get("year") else 2000 + int(groups["year2"])
    start = found.start()
    if groups.get("first"):
        weekday = weekday_beside(found.string, start, found.end())
        read = _numeric(year, int(groups["first"]), int(groups["second_"]), groups["sep"], day_first, weekday)
        short = form == "short numbers" and len(found.string.strip()) > ALONE
        return (read[0], min(read[1], 0.6) if short else read[1], start) if read else None
    day = int(groups["day"])
    if "month" not in groups:
        named, start = _month_beside(found, language)
        read_day = _day(year, named, day)
    elif year < 1800 or year > LAST_YEAR:
        read_day = _other_calendar(year, groups["month"], day)
    else:
        read_day = _day(year, _month_beside(found, language)[0], day)
    return (read_day, 1.0, start) if read_day else None


def _other_calendar(year: int, month: str, day: int) -> date | None:
    """A day of the Persian or the Buddhist calendar."""
    if year < 1800:
        number = int(month) if month.isdigit() else calendars.persian_month_of(month)
        return calendars.persian_day(year, number, day) if number else None
    thai = any("\u0e00" <= c <= "\u0e7f" for c in month)
    return _day(year - calendars.BUDDHIST, calendars.month_of(month, calendars.THAI), day) if thai else None


def _numeric(
    year: int, first: int, second: int, separator: str, day_first: bool | None, weekday: int | None
) -> tuple[date, float] | None:
    """Both orders where both are days: the one that its weekday fits, else day first with dots, either with slashes."""
    day_month, month_day = _day(year, second, first), _day(year, first, second)
    if not (day_month and month_day) or day_month == month_day:
        only = day_month or month_day
        return (only, 0.95) if only else None
    fitting = [day for day in (day_month, month_day) if day.weekday() == weekday]
    if len(fitting) == 1:
        return fitting[0], 0.95
    guess = (separator != "/") if day_first is None else day_first
    return day_month if guess else month_day, 0.6 if day_first is None and separator != "." else 0.9


def _day(year: int, month: int | None, day: int) -> date | None:
    if month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_time(
    plain: str, line: str, found: re.Match[str], form: str, day: date, sure: float, start: int
) -> PrintedDate:
    after = clock_after(plain, found.end())
    before = None if after else clock_before(plain, start)
    end = after.end() if after else found.end()
    value = day.isoformat()
    if after or before:
        value += clock(after or before)  # type: ignore[arg-type]
    weekday = weekday_beside(plain, start, found.end())
    if before:
        start = max(0, start - BEFORE) + before.start()
    return PrintedDate(start, end, value, line[start:end].strip(), sure, form, weekday)


def weekday_beside(text: str, start: int, end: int) -> int | None:
    """The weekday that is printed right before or after a date: the word before it, else one in brackets after it."""
    before = LETTERS.findall(text[max(0, start - AROUND) : start])
    after = text[end : end + 5]
    bracketed = LETTERS.findall(after) if after[:1] in "(（" else []
    words = [" ".join(before[-2:]), *before[-1:], *bracketed[:1]]
    return next((day for day in map(calendars.weekday_of, words) if day is not None), None)
