"""Stamps without a year or a day, and what only looks like a stamp: kept as candidates, with why they are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tellings.clean.dating.forms import PrintedDate, find_yearless
from tellings.clean.dating.stamps import Stamp, says
from tellings.clean.flat.lines import Line
from tellings.model.article import StatedDate

#: How sure a year is that stands nowhere: of the page's newest date, alone or with the weekday that fits it.
GUESSED, FITTING = 0.4, 0.75
#: Words beside a stamp without a year.
MOST_WORDS = 10
#: A line of more words is a sentence: "three days ago" in it dates no page.
SHORT = 12
COPYRIGHT = frozenset(("copyright", "c"))
COPYRIGHT_YEAR = re.compile(
    r"(?:©|\(c\)|copyright)\D{0,20}(?P<first>(?:19|20)\d\d)(?:\s?[-–—]\s?(?P<last>(?:19|20)\d\d))?", re.IGNORECASE
)
#: What templates print where no date was filled in.
TEMPLATE = re.compile(
    r"\{\{[^{}]{0,40}\}\}|\{%[^%]{0,40}%\}|\[(?:date|publish_date|pubdate)\]|\b(?:invalid date|0001-01-01|1970-01-01"
    r"|1969-12-31|1900-01-01|0000-00-00|(?:1 january|january 1,?|jan 1,?) 1970|0?1[./]0?1[./]1970|30 november -0001)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d|\ban? ")
CLOCK = re.compile(r"\d[:.]\d\d\b")
RELATIVE = "counts back from a day that it does not name"
NO_DAY = "the year of a copyright line: it names no day"
TEMPLATED = "a template prints this where no date is filled in"


def is_relative(line: Line, language: str) -> bool:
    """Whether a line is a stamp that counts back from now ("3 hours ago")."""
    if line.words > SHORT or line.ended or not NUMBER.search(line.text):
        return False
    clock = bool(CLOCK.search(line.text))
    return says("ago", line.text, language) or (clock and says("today", line.text, language))


def relative(lines: Iterable[Line]) -> Iterator[StatedDate]:
    """The stamps that count back from now, each a candidate that gives no day by itself."""
    for line in lines:
        yield StatedDate(line.text[:40], "line", line.text[:40], f"line {line.index + 1}", 0.0, refused=RELATIVE)


def templates(lines: Iterable[Line]) -> Iterator[StatedDate]:
    """What a template printed in place of a date."""
    for line in lines:
        for found in TEMPLATE.finditer(line.text):
            where = f"line {line.index + 1}: {line.text[:80]}"
            yield StatedDate(found[0], "line", found[0], where, 0.0, refused=TEMPLATED)


def copyright_years(lines: Iterable[Line]) -> Iterator[StatedDate]:
    """The newest year of each copyright line."""
    for line in lines:
        said = "©" in line.text or not COPYRIGHT.isdisjoint(line.needed)
        found = COPYRIGHT_YEAR.search(line.text) if said else None
        if found:
            where = f"line {line.index + 1}: {line.text[:80]}"
            yield StatedDate(found["last"] or found["first"], "line", found[0], where, 0.0, refused=NO_DAY)


def yearless(lines: Iterable[Line], newest: date | None, years: Sequence[int], language: str) -> Iterator[Stamp]:
    """Stamps that print a weekday or a time and no year, with the year that the page's other dates give.

    `newest` is the last full date on the page, `years` those of its copyright lines.
    """
    last = max([*([newest.year] if newest else []), *years], default=None)
    for line in (line for line in lines if last and line.words <= 2 * MOST_WORDS):
        for printed in find_yearless(line.text, language=language):
            around = line.words - len(printed.text.split())
            whole = _with_year(printed, last or 0, newest)
            if around <= MOST_WORDS and whole and (printed.weekday is not None or "T" in printed.value):
                yield Stamp(line, whole, "beside the title", "", around, language)


def _with_year(printed: PrintedDate, last: int, newest: date | None) -> PrintedDate | None:
    """A date with the last year in which its weekday fits, or in which it does not lie after the newest date."""
    days = [day for year in (last, last - 1) if (day := _day(f"{year}{printed.value[1:7]}"))]
    if printed.weekday is not None:
        day = next((d for d in days if d.weekday() == printed.weekday), None)
        sure = FITTING
    else:
        end = newest + timedelta(1) if newest and newest.year == last else None
        day = next((d for d in days if not end or d <= end), None)
        sure = GUESSED
    return replace(printed, value=f"{day}{printed.value[7:]}", sure=printed.sure * sure) if day else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
