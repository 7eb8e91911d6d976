"""What a match of a time rule says. None from a reader means that the match is no time."""

from __future__ import annotations

import re
from collections.abc import Callable

from tellings.model.times import TimeWords
from tellings.times.words import clock, month, number, weekday, words, year

Match = re.Match[str]
Reader = Callable[[Match], TimeWords | None]
#: Steps from a time that the text names, and not from today.
FROM_ANOTHER = frozenset({"following", "previous", "preceding"})


def _int(match: Match, name: str) -> int | None:
    found = match.groupdict().get(name)
    return int(found) if found else None


def _year(match: Match) -> int | None:
    found = match.groupdict().get("y")
    return year(found) if found else None


def _clock(match: Match) -> str | None:
    found = match.groupdict().get("clock")
    return clock(found) if found else None


def read_calendar(match: Match) -> TimeWords | None:
    """A day of the calendar, with or without its year and weekday."""
    day, in_year = _int(match, "d"), _year(match)
    if not day or not 1 <= day <= 31:
        return None
    named = match.groupdict().get("w")
    return TimeWords(
        "date" if in_year else "month_day",
        in_year,
        month(match["m"]),
        day,
        weekday=weekday(named) if named else None,
        amount=_step(match),
        clock=_clock(match),
    )


def read_numeric(match: Match) -> TimeWords | None:
    """A day in figures: ISO, or with slashes, month first unless that cannot be."""
    first, second, in_year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        first, second = second, first
    return TimeWords("date", in_year, first, second) if 1 <= first <= 12 and 1 <= second <= 31 else None


def read_month(match: Match) -> TimeWords:
    """A month, with its year, a step ("last April") or alone."""
    return TimeWords("month", _year(match), month(match["m"]), amount=_step(match), modifier=_part(match))


def read_month_of(match: Match) -> TimeWords:
    """A month of the year before, this one or the next ("February of last year"): the step in years as `amount`."""
    return TimeWords("month", month=month(match["m"]), unit="year", amount=_step(match), modifier=_part(match))


def read_year(match: Match) -> TimeWords:
    """A year alone or in part."""
    return TimeWords("year", _year(match), modifier=_part(match))


def read_decade(match: Match) -> TimeWords:
    """Ten years ("the 1990s")."""
    first = int(match["y"])
    return TimeWords("year", first if first > 100 else 1900 + first, unit="decade", modifier=_part(match))


def read_weekday(match: Match) -> TimeWords:
    """A weekday, with its step and part of day; "the previous Friday" counts from a day that the text names."""
    return TimeWords(
        "weekday",
        weekday=weekday(match["w"]),
        unit=_lower(match, "part"),
        amount=_step(match),
        modifier="anchored" if (match["step"] or "").lower() in FROM_ANOTHER else None,
        clock=_clock(match),
    )


def read_beside_weekday(match: Match) -> TimeWords:
    """The day next to a weekday: "the day before last Tuesday"."""
    side = -1 if match["way"].lower() == "before" else 1
    return TimeWords("weekday", weekday=((weekday(match["w"]) or 0) + side) % 7, amount=_step(match))


def read_day_word(match: Match) -> TimeWords:
    """ "Today", "yesterday night"."""
    word = match["word"].lower()
    part = "night" if word == "tonight" else _lower(match, "part")
    return TimeWords("relative", unit="day", amount=int(words("day_word")[word]), modifier=part, clock=_clock(match))


def read_stepped(match: Match) -> TimeWords:
    """A calendar unit counted from now: "last month", "this year"; "the past year" is the twelve months up to now."""
    step = match["step"].lower()
    if step == "past":
        return TimeWords("relative", unit=_unit(match), amount=-1, modifier="within")
    if step in FROM_ANOTHER:
        return TimeWords("relative", unit=_unit(match), amount=_step(match), modifier="anchored")
    return TimeWords("relative", unit=_unit(match), amount=_step(match), modifier=_part(match))


def read_end_of(match: Match) -> TimeWords:
    """An edge of a period: "the end of the month"."""
    return TimeWords("relative", unit=_unit(match), amount=_step(match) or 0, modifier=_part(match))


def read_counted(sign: int, modifier: str | None = None) -> Reader:
    """A number of units before or after now."""

    def read(match: Match) -> TimeWords:
        count = number(match["n"])
        amount = sign * count if count else None
        bound = modifier or _fuzzy(match) or ("vague" if count is None else None)
        return TimeWords("relative", unit=_unit(match), amount=amount, modifier=bound)

    return read


def read_anchored(match: Match) -> TimeWords:
    """Counted from another time of the text: "two days later", "the previous day"."""
    count = number(match.groupdict().get("n") or "one")
    sign = -1 if match["way"].lower() in {"earlier", "before", "previous", "prior"} else 1
    return TimeWords("relative", unit=_unit(match), amount=sign * count if count else None, modifier="anchored")


def read_eve(match: Match) -> TimeWords:
    """ "On the eve of" what the article tells."""
    return TimeWords("relative", unit="day", amount=-1, modifier="eve")


def read_bounded(match: Match) -> TimeWords | None:
    """How long after or before another event: that event lies the other way from now."""
    count = number(match["n"])
    sign = 1 if match["way"].lower() == "before" else -1
    if not count:
        return None
    return TimeWords("bounded", unit=_unit(match), amount=sign * count, modifier=_fuzzy(match) or "after")


def read_length(match: Match) -> TimeWords:
    """A length of time ("three days", "a five-year plan")."""
    return TimeWords("duration", unit=_unit(match), amount=number(match["n"]), modifier=_fuzzy(match))


def read_lengths(match: Match) -> TimeWords:
    """A length without its number ("for years", "in the weeks before")."""
    return TimeWords("duration", unit=_unit(match))


def read_clock(match: Match) -> TimeWords:
    """An hour of a day that other words name ("at 10 p.m.")."""
    return TimeWords("clock", clock=_clock(match))


def read_same(match: Match) -> TimeWords:
    """The time of which the text tells ("that day", "the same week", "the quarter")."""
    return TimeWords("relative", unit=_unit(match), amount=0, modifier="anchored")


def read_century(match: Match) -> TimeWords:
    """A hundred years ("the 19th century")."""
    return TimeWords("year", (int(match["nth"]) - 1) * 100, unit="century", modifier=_part(match))


def read_last_night(match: Match) -> TimeWords:
    """ "Last night", "last evening": of the day before."""
    return TimeWords("relative", unit="day", amount=-1, modifier=match["part"].lower())


def read_year_end(match: Match) -> TimeWords:
    """ "By year-end", "at year's end"."""
    return TimeWords("relative", unit="year", amount=0, modifier="late")


def read_repeated(match: Match) -> TimeWords:
    """A time that comes again and again ("every week", "annually")."""
    named = match.groupdict().get("w")
    every = _unit(match) or words("every").get(_lower(match, "word") or "")
    return TimeWords("set", weekday=weekday(named) if named else None, unit=every, amount=1)


QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10}


def read_quarter(match: Match) -> TimeWords:
    """A quarter of a year."""
    return TimeWords("relative", _year(match), QUARTERS[match["nth"].lower()], unit="quarter", amount=_step(match))


def read_season(match: Match) -> TimeWords:
    """A season, which no hemisphere fixes."""
    return TimeWords("relative", _year(match), unit=match["season"].lower(), amount=_step(match), modifier=_part(match))


def read_year_ago(match: Match) -> TimeWords:
    """ "Year-ago", "month-earlier"."""
    return TimeWords("relative", unit=_unit(match), amount=-1)


def read_now(match: Match) -> TimeWords:
    """The present."""
    return TimeWords("now")


def read_vague(match: Match) -> TimeWords:
    """A time without bounds ("in recent years")."""
    way = _lower(match, "way") or _lower(match, "way2")
    return TimeWords("relative", unit=_unit(match), modifier=f"vague {way}" if way else "vague")


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


def read_today(match: Match) -> TimeWords:
    """ "This morning"."""
    return TimeWords("relative", unit="day", amount=0, modifier=match["part"].lower())


def read_weekend(match: Match) -> TimeWords:
    """The weekend next to now."""
    return TimeWords("relative", unit="weekend", amount=None)
