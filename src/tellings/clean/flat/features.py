"""What the line model sees of each line of a flat page: numbers that mean the same in every language and script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from tellings.clean.flat.body import Window
from tellings.clean.flat.lines import Sheet
from tellings.clean.flat.rules import LineRule, line_rules
from tellings.clean.flat.signs import CLASS, CODE_POINT, Hashes, Places

Floats = NDArray[np.float32]

ACTIONS = ("drop", "end", "caption", "head", "author", "foot")
#: A stretch of fewer words of prose says nothing of what is usual on its page.
ENOUGH_PROSE = 20.0
#: Function signs are about two in five words' worth of Chinese prose.
CHINESE_STOPS = 2.5


class Page:
    """A page's lines as arrays: what every group of features is made from."""

    def __init__(self, sheet: Sheet, rules: Sequence[LineRule | None], values: Sequence[float], span: Window) -> None:
        """Count the signs of each line by class."""
        self.lines, self.span = sheet.lines, span
        self.ruled = [(index, rule) for index, rule in enumerate(rules) if rule is not None]
        self.which, self.measures = sheet.which, sheet.measures
        self.size = len(sheet.lines)
        self.values = np.array(values, np.float32)
        self.counts = sheet.measures.signs.counts().T[:, sheet.which].astype(np.float32)
        self.words = sheet.measures.words[sheet.which].astype(np.float32)
        self.prose = np.where(self.values > 0, self.words, 0)
        self.all_prose = float(self.prose.sum())

    def count(self, name: str) -> Floats:
        """How many signs of a class each line has."""
        found: Floats = self.counts[CODE_POINT[name]]
        return found

    def usual(self, measured: Floats, otherwise: float) -> float:
        """The mean of a measure over the page's prose."""
        return float((measured * self.prose).sum()) / self.all_prose if self.all_prose > ENOUGH_PROSE else otherwise


def features(
    sheet: Sheet, rules: Sequence[LineRule | None], values: Sequence[float], span: Window, own: Sequence[int]
) -> tuple[list[str], Floats]:
    """The names of the features and their values, a row a line; `span` and `own` are the rules' own answer."""
    page = Page(sheet, rules, values, span)
    found = _of_words(page) | _of_signs(page) | _of_ends(page) | _of_rules(page, own) | _of_place(page)
    found |= _of_subject(page)
    measured = np.empty((len(found), page.size), np.float32)
    for row, values_of_one in zip(measured, found.values(), strict=True):
        row[:] = values_of_one
    return list(found), measured.T


def _of_words(page: Page) -> dict[str, Floats]:
    words, which = page.words, page.which
    first = np.zeros(len(page.measures.words), np.intp)
    first[which[::-1]] = np.arange(page.size)[::-1]
    ended, code, bullet, gap = (
        np.fromiter(map(attrgetter(name), page.lines), np.float32, page.size)
        for name in ("ended", "code", "bullet", "gap")
    )
    stops = page.measures.stops[which].astype(np.float32)
    letters = np.maximum(1, page.count("letter") + page.count("function"))
    stops = np.where(
        page.count("function") > 0, np.minimum(0.6, CHINESE_STOPS * page.count("function") / letters), stops
    )
    return {
        "words": np.log1p(words),
        "one word": words <= 1,
        "six words": words >= 6,
        "fifteen words": words >= 15,
        "stop words": stops,
        "stop words to the page's": np.minimum(2, stops / max(0.1, page.usual(stops, 0.3))),
        "ended": ended,
        "code": code,
        "bullet": bullet,
        "gap": gap,
        "times": np.log(np.bincount(which))[which],
        "again": first[which] < np.arange(page.size),
    }


def _of_signs(page: Page) -> dict[str, Floats]:
    signs, words = page.counts.sum(0), np.maximum(1, page.words)
    return {
        "digits": np.minimum(1, 3 * page.count("digit") / signs),
        "commas": np.minimum(2, 8 * page.count("comma") / words),
        "stops": np.minimum(2, 8 * page.count("stop") / words),
        "bars": np.minimum(1, 8 * page.count("bar") / signs),
        "quotes": np.minimum(1, 8 * page.count("quote") / signs),
        "marks": np.minimum(1, 8 * page.count("code") / signs),
        "colon": page.count("colon") > 0,
        "capitals": np.minimum(1, page.count("upper") / words),
        "sentences": np.log1p(page.count("stop")),
    }


def _of_ends(page: Page) -> dict[str, Floats]:
    signs = page.measures.signs
    firsts, lasts = signs.line_ends[:-1][page.which] + 1, signs.line_ends[1:][page.which] - 1
    first, last = signs.kinds[firsts] & CLASS, signs.kinds[lasts] & CLASS
    before, sign = signs.codes[lasts - 1], signs.codes[lasts]
    ends = {f"last is {c}": last == CODE_POINT[c] for c in ("digit", "colon", "comma", "stop", "bar", "quote", "code")}
    starts = {f"first is {c}": first == CODE_POINT[c] for c in ("upper", "digit", "quote", "bar", "code", "other")}
    dots = (sign == ord("…")) | ((sign == ord(".")) & (before == ord(".")))
    return {**ends, **starts, "dots": dots, "question": (sign == ord("?")) | (sign == ord("？"))}


@cache
def _rule_names() -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.name for rule in line_rules()))


@cache
def _place_of_rule() -> dict[str, int]:
    return {name: index for index, name in enumerate(_rule_names())}


def _of_rules(page: Page, own: Sequence[int]) -> dict[str, Floats]:
    names, place = _rule_names(), _place_of_rule()
    found = np.zeros((len(names), page.size), np.float32)
    actions = np.zeros((len(ACTIONS), page.size), np.float32)
    for index, rule in page.ruled:
        actions[ACTIONS.index(rule.action), index] = 1
        if rule.name in place:
            found[place[rule.name], index] = 1
    kept = np.zeros(page.size, np.float32)
    kept[list(own)] = 1
    return {
        **{f"rule's action {name}": column for name, column in zip(ACTIONS, actions, strict=True)},
        **{f"rule {name}": column for name, column in zip(names, found, strict=True)},
        "score": np.sign(page.values) * np.log1p(abs(page.values)),
        "prose": page.values > 0,
        "rules keep it": kept,
    }


def _of_place(page: Page) -> dict[str, Floats]:
    index = np.arange(page.size)
    prose, all_prose = page.prose, max(1.0, page.all_prose)
    ends = np.zeros(page.size, bool)
    ends[[index for index, rule in page.ruled if rule.action in ("end", "author")]] = True
    return {
        "in the stretch": (index >= page.span.first) & (index < page.span.last),
        "before the stretch": np.log1p(np.maximum(0, page.span.first - index)),
        "after the stretch": np.log1p(np.maximum(0, index - page.span.last + 1)),
        "words so far": np.cumsum(page.words) / max(1.0, float(page.words.sum())),
        "prose so far": np.cumsum(prose) / all_prose,
        "share of prose": prose / all_prose,
        "prose of the page": np.full(page.size, min(7.0, np.log(all_prose))),
        "ends so far": np.minimum(2, np.log1p(np.cumsum(ends))),
        "prose since an end": np.log1p(_since(prose, ends)),
        "prose before an end": np.log1p(_since(prose[::-1], ends[::-1])[::-1]),
    }


def _since(amounts: Floats, marks: NDArray[np.bool_]) -> Floats:
    """The sum of amounts since the last mark, which counts for nothing itself."""
    total = np.cumsum(np.where(marks, 0, amounts))
    return total - np.maximum.accumulate(np.where(marks, total, 0))


def _of_subject(page: Page) -> dict[str, Floats]:
    """The share of a line's content words that other paragraphs of the stretch have: teasers have their own subject."""
    different = len(page.measures.words)
    inside = np.zeros(page.size, bool)
    inside[page.span.first : page.span.last] = page.prose[page.span.first : page.span.last] > 0
    line, word = _content(page.measures.compared)
    spread = np.bincount(word, np.bincount(page.which[inside], minlength=different)[line])
    size = np.bincount(line, minlength=different)[page.which]
    known, more = (np.bincount(line, (spread > times)[word], different)[page.which] for times in (0, 1))
    shared: Floats = (np.where(inside, more, known) / np.maximum(1, size)).astype(np.float32)
    return {
        "subject": shared,
        "has content": (size > 0).astype(np.float32),
        "subject to the page's": np.minimum(2, shared / max(0.1, page.usual(shared, 0.5))),
    }


def _content(compared: tuple[Places, Hashes]) -> tuple[Places, Places]:
    """The content words of lines, each once a line: the line's place, and the word's number among the page's words."""
    order = np.argsort(compared[1], kind="stable")
    lines, hashes = compared[0][order], compared[1][order]
    other_word = hashes[1:] != hashes[:-1]
    numbers = np.zeros(len(order), np.intp)
    np.cumsum(other_word, out=numbers[1:])
    once = np.ones(len(order), bool)
    once[1:] = other_word | (lines[1:] != lines[:-1])
    return lines[once], numbers[once]
