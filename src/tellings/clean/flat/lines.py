"""Lines of a flat page, and what is measured of each. What is decided from it stands in `score` and `body`."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
#: A line without the blanks around it.
LINE = re.compile(r"\S(?:[^\n\r\u2028\u2029]*\S)?")
#: A line that breaks off in dots is another article's teaser (F1 on AEB .939 so, .936 where it counts as ended).
ENDED = re.compile(r"""(?<!\.\.)[.!?。！？][)\]]?["”’'»）」]?$|[,;:]?["”’»]$""")
CODE = re.compile(
    r"[{};]\s*$|^[})\]]|=>|\(\)|\bfunction\s*\(|\bvar \w+ ?=|\b(?:window|document|navigator)\.|\bpx;|\.push\(|^\w+: [{\[‘'\"]|https?://\S+$"
)
#: A line without any of these is no code: asked first, since most lines are prose.
CODE_PARTS = (
    "{",
    "}",
    ";",
    "=",
    "()",
    "function",
    "window.",
    "document.",
    "navigator.",
    "://",
    ": [",
    ": '",
    ': "',
    ": ‘",
    ".push(",
)
#: The longest ending of a sentence, in characters.
ENDING = 4
BULLETS = frozenset("-•*·▪●–»›")
#: Share of stop words where a script is written without blanks between words.
CJK_STOP_SHARE = 0.3
CJK_CHARS_A_WORD = 1.7


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, with what is measured of it.

    `start` and `end` are its span in the page's text without the blanks around it. `words` counts
    its words, `stop_share` the share of function words among them. `times` is how often the same
    line stands on the page; `gap` whether a blank line stands before it; `tokens` are its words in
    lower case, pairs of signs where a script is written without blanks.
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
    tokens: tuple[str, ...]


def split_lines(text: str, language: str = "en") -> tuple[Line, ...]:
    """Give the lines of a text that are not blank, in order."""
    spans = [m.span() for m in LINE.finditer(text)]
    times = Counter(text[start:end] for start, end in spans)
    stops = stop_words(language)
    with_cjk = CJK.search(text) is not None
    measured = {line: _measured(line, stops, with_cjk) for line in times}
    lines: list[Line] = []
    before = 0
    for index, (start, end) in enumerate(spans):
        line = text[start:end]
        gap = text.count("\n", before, start) > 1
        words, share, ended, code, bullet, tokens = measured[line]
        lines.append(Line(index, start, end, line, words, share, ended, code, bullet, times[line], gap, tokens))
        before = end
    return tuple(lines)


Measures = tuple[int, float, bool, bool, bool, tuple[str, ...]]


def _measured(line: str, stops: frozenset[str], with_cjk: bool) -> Measures:
    """Words, share of stop words, whether the line ends like a sentence, is code, has a bullet; its tokens."""
    words = tuple(WORD.findall(line.lower()))
    count, share = len(words), sum(map(stops.__contains__, words)) / max(1, len(words))
    signs = CJK.findall(line) if with_cjk else ()
    if len(signs) > len(words):
        count, share = round(len(signs) / CJK_CHARS_A_WORD), CJK_STOP_SHARE
        words = tuple(map("".join, pairwise(signs)))
    ended = not line[-1].isalnum() and ENDED.search(line[-ENDING:]) is not None and not _headline(line)
    return count, share, ended, _is_code(line), line[0] in BULLETS, words


def _is_code(line: str) -> bool:
    marked = line[0] in "})]" or any(map(line.__contains__, CODE_PARTS))
    return marked and bool(CODE.search(line))


def _headline(line: str) -> bool:
    """Whether a line with an exclamation or question mark is set like a headline: nearly all its words capitalised."""
    if line[-1] not in "!?" or len(line) > 200:
        return False
    words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.85 * len(words)


@cache
def stop_words(language: str) -> frozenset[str]:
    """Function words of a language, as spaCy lists them; English ones where it has none."""
    try:
        listed = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    except ImportError:
        return stop_words("en") if language != "en" else frozenset()
    return frozenset(listed) | frozenset(("said", "says")) if language == "en" else frozenset(listed)
