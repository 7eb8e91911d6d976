"""What the line model sees of each line of a flat page: numbers that mean the same in every language and script."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from tellings.clean.flat.body import Window
from tellings.clean.flat.lines import COMPARED, Line, stop_words
from tellings.clean.flat.rules import LineRule, line_rules

Floats = NDArray[np.float32]

#: Classes of signs; signs are counted by class, all lines of a page at once.
CLASSES = ("blank", "upper", "letter", "digit", "comma", "stop", "colon", "quote", "bar", "code", "function", "other")
SIGNS = (
    ("comma", ",;،，、；"),
    ("stop", ".!?。！？؟।۔॥"),
    ("colon", ":："),
    ("quote", '"“”„«»‘’「」『』《》'),
    ("bar", "|•·›>/–—-_~*→▪●"),
    ("code", "{}()[]=<\\$%&+^`@#"),
    ("function", "的了是在和有不为这与对也就将地得着他她我们を"),
)
CATEGORIES = {
    "Lu": "upper",
    "Lt": "upper",
    "Ll": "letter",
    "Lo": "letter",
    "Lm": "letter",
    "Mn": "letter",
    "Mc": "letter",
}
CATEGORIES |= {"Nd": "digit", "No": "digit", "Nl": "digit", "Zs": "blank", "Zl": "blank", "Zp": "blank", "Cc": "blank"}
#: Signs beyond the basic plane (emoji, rare ideographs) are "other".
BASIC = 0xFFFF
ACTIONS = ("drop", "end", "caption", "head", "author", "foot")
CODE_POINT = {name: index for index, name in enumerate(CLASSES)}
#: A stretch of fewer words of prose says nothing of what is usual on its page.
ENOUGH_PROSE = 20.0
#: Of a line so many signs are counted: a hostile one may have 200 million.
COUNTED = 5000
#: A word after this one in order is of signs that stand for syllables or words.
IDEOGRAPHS = "\u2fff"
#: Function signs are about two in five words' worth of Chinese prose.
CHINESE_STOPS = 2.5


@cache
def _class_of_sign() -> NDArray[np.uint8]:
    """The class of every code point of the basic plane."""
    table = np.full(BASIC + 1, CODE_POINT["other"], np.uint8)
    for code in range(BASIC):
        table[code] = CODE_POINT[CATEGORIES.get(unicodedata.category(chr(code)), "other")]
    for name, signs in SIGNS:
        for sign in signs:
            table[ord(sign)] = CODE_POINT[name]
    return table


class Page:
    """A page's lines as arrays: what every group of features is made from."""

    def __init__(
        self, lines: Sequence[Line], rules: Sequence[LineRule | None], values: Sequence[float], span: Window
    ) -> None:
        """Count the signs of each line by class."""
        self.lines, self.rules, self.span = lines, rules, span
        self.size = len(lines)
        self.values = np.array(values, np.float32)
        texts = [line.text[:COUNTED] for line in lines]
        lengths = np.array([len(text) for text in texts])
        self.codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
        self.classes = _class_of_sign()[np.minimum(self.codes, BASIC)]
        self.last = np.cumsum(lengths) - 1
        self.first = self.last - lengths + 1
        cells = np.repeat(np.arange(self.size) * len(CLASSES), lengths) + self.classes
        counts = np.bincount(cells, minlength=self.size * len(CLASSES))
        self.counts = counts.reshape(-1, len(CLASSES)).astype(np.float32)
        self.words = np.array([line.words for line in lines], np.float32)
        self.prose = np.where(self.values > 0, self.words, 0)
        self.enough = float(self.prose.sum()) > ENOUGH_PROSE

    def count(self, name: str) -> Floats:
        """How many signs of a class each line has."""
        return self.counts[:, CODE_POINT[name]]

    def usual(self, measured: Floats, otherwise: float) -> float:
        """The mean of a measure over the page's prose."""
        return float((measured * self.prose).sum() / self.prose.sum()) if self.enough else otherwise


def features(
    lines: Sequence[Line],
    rules: Sequence[LineRule | None],
    values: Sequence[float],
    span: Window,
    own: Sequence[int],
    language: str,
) -> tuple[list[str], Floats]:
    """The names of the features and their values, a row a line; `span` and `own` are the rules' own answer."""
    page = Page(lines, rules, values, span)
    found = _of_words(page) | _of_signs(page) | _of_ends(page) | _of_rules(page, own) | _of_place(page)
    found |= _of_subject(page, language)
    measured = np.empty((len(found), page.size), np.float32)
    for row, values_of_one in zip(measured, found.values(), strict=True):
        row[:] = values_of_one
    return list(found), measured.T


def _of_words(page: Page) -> dict[str, Floats]:
    words, lines = page.words, page.lines
    printed = [line for line in lines if line.times > 1]
    first = {line.text: line.index for line in reversed(printed)}
    again = np.zeros(page.size, np.float32)
    again[[line.index for line in printed if first[line.text] < line.index]] = 1
    names = ("stop_share", "ended", "code", "bullet", "gap", "times")
    stops, ended, code, bullet, gap, times = (
        np.fromiter(map(attrgetter(name), lines), np.float32, page.size) for name in names
    )
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
        "times": np.log(times),
        "again": again,
    }


def _of_signs(page: Page) -> dict[str, Floats]:
    signs, words = page.counts.sum(1), np.maximum(1, page.words)
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
    first, last = page.classes[page.first], page.classes[page.last]
    sign = page.codes[page.last]
    ends = {f"last is {c}": last == CODE_POINT[c] for c in ("digit", "colon", "comma", "stop", "bar", "quote", "code")}
    starts = {f"first is {c}": first == CODE_POINT[c] for c in ("upper", "digit", "quote", "bar", "code", "other")}
    before = page.codes[np.maximum(0, page.last - 1)]
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
    for index, rule in enumerate(page.rules):
        if rule is not None:
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
    prose, all_prose = page.prose, max(1.0, float(page.prose.sum()))
    ends = np.array([rule is not None and rule.action in ("end", "author") for rule in page.rules], bool)
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


def _of_subject(page: Page, language: str) -> dict[str, Floats]:
    """The share of a line's content words that other paragraphs of the stretch have: teasers have their own subject."""
    compared = [li.tokens[:COMPARED] for li in page.lines]
    every = frozenset[str]().union(*compared) - stop_words(language)
    content = frozenset([w for w in every if len(w) > 3 or w > IDEOGRAPHS])
    contents = [content.intersection(tokens) for tokens in compared]
    inside = set(range(page.span.first, page.span.last)) & set(np.flatnonzero(page.prose).tolist())
    spread = Counter(chain.from_iterable([contents[index] for index in inside]))
    more = frozenset([word for word, times in spread.items() if times > 1])
    known = frozenset(spread)
    shared = np.array(
        [len(c & (more if i in inside else known)) / len(c) if c else 0.0 for i, c in enumerate(contents)], np.float32
    )
    usual = page.usual(shared, 0.5)
    return {
        "subject": shared,
        "has content": np.array([bool(c) for c in contents], np.float32),
        "subject to the page's": np.minimum(2, shared / max(0.1, usual)),
    }
