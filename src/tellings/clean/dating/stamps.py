"""How far a stamp on a page is the article's own: a table of small signs, each with its weight in log odds."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from tellings.clean.dating.forms import PrintedDate
from tellings.clean.flat.lines import Line
from tellings.vocab.tables import rows, several


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line of the page. `label` is "published", "updated" or "", `around` the words beside the date.

    `chain` is how many lines with stamps follow one another there, itself among them; `nearest` whether it is the
    one of those beside the title that stands nearest to the body. `counted` is true where the title's own stamp counts
    back from the day on which the page was read.
    """

    line: Line
    printed: PrintedDate
    where: str
    label: str
    around: int
    language: str = "en"
    caption: bool = False
    chain: int = 1
    nearest: bool = False
    counted: bool = False

    def says(self, kind: str) -> bool:
        """Whether its line holds a word of one class of `stamp_words.tsv`."""
        return says(kind, self.line.text, self.language)

    @property
    def day(self) -> str:
        """The day as ISO 8601."""
        return self.printed.value[:10]


#: Log odds by where a stamp stands.
WHERE: Mapping[str, float] = {
    "beside the title": 1.9,
    "above the article": 1.3,
    "far above the article": 0.1,
    "at the top of the page": 0.1,
    "inside the article": -0.5,
    "right below the article": 0.6,
    "below the article": -0.8,
    "far below the article": -1.8,
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
#: A literal of a script or of a style, or of the data in one.
CODE = re.compile(
    r"[\"']\s?:\s?[\"'\[{\d]|new Date\(|\b(?:var|let|const)\s+\w+\s?=|\w\(['\"]|=\s?[\"']|=>|[{};]\s*$|</?\w+[ >]"
)

SIGNS: tuple[Sign, ...] = (
    Sign("labelled as published", 1.0, lambda s: s.label == "published"),
    Sign("with its time", 0.7, lambda s: "T" in s.printed.value),
    Sign("with a byline or a reading time", 0.8, lambda s: s.says("reading") or s.says("byline")),
    Sign("in an agency's number", 2.0, lambda s: s.printed.form == "agency's number"),
    Sign("alone in its line", 0.4, lambda s: s.around <= FEW),
    Sign("among other words", -1.0, lambda s: s.around > TEASER and not s.label),
    Sign("in a list of stamps", -1.6, lambda s: s.chain >= LIST and not s.nearest),
    Sign("nearest of a list of stamps", -0.3, lambda s: s.chain >= LIST and s.nearest),
    Sign("after another stamp", -0.7, lambda s: s.chain < LIST and _beside(s) and not s.nearest),
    Sign("in a picture's caption", -1.5, lambda s: s.caption),
    Sign("in the page's own furniture", -1.2, lambda s: s.says("chrome")),
    Sign("in a comment or a record", -2.0, lambda s: s.says("record")),
    Sign(
        "in a copyright line",
        -2.5,
        lambda s: bool(COPYRIGHT.search(s.line.text)) and s.printed.form != "agency's number",
    ),
    Sign("in code", -2.0, lambda s: s.line.code),
    Sign("as the day of today", -1.0, lambda s: s.says("today")),
    Sign("with its year from the page's other dates", -0.3, lambda s: s.printed.form == "without a year"),
    Sign("as the day from which the title's stamp counts back", 1.2, lambda s: s.counted and _clock(s)),
    Sign("while the title's own stamp counts back from today", -1.0, lambda s: s.counted and not _clock(s)),
)


def _clock(stamp: Stamp) -> bool:
    """Whether a stamp tells the day on which the page was read."""
    return stamp.where == "at the top of the page" or stamp.says("today")


def _beside(stamp: Stamp) -> bool:
    return stamp.where == "beside the title" and stamp.label != "updated"


def signs_of(stamp: Stamp) -> tuple[Sign, ...]:
    """The signs that hold for a stamp."""
    return tuple(sign for sign in SIGNS if sign.holds(stamp))


def odds(stamp: Stamp, signs: Iterable[Sign]) -> float:
    """The odds that the stamp is the article's, by itself; a doubtful reading has its share of them."""
    return math.exp(WHERE[stamp.where] + sum(sign.weight for sign in signs)) * stamp.printed.sure


#: A Latin letter of a pattern's own words.
LATIN = re.compile(r"(?<!\\)[a-z]")


@cache
def _languages() -> frozenset[str]:
    """The languages of which the table knows words."""
    return frozenset(language for row in rows("stamp_words.tsv") for language in several(row["language"]))


@cache
def _of_all(kind: str) -> re.Pattern[str]:
    """Any word of one class that is asked on every page: English ones, and those of scripts without Latin letters.

    A site's furniture may be in another language than its article, and in its script words can be mistaken for nothing.
    """
    return _joined(row["pattern"] for row in _rows(kind) if _is_asked_always(row))


@cache
def _of_language(kind: str, language: str) -> re.Pattern[str] | None:
    """Any other word of one class in a language, in all languages where the table knows none of it."""
    told = language in _languages()
    own = [r["pattern"] for r in _rows(kind) if not told or language in several(r["language"])]
    return _joined(own) if own else None


def _rows(kind: str) -> list[dict[str, str]]:
    return [row for row in rows("stamp_words.tsv") if row["class"] == kind]


def _is_asked_always(row: dict[str, str]) -> bool:
    return not {"en", "all"}.isdisjoint(several(row["language"])) or not LATIN.search(row["pattern"])


def _joined(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _patterns(kind: str, language: str) -> tuple[re.Pattern[str], ...]:
    own = _of_language(kind, language) if language != "en" else None
    return (_of_all(kind), own) if own else (_of_all(kind),)


@lru_cache(maxsize=4096)
def says(kind: str, text: str, language: str) -> bool:
    """Whether a text holds a word of one class of `stamp_words.tsv`."""
    return any(pattern.search(text) for pattern in _patterns(kind, language))


def label_of(before: str, language: str) -> str:
    """What the words before a stamp call it: "published", "updated", or "" where they say neither."""
    ends = {kind: max(_ends(kind, before, language), default=-1) for kind in LABELS}
    kind = max(LABELS, key=lambda k: ends[k])
    return kind if ends[kind] >= 0 else ""


def _ends(kind: str, text: str, language: str) -> Iterator[int]:
    return (found.end() for pattern in _patterns(kind, language) for found in pattern.finditer(text))


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


def refusal(stamp: Stamp) -> str:
    """Why a date can be no page's own, whatever the text says; "" where nothing in it speaks against it."""
    day = date.fromisoformat(stamp.day)
    if CODE.search(stamp.line.text):
        return "a literal in a script, which readers do not see"
    if stamp.printed.weekday is not None and stamp.printed.weekday != day.weekday():
        return f"printed as a {WEEKDAYS[stamp.printed.weekday]}, and {day} was a {WEEKDAYS[day.weekday()]}"
    return ""


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
