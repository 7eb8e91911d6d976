"""Names of months and weekdays in the languages that pages are printed in, and years of other calendars."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from tellings.vocab.tables import rows, several

#: Greek and Cyrillic letters that pages print in place of Latin ones ("2 Μay 2021").
LOOKALIKES = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТХ", "ABEZHIKMNOPTYXABEKMHOPCTX")
#: Spellings of one letter that Arabic and Persian keyboards mix.
ARABIC = str.maketrans("يكىأإآٱة", "یکیااااه")
#: A word that is glued to the one before it: "The WireNovember".
GLUED = re.compile(r"(?<=[^\W\d_])[A-Z][a-z]+\.?$")
PERSIAN, THAI = "fa-jalali", "th"
#: Years by which the Buddhist calendar is ahead.
BUDDHIST = 543


def plain_word(word: str) -> str:
    """A word as the tables' keys are: lower case, without accents on Latin letters, of several spellings one."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered.translate(ARABIC)) if not "\u0300" <= c <= "\u036f")


@cache
def _table(name: str, column: str, language: str | None) -> dict[str, int]:
    """From each name to its number; a name that two languages use otherwise has the value of the first in the file."""
    found: dict[str, int] = {}
    for row in rows(name):
        if (row["language"] == language) if language else row["language"] != PERSIAN:
            for word in several(row["names"]):
                found.setdefault(plain_word(word), int(row[column]))
    return found


def month_names(languages: Sequence[str]) -> frozenset[str]:
    """The names of months in some languages, lower case, as far as they are written in ASCII."""
    listed = (several(row["names"]) for row in rows("months.tsv") if row["language"] in languages)
    return frozenset(name for names in listed for name in names if name.isascii())


def month_of(word: str, language: str = "en") -> int | None:
    """A month's number by its name in any language; `language` settles names that mean two months."""
    spellings = (word, word.translate(LOOKALIKES), *GLUED.findall(word))
    return next((number for spelt in spellings if (number := _month(spelt, language))), None)


def month_part(word: str, language: str = "en") -> str:
    """The part of a word that is a month's name: "TimesNovember" ends in one."""
    glued = GLUED.search(word)
    return glued[0] if glued and not _month(word, language) else word


def _month(word: str, language: str) -> int | None:
    key = plain_word(word).rstrip(".")
    return _table("months.tsv", "month", language).get(key) or _table("months.tsv", "month", None).get(key)


def persian_month_of(word: str) -> int | None:
    """A month's number in the Persian calendar by its name."""
    return _table("months.tsv", "month", PERSIAN).get(plain_word(word))


def weekday_of(word: str) -> int | None:
    """A weekday's number by its name in any language, Monday 0."""
    return _table("weekdays.tsv", "weekday", None).get(plain_word(word).rstrip("."))


def persian_day(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar that a day of the Persian one is, None where there is no such day.

    Leap years by the cycle of 33 years, which fits the calendar as kept in Iran from 1799 to 2256.
    """
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    cycles, rest = divmod(year - 979, 33)
    days = 365 * (year - 979) + 8 * cycles + (rest + 3) // 4 + day - 1
    days += 31 * (month - 1) if month < 7 else 186 + 30 * (month - 7)
    return date(1600, 3, 20) + timedelta(days)
