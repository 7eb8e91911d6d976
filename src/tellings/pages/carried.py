"""Values as carriers print them: languages, people and moments, in the form that hints hold."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from tellings.vocab.tables import rows, several

#: Numbers that can only be seconds, or thousandths of them, since 1970: years 1973 to 2100.
SECONDS = range(100_000_000, 4_102_444_800)
CODE = re.compile(r"[a-z]{2}(?=$|[-_])")
YEAR = r"(?P<year>(?:19|20)\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|º)?"
WORD = r"(?P<month>[^\W\d_]+)\.?"
DAYS = (
    re.compile(rf"(?<!\w){DAY}\s+(?:de\s+)?{WORD},?\s+(?:de\s+)?{YEAR}(?!\d)"),
    re.compile(rf"(?<!\w){WORD}\s+{DAY},?\s+{YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)


@cache
def _languages() -> dict[str, str]:
    return {name: row["code"] for row in rows("languages.tsv") for name in (row["code"], *several(row["names"]))}


def language_code(printed: str | None) -> str | None:
    """ISO 639-1 of a language as it is printed ("ENGLISH", "en-GB", "eng"), None where the name is not known."""
    folded = (printed or "").strip().lower()
    code = CODE.match(folded)
    return _languages().get(folded) or (_languages().get(code[0]) if code else None)


def moment(value: str | float | None) -> str | None:
    """A time as text; a number that counts seconds or thousandths since 1970 as ISO 8601 in UTC."""
    if value is None or value == "":
        return None
    try:
        number = float(value)
    except ValueError:
        return str(value).strip()
    seconds = int(number) if int(number) in SECONDS else int(number) // 1000
    if seconds not in SECONDS:
        return str(value).strip()
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


@cache
def month_numbers() -> dict[str, int]:
    """From each month's name in lower case, whatever its language, to its number."""
    found: dict[str, int] = {}
    for row in rows("months.tsv"):
        if row["month"].isdigit() and "-" not in row["language"]:
            found.update({name.replace("_", " "): int(row["month"]) for name in several(row["names"])})
    return found


def find_day(text: str) -> tuple[int, date] | None:
    """The first full day that a text names, with the place where it starts; None where it names none."""
    for pattern in DAYS:
        for found in pattern.finditer(text):
            name = found["month"].lower()
            month = int(name) if name.isdigit() else month_numbers().get(name, 0)
            try:
                return found.start(), date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                continue
    return None


def iso_day(text: str | None) -> str | None:
    """The first full day that a text names as ISO 8601, None where it names none."""
    found = find_day(text or "")
    return found[1].isoformat() if found else None


def names_of(printed: str, *, turned: bool = False) -> tuple[str, ...]:
    """The names in a field of authors, which semicolons part; `turned` where each stands as "Last, First"."""
    names = [name.strip() for name in printed.split(";")]
    return tuple(_turned(name) if turned else name for name in names if name)


def _turned(name: str) -> str:
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else name
