"""How far a stamp on a page is the article's own: a table of small signs, each with its weight in log odds."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from tellings.clean.dates import PrintedDate
from tellings.clean.lines import Line
from tellings.vocab.tables import rows


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line of the page. `label` is "published", "updated" or "", `around` the words beside the date.

    `chain` is how many lines with stamps follow one another there, itself among them.
    """

    line: Line
    printed: PrintedDate
    where: str
    label: str
    around: int
    chain: int = 1

    @property
    def day(self) -> str:
        """The day as ISO 8601."""
        return self.printed.value[:10]


#: Log odds by where a stamp stands.
WHERE: Mapping[str, float] = {
    "beside the title": 1.9,
    "above the article": 0.2,
    "far above the article": -0.9,
    "at the top of the page": -0.4,
    "right below the article": 0.0,
    "below the article": -1.0,
    "far below the article": -2.0,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for or against a stamp, by the name that `explain` prints."""

    name: str
    weight: float
    holds: Callable[[Stamp], bool]


#: Words beside a stamp that make it a teaser's or a sentence's; of a byline's or a label's there are fewer.
TEASER, FEW = 8, 3
#: Lines with stamps that follow one another: so many are a list.
LIST = 3
COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
CODE = re.compile(r"[{}=<>]|\"\s*:|\b(?:var|function|null|undefined)\b")

SIGNS: tuple[Sign, ...] = (
    Sign("labelled as published", 1.0, lambda s: s.label == "published"),
    Sign("with its time", 0.7, lambda s: "T" in s.printed.value),
    Sign("alone in its line", 0.4, lambda s: s.around <= FEW),
    Sign("among other words", -1.0, lambda s: s.around > TEASER and not s.label),
    Sign("in a list of stamps", -1.6, lambda s: s.chain >= LIST and not s.label),
    Sign("in the page's own furniture", -1.2, lambda s: says("chrome", s.line.text)),
    Sign("in a comment or a record", -2.0, lambda s: says("record", s.line.text)),
    Sign("in a copyright line", -2.5, lambda s: bool(COPYRIGHT.search(s.line.text))),
    Sign("in code", -2.0, lambda s: s.line.code or bool(CODE.search(s.line.text))),
    Sign("as the day of today", -1.0, lambda s: says("today", s.line.text)),
    Sign("on a line that the page repeats", -1.0, lambda s: s.line.times > LIST),
)


def signs_of(stamp: Stamp) -> tuple[Sign, ...]:
    """The signs that hold for a stamp."""
    return tuple(sign for sign in SIGNS if sign.holds(stamp))


def odds(stamp: Stamp, signs: Iterable[Sign]) -> float:
    """The odds that the stamp is the article's, by itself; a doubtful reading has its share of them."""
    return math.exp(WHERE[stamp.where] + sum(sign.weight for sign in signs)) * stamp.printed.sure


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Any word of one class of `stamp_words.tsv`, in all languages."""
    return re.compile(
        "|".join(row["pattern"] for row in rows("stamp_words.tsv") if row["class"] == kind), re.IGNORECASE
    )


def says(kind: str, text: str) -> bool:
    """Whether a text holds a word of one class of `stamp_words.tsv`."""
    return bool(_pattern(kind).search(text))


def label_of(before: str) -> str:
    """What the words before a stamp call it: "published", "updated", or "" where they say neither."""
    last = {kind: max((m.end() for m in _pattern(kind).finditer(before)), default=-1) for kind in LABELS}
    kind = max(LABELS, key=lambda k: last[k])
    return kind if last[kind] >= 0 else ""


LABELS = ("updated", "published")


def chained(places: Sequence[int], reach: int = 8) -> dict[int, int]:
    """From each line's index to how many lines with stamps follow one another there, at most `reach` lines apart."""
    runs: list[list[int]] = []
    for place in sorted(set(places)):
        if runs and place - runs[-1][-1] <= reach:
            runs[-1].append(place)
        else:
            runs.append([place])
    return {place: len(run) for run in runs for place in run}


def refusal(printed: PrintedDate) -> str:
    """Why a date can be no page's own, whatever the text says; "" where nothing in it speaks against it."""
    day = date.fromisoformat(printed.value[:10])
    if printed.weekday is not None and printed.weekday != day.weekday():
        return f"printed as a {WEEKDAYS[printed.weekday]}, and {day} was a {WEEKDAYS[day.weekday()]}"
    return ""


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
