"""Readings varied by program, as many as wanted, without reading a page for each.

The example pages are read once, by the whole program. The longer words of a reading are then exchanged for others of
their length, the same everywhere in it, so that spans hold: words for those of all examples by Zipf's law, names
mostly for made-up ones, of which a larger record holds more. Ids and days become its own, 100 articles a day on 200
sites, so that a larger record is a longer one. Two readings in five are copies: the article before under an address
of its own.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec
from evals.synthetic import SYLLABLES

from tellings.engine import Here
from tellings.engine.article import Reader
from tellings.model.ids import stable_id
from tellings.model.page import Page
from tellings.model.reading import Reading
from tellings.model.times import TimeExpression
from tellings.pages import read
from tellings.record.rows import to_json

ROOT = Path(__file__).parents[1]
FIRST_DAY = date(2031, 1, 1)
A_DAY, SITES, COPIED = 100, 200, 0.4
#: Words that may be exchanged, but for keys and codes of JSON, which stand alone and are written in one case.
LONG_WORD = re.compile(r"(?<![\w\\-])[^\W\d_]{3,}(?![\w-])")
CODE = re.compile(r"\"([a-z]{3,}|[A-Z]{3,})\"")
LITERALS = frozenset({"true", "false", "null"})
ID = re.compile(r"\"([a-z])([0-9a-f]{16})\"")
DAY = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")
#: The share of the words that a variant exchanges.
EXCHANGED = 0.97
#: Made-up names of each length beside the patterns' own.
NAMES = 5_000


def patterns() -> list[str]:
    """The readings of the example pages as JSON, without what their sites are known by."""
    pages = [page for page in read([str(ROOT / "examples" / "pages")]) if isinstance(page, Page)]
    found = [reading for _, reading in Here().each(pages, Reader.read) if isinstance(reading, Reading)]
    return [to_json(replace(reading, trace=None, alone=None)) for reading in found]


class Variants:
    """Readings made from patterns: the same number gives the same reading."""

    def __init__(self, made_from: Sequence[str]) -> None:
        """Take the patterns' words, by their length and whether they begin with a capital."""
        self._patterns = made_from
        self._days = [_own_day(one) for one in made_from]
        self._codes = LITERALS.union(code for one in made_from for code in CODE.findall(one))
        texts = (msgspec.json.decode(one, type=Reading).article.text for one in made_from)
        counts = Counter(word for text in texts for word in LONG_WORD.findall(text) if word not in self._codes)
        self._words: dict[tuple[int, bool], list[str]] = {}
        for word, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            self._words.setdefault((len(word), word[0].isupper()), []).append(word)
        for (length, capital), known in self._words.items():
            known += _names(length) if capital else []

    def reading(self, number: int, page: Page) -> Reading:
        """The reading of so many: with the words of the last one that is no copy, under its own ids."""
        source = number
        while source and random.Random(f"copy {source}").random() < COPIED:
            source -= 1
        dice, new = random.Random(source), dict[str, str]()
        shift = FIRST_DAY + timedelta(source // A_DAY) - self._days[source % len(self._patterns)]

        def other(found: re.Match[str]) -> str:
            word = found[0]
            if word in self._codes or (len(word), word[0].isupper()) not in self._words:
                return word
            if word not in new:
                capital = word[0].isupper()
                pool = self._words[len(word), capital]
                place = dice.randrange(len(pool)) if capital else int((len(pool) + 1) ** dice.random()) - 1
                new[word] = pool[place] if dice.random() < EXCHANGED else word
            return new[word]

        def later(found: re.Match[str]) -> str:
            try:
                return (date.fromisoformat(found[0]) + shift).isoformat()
            except (ValueError, OverflowError):
                return found[0]

        text = LONG_WORD.sub(other, self._patterns[source % len(self._patterns)])
        text = ID.sub(lambda found: f'"{stable_id(found[1], found[2], number)}"', DAY.sub(later, text))
        made = msgspec.json.decode(text, type=Reading)
        article = replace(made.article, page_id=page.page_id, page=page.name, url=address(number), runs=())
        own = self._days[source % len(self._patterns)]
        times = tuple(_later(one, own, shift) for one in made.times)
        return replace(made, article=article, times=times, month=_month(made.month, shift))


def _names(length: int) -> list[str]:
    """Made-up names of so many letters: as an archive grows, so do the names in it."""
    dice, syllables = random.Random(length), SYLLABLES.split()
    return ["".join(dice.choices(syllables, k=length))[:length].capitalize() for _ in range(NAMES)]


def _own_day(reading: str) -> date:
    """The day that an article states, else the last that it names, else the first of all."""
    made = msgspec.json.decode(reading, type=Reading)
    stated = [day for one in made.article.stated for day in DAY.findall(one.value)]
    days = [day for day in (_day(one) for one in stated[:1] or DAY.findall(reading)) if day]
    return max(days, default=FIRST_DAY)


def _later(said: TimeExpression, own: date, shift: timedelta) -> TimeExpression:
    """A time that is said with a month, so much later."""
    try:
        day = date(said.year or own.year, said.month or own.month, said.day or 15) + shift
    except ValueError:
        return said
    return replace(
        said,
        year=said.year and day.year,
        month=said.month and day.month,
        day=said.day and day.day,
    )


def _month(month: int | None, shift: timedelta) -> int | None:
    """A month, counted from the year 0, so much later."""
    if month is None:
        return None
    day = date(month // 12, month % 12 + 1, 15) + shift
    return 12 * day.year + day.month - 1


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def address(number: int) -> str:
    """Where the page of this number stands."""
    return f"https://site-{number * 7 % SITES}.example/{number}"
