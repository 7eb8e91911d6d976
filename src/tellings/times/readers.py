"""What a match of a time rule says: its fields. None from a reader means that the match is no time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tellings.model.times import TimeKind
from tellings.times.words import month, number, weekday, words

Match = re.Match[str]
#: Lengths and repeated times are read so that their words are not taken for a day, and left out of an article's times.
TagKind = TimeKind | Literal["duration", "set"]


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


def read_calendar(match: Match) -> Fields | None:
    """A day of the calendar, with or without its year and weekday."""
    day, year = _int(match, "d"), _int(match, "y")
    if not day or not 1 <= day <= 31:
        return None
    named = match.groupdict().get("w")
    return Fields(
        "date" if year else "month_day", year, month(match["m"]), day, weekday=weekday(named) if named else None
    )


def read_numeric(match: Match) -> Fields | None:
    """A day in figures: ISO, or with slashes, month first unless that cannot be."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        first, second = second, first
    return Fields("date", year, first, second) if 1 <= first <= 12 and 1 <= second <= 31 else None


def read_month(match: Match) -> Fields:
    """A month, with its year, a step ("last April") or alone."""
    return Fields("month", _int(match, "y"), month(match["m"]), amount=_step(match), modifier=_part(match))


def read_month_of(match: Match) -> Fields:
    """A month of the year before, this one or the next ("February of last year"): the step in years as `amount`."""
    return Fields("month", month=month(match["m"]), unit="year", amount=_step(match), modifier=_part(match))


def read_year(match: Match) -> Fields:
    """A year alone or in part."""
    return Fields("year", int(match["y"]), modifier=_part(match))


def read_decade(match: Match) -> Fields:
    """Ten years ("the 1990s")."""
    first = int(match["y"])
    return Fields("year", first if first > 100 else 1900 + first, unit="decade", modifier=_part(match))


def read_weekday(match: Match) -> Fields:
    """A weekday, with its step and part of day."""
    return Fields("weekday", weekday=weekday(match["w"]), unit=_lower(match, "part"), amount=_step(match))


def read_day_word(match: Match) -> Fields:
    """ "Today", "yesterday night"."""
    word = match["word"].lower()
    part = "night" if word == "tonight" else _lower(match, "part")
    return Fields("relative", unit="day", amount=int(words("day_word")[word]), modifier=part)


def read_stepped(match: Match) -> Fields:
    """A calendar unit counted from now: "last month", "this year"; "the past year" is the twelve months up to now."""
    step = match["step"].lower()
    if step == "past":
        return Fields("relative", unit=_unit(match), amount=-1, modifier="within")
    if step in {"following", "previous", "preceding"}:
        return Fields("relative", unit=_unit(match), amount=_step(match), modifier="anchored")
    return Fields("relative", unit=_unit(match), amount=_step(match), modifier=_part(match))


def read_end_of(match: Match) -> Fields:
    """An edge of a period: "the end of the month"."""
    return Fields("relative", unit=_unit(match), amount=_step(match) or 0, modifier=_part(match))


def read_counted(sign: int, modifier: str | None = None) -> Reader:
    """A number of units before or after now."""

    def read(match: Match) -> Fields:
        count = number(match["n"])
        amount = sign * count if count else None
        bound = modifier or _fuzzy(match) or ("vague" if count is None else None)
        return Fields("relative", unit=_unit(match), amount=amount, modifier=bound)

    return read


def read_anchored(match: Match) -> Fields:
    """Counted from another time of the text: "two days later", "the previous day"."""
    count = number(match.groupdict().get("n") or "one")
    sign = -1 if match["way"].lower() in {"earlier", "before", "previous", "prior"} else 1
    return Fields("relative", unit=_unit(match), amount=sign * count if count else None, modifier="anchored")


def read_bounded(match: Match) -> Fields | None:
    """How long after or before another event: that event lies the other way from now."""
    count = number(match["n"])
    sign = 1 if match["way"].lower() == "before" else -1
    if not count:
        return None
    return Fields("bounded", unit=_unit(match), amount=sign * count, modifier=_fuzzy(match) or "after")


def read_length(match: Match) -> Fields:
    """A length of time ("three days", "a five-year plan")."""
    return Fields("duration", unit=_unit(match), amount=number(match["n"]), modifier=_fuzzy(match))


def read_repeated(match: Match) -> Fields:
    """A time that comes again and again ("every week", "annually")."""
    named = match.groupdict().get("w")
    every = _unit(match) or words("every").get(_lower(match, "word") or "")
    return Fields("set", weekday=weekday(named) if named else None, unit=every, amount=1)


QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10}


def read_quarter(match: Match) -> Fields:
    """A quarter of a year."""
    return Fields("relative", _int(match, "y"), QUARTERS[match["nth"].lower()], unit="quarter", amount=_step(match))


def read_season(match: Match) -> Fields:
    """A season, which no hemisphere fixes."""
    return Fields(
        "relative", _int(match, "y"), unit=match["season"].lower(), amount=_step(match), modifier=_part(match)
    )


def read_year_ago(match: Match) -> Fields:
    """ "Year-ago", "month-earlier"."""
    return Fields("relative", unit=_unit(match), amount=-1)


def read_now(match: Match) -> Fields:
    """The present."""
    return Fields("now")


def read_vague(match: Match) -> Fields:
    """A time without bounds ("in recent years")."""
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


def read_today(match: Match) -> Fields:
    """ "This morning"."""
    return Fields("relative", unit="day", amount=0, modifier=match["part"].lower())


def read_weekend(match: Match) -> Fields:
    """The weekend next to now."""
    return Fields("relative", unit="weekend", amount=None)
