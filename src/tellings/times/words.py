"""The words of time: months, weekdays, numbers, units, read from `vocab/time_words.tsv`."""

from __future__ import annotations

import re
from functools import cache

from tellings.vocab.tables import rows


@cache
def words(kind: str) -> dict[str, str]:
    """The words of one class with their values, in the order of the file."""
    return {row["word"]: row["value"] for row in rows("time_words.tsv") if row["class"] == kind}


@cache
def any_of(kind: str) -> str:
    """A pattern for any word of one class, longest first."""
    return "|".join(re.escape(word) for word in sorted(words(kind), key=len, reverse=True))


def month(word: str) -> int:
    """A month's number from its name, in whatever case and with or without its full stop."""
    return int(words("month")[word.rstrip(".").capitalize()])


def weekday(word: str) -> int:
    """A weekday's number from its name, Monday 0."""
    return int(words("weekday")[word.capitalize()])


def number(word: str) -> int | None:
    """A number in digits or words ("twenty-one"), None where it is vague ("several")."""
    plain = " ".join(word.lower().split())
    if plain.replace(",", "").isdigit():
        return int(plain.replace(",", ""))
    table = words("number")
    if plain in table:
        return int(table[plain])
    parts = [table.get(part) for part in re.split(r"[\s-]", plain)]
    return sum(int(part) for part in parts if part) if parts and all(parts) else None


#: "10 p.m.", "7:15 am", "noon".
CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?\s?([ap])\.?m", re.IGNORECASE)
HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def clock(word: str) -> str | None:
    """An hour as "22:00", None where no day has it."""
    found = CLOCK.match(word)
    if not found:
        return HOURS.get(word.lower())
    hour = int(found[1]) % 12 + 12 * (found[3].lower() == "p")
    return f"{hour:02d}:{found[2] or '00'}"


def year(word: str) -> int | None:
    """A year in figures or words ("nineteen ninety-six", "two thousand and four")."""
    if word.isdigit():
        return int(word)
    first, _, rest = " ".join(word.lower().removeprefix("the year").split()).partition(" ")
    if first == "two":
        return 2000 + (number(rest.removeprefix("thousand").strip().removeprefix("and ")) or 0)
    hundreds, ones = number(first), number(rest)
    return hundreds * 100 + ones if hundreds and ones else None
