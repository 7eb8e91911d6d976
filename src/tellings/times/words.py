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
