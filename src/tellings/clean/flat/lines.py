"""Lines of a flat page, and what is measured of each. What is decided from it stands in `score` and `body`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

import msgspec
import numpy as np

from tellings.clean.fields.vocabulary import agency_pattern
from tellings.clean.flat.measures import Measures, measure
from tellings.clean.flat.signs import CODE_POINT, Places
from tellings.clean.flat.wrapped import Stretch, unwrapped

#: Signs of scripts without blanks between words: Thai, Lao, Tibetan, Burmese, Khmer, kana, Chinese; and Hangul.
CJK = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
#: What else than a line feed ends a line.
LINE_ENDS = ("\r", "\u2028", "\u2029")
#: A line that breaks off in dots is another article's teaser (F1 on AEB .939 so, .936 where it counts as ended).
ENDED = re.compile(r"""(?<!\.\.)[.!?。！？۔؟।॥።။។։][)\]]?["”’'»）」]?$|[,;:]?["”’»]$""")
#: Thai and Lao have no sign for a sentence's end: so many words are one.
UNSTOPPED, UNSTOPPED_WORDS = range(0x0E00, 0x0F00), 20
#: What code ends and begins with.
CODE_ENDS, CODE_BEGINS = frozenset("{}"), frozenset("})]")
#: A line that ends in a semicolon is code as well, but for an entry of a list: so many words, and none of these signs.
ENTRY_WORDS, CODE_SIGN = 4, re.compile(r"[={}<>()\[\]\\$_]|\w:\s?[\w#]|\w\.\w")
#: What else is code, each with a part that a line must hold for it to be tried: most lines are prose.
CODE_FORMS = tuple(
    (part, re.compile(pattern))
    for part, pattern in (
        *((part, "") for part in ("=>", "()", ".push(", " px;")),
        *((f"{name}.", rf"\b{name}\.\w") for name in ("window", "document", "navigator")),
        ("function", r"\bfunction\s*\("),
        ("var ", r"\bvar \w+ ?="),
        (": ", r"\A\w+: [{\[‘'\"]"),
        ("://", r"https?://\S+\Z"),
    )
)
#: Lines in these forms have signs of one of these classes.
OF_CODE = (CODE_POINT["code"], CODE_POINT["colon"])
#: The longest ending of a sentence, in characters; so many words has one that an agency signs, whose name is so long.
ENDING = 4
SIGNED_WORDS, SIGNATURE = 8, 40
BULLETS = frozenset("-•*·▪●–»›")
NONE = frozenset[str]()


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line that is not blank, with what is measured of it.

    `start` and `end` are its span in the page's text without the blanks around it. `words` counts
    its words, `stop_share` the share of function words among them. `times` is how often the same
    line stands on the page; `gap` whether a blank line stands before it. `needed` are those of its words
    that a rule of the vocabularies needs: most lines have none, and are told by that to hold nothing of theirs.

    A struct, since pages have hundreds: a frozen dataclass takes ten times as long to make.
    """

    index: int
    start: int
    end: int
    text: str
    words: int
    stop_share: float
    ended: bool
    code: bool
    bullet: bool
    times: int
    gap: bool
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's lines, with what is measured of the different ones; `which` has each line's place among those."""

    lines: tuple[Line, ...]
    which: Places
    measures: Measures


def split_lines(text: str, language: str = "en", whole: bool = False) -> tuple[Line, ...]:
    """Give the lines of a text that are not blank, in order; with `whole`, wrapped paragraphs as one each."""
    return read_sheet(text, language, whole).lines


def read_sheet(text: str, language: str = "en", whole: bool = False) -> Sheet:
    """Give the lines of a text as `split_lines` does, with their measures."""
    spans = list(_spans(text))
    spans = unwrapped(text, spans) if whole else spans
    times = Counter([line for _, _, line in spans])
    different = list(times)
    measures = measure(different, language)
    place = dict(zip(different, count()))
    which = np.array([place[line] for _, _, line in spans], np.intp)
    return Sheet(tuple(_lines(text, spans, which, measures, different, list(times.values()))), which, measures)


def _lines(
    text: str,
    spans: Sequence[Stretch],
    which: Places,
    measures: Measures,
    different: Sequence[str],
    times: Sequence[int],
) -> Iterator[Line]:
    """The lines of a page by what was measured of the different ones."""
    needed = [measures.needed.get(i, NONE) for i in range(len(different))]
    words, shares = measures.words.tolist(), measures.stops.tolist()
    ended = _are_ended(different, measures)
    code, before = _are_code(different, measures), 0
    for index, i, (start, end, line) in zip(count(), which.tolist(), spans):
        gap = start - before > 1 and text.count("\n", before, start) > 1
        yield Line(
            index,
            start,
            end,
            line,
            words[i],
            shares[i],
            ended[i],
            code[i],
            line[0] in BULLETS,
            times[i],
            gap,
            needed[i],
        )
        before = end


def _spans(text: str) -> Iterator[Stretch]:
    """Where each line begins and ends without the blanks around it, and its text."""
    place = 0
    for mark in LINE_ENDS:
        text = text.replace(mark, "\n")
    for whole in text.split("\n"):
        line = whole.strip()
        if line:
            start = place + (0 if line is whole else whole.index(line))
            yield start, start + len(line), line
        place += len(whole) + 1


def _are_ended(lines: Sequence[str], measures: Measures) -> list[bool]:
    """Whether each line ends like a sentence, or like one that its agency signs."""
    found = [not line[-1].isalnum() and _ends(line[-ENDING:]) and not _headline(line) for line in lines]
    for index, line in enumerate(lines):
        if ord(line[-1]) in UNSTOPPED:
            found[index] = found[index] or bool(measures.words[index] >= UNSTOPPED_WORDS)
    for index in measures.needed:
        if not found[index] and measures.words[index] >= SIGNED_WORDS:
            line = lines[index]
            found[index] = _signed_off().search(line, max(0, len(line) - SIGNATURE)) is not None
    return found


@lru_cache(maxsize=1 << 14)
def _ends(last: str) -> bool:
    """Whether a line whose last signs are these ends like a sentence."""
    return ENDED.search(last) is not None


def _headline(line: str) -> bool:
    """Whether a line with an exclamation or question mark is set like a headline: nearly all its words capitalised."""
    if line[-1] not in "!?" or len(line) > 200:
        return False
    words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.85 * len(words)


@cache
def _signed_off() -> re.Pattern[str]:
    """The end of a report's last sentence with its agency's signature: "... of the border. (AFP)"."""
    return re.compile(rf"[.!?。؟][\"”»’']?\s*[(\[/–—-]{{0,3}}\s*{agency_pattern()}\s*[)\]/]?\.?$")


def _are_code(lines: Sequence[str], measures: Measures) -> list[bool]:
    """Whether each line is code; most have no sign that code has."""
    found = [False] * len(lines)
    asked = measures.signs.lines_with(*OF_CODE) | {i for i, line in enumerate(lines) if line[-1] == ";"}
    for index in asked:
        found[index] = _is_code(lines[index], int(measures.words[index]))
    return found


def _is_code(line: str, words: int) -> bool:
    """Whether a line begins or ends as code does, or has a form of it."""
    if line[-1] in CODE_ENDS or line[0] in CODE_BEGINS or (line[-1] == ";" and _is_statement(line, words)):
        return True
    forms = [pattern for part, pattern in CODE_FORMS if part in line]
    return any(pattern.search(line) for pattern in forms)


def _is_statement(line: str, words: int) -> bool:
    """Whether a line that ends in a semicolon is code, not an entry of a list."""
    return words < ENTRY_WORDS or CODE_SIGN.search(line) is not None


def is_cjk(line: Line) -> bool:
    """Whether a line has signs of scripts that are written without blanks between words."""
    return not line.text.isascii() and CJK.search(line.text) is not None
