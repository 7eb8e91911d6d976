"""Lines of a flat page, and what is measured of each. What is decided from it stands in `score` and `body`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from operator import add
from pathlib import Path
from runpy import run_path

import msgspec

from tellings.clean.fields.vocabulary import agency_names, agency_pattern
from tellings.clean.flat.wrapped import unwrapped
from tellings.vocab.tables import rows, several

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
#: The first of these signs.
FIRST_CJK = "\u3040"
#: What else than a line feed ends a line.
LINE_ENDS = ("\r", "\u2028", "\u2029")
#: Signs beyond ASCII that are no words and stand in most English pages: without them a line is ASCII, and read faster.
MARKS = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\xa0\xab\xbb\xb7\u2022\u200b\xa9"
#: What parts words in ASCII; an apostrophe may stand inside one, and a line's end stays.
NO_WORD = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) not in "'\n"}
#: A line that breaks off in dots is another article's teaser (F1 on AEB .939 so, .936 where it counts as ended).
ENDED = re.compile(r"""(?<!\.\.)[.!?。！？۔؟।॥][)\]]?["”’'»）」]?$|[,;:]?["”’»]$""")
#: What code ends and begins with.
CODE_ENDS, CODE_BEGINS = frozenset("{}"), frozenset("})]")
#: A line that ends in a semicolon is code as well, but for an entry of a list: so many words, and none of these signs.
ENTRY_WORDS, CODE_SIGN = 4, re.compile(r"[={}<>()\[\]\\$_]|\w:\s?[\w#]|\w\.\w")
#: What else is code, each with a part that a line must hold for it to be tried: most lines are prose.
CODE_FORMS = tuple(
    (part, re.compile(pattern))
    for part, pattern in (
        *((part, "") for part in ("=>", "()", "window.", "document.", "navigator.", ".push(", " px;")),
        ("function", r"\bfunction\s*\("),
        ("var ", r"\bvar \w+ ?="),
        *((f": {sign}", r"\A\w+: [{\[‘'\"]") for sign in "{[‘'\""),
        ("://", r"https?://\S+\Z"),
    )
)
#: The longest ending of a sentence, in characters; so many words has one that an agency signs, whose name is so long.
ENDING = 4
SIGNED_WORDS, SIGNATURE = 8, 40
BULLETS = frozenset("-•*·▪●–»›")
#: Share of stop words where a script is written without blanks between words; of Chinese lines it is told by the
#: signs that stand for such words, one in twelve of its prose and none of its lists of links.
CJK_STOP_SHARE, MOST_STOPS = 0.3, 0.45
CHINESE_STOPS = 8.0
KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
CHINESE_STOP = re.compile("[的了是在和有不为為这這与與对對也就将將地得着著他她我们們以及而等被把从從到]")
CJK_CHARS_A_WORD = 1.7
#: Of a line so many words are compared with those of others; of a script without blanks no more pairs are kept.
COMPARED = 24


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line that is not blank, with what is measured of it.

    `start` and `end` are its span in the page's text without the blanks around it. `words` counts
    its words, `stop_share` the share of function words among them. `times` is how often the same
    line stands on the page; `gap` whether a blank line stands before it; `tokens` are its words in
    lower case, pairs of signs where a script is written without blanks. `needed` are those of its words
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
    tokens: tuple[str, ...]
    needed: frozenset[str]


def split_lines(text: str, language: str = "en", whole: bool = False) -> tuple[Line, ...]:
    """Give the lines of a text that are not blank, in order; with `whole`, wrapped paragraphs as one each."""
    spans = list(_spans(text))
    spans = unwrapped(text, spans) if whole else spans
    times = Counter([line for _, _, line in spans])
    measured = dict(zip(times, _measured(list(times), language), strict=True))
    lines: list[Line] = []
    before = 0
    for index, (start, end, line) in enumerate(spans):
        gap = start - before > 1 and text.count("\n", before, start) > 1
        words, share, ended, code, bullet, tokens, needed = measured[line]
        lines.append(Line(index, start, end, line, words, share, ended, code, bullet, times[line], gap, tokens, needed))
        before = end
    return tuple(lines)


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
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


Measures = tuple[int, float, bool, bool, bool, tuple[str, ...], frozenset[str]]
#: The tables whose rows need a word, and the words that agencies' names begin with.
NEEDING = ("furniture.tsv", "outlet_lines.tsv", "translation_signs.tsv")


@cache
def _needed() -> frozenset[str]:
    """The words of which a line has one if certain rows of the vocabularies are to match it at all."""
    needed = {word for name in NEEDING for row in rows(name) for word in several(row["needs"])}
    return frozenset(needed | {word for name in agency_names() for word in WORD.findall(name.lower())[:1]})


def _measured(lines: Sequence[str], language: str) -> Iterator[Measures]:
    """Words, share of stop words, whether a line ends like a sentence, is code, has a bullet; its words."""
    joined = "\n".join(lines)
    is_stop, needed, marked = stop_words(language).__contains__, _needed(), _in_code_form(joined)
    has_signs = not joined.isascii() and CJK.search(joined) is not None
    for line, words in zip(lines, words_of(lines), strict=True):
        count, share = len(words), sum(map(is_stop, words)) / (len(words) or 1)
        there = needed.intersection(words)
        signs = "".join(CJK.findall(line)) if has_signs and not line.isascii() else ""
        if len(signs) > len(words):
            count, share = round(len(signs) / CJK_CHARS_A_WORD), _stops_of(line, len(signs))
            words = list(map(add, signs[:COMPARED], signs[1:]))
        first, last = line[0], line[-1]
        ended = not last.isalnum() and _ends(line[-ENDING:]) and not _headline(line)
        if there and not ended and count >= SIGNED_WORDS:
            ended = _signed_off().search(line, max(0, len(line) - SIGNATURE)) is not None
        code = (
            last in CODE_ENDS or first in CODE_BEGINS or line in marked or (last == ";" and _is_statement(line, count))
        )
        yield count, share, ended, code, first in BULLETS, tuple(words), there


@cache
def _signed_off() -> re.Pattern[str]:
    """The end of a report's last sentence with its agency's signature: "... of the border. (AFP)"."""
    return re.compile(rf"[.!?。؟][\"”»’']?\s*[(\[/–—-]{{0,3}}\s*{agency_pattern()}\s*[)\]/]?\.?$")


def _is_statement(line: str, words: int) -> bool:
    """Whether a line that ends in a semicolon is code, not an entry of a list."""
    return words < ENTRY_WORDS or CODE_SIGN.search(line) is not None


def _stops_of(line: str, signs: int) -> float:
    """The share of stop words in a line of a script without blanks."""
    if KANA_OR_HANGUL.search(line):
        return CJK_STOP_SHARE
    return min(MOST_STOPS, CHINESE_STOPS * len(CHINESE_STOP.findall(line)) / signs)


def _in_code_form(text: str) -> set[str]:
    """The lines that have a form of code, each form sought in all lines at once."""
    found = set[str]()
    for part, pattern in CODE_FORMS:
        place = text.find(part)
        while place >= 0:
            start, after = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            line = text[start:after] if after >= 0 else text[start:]
            if pattern.search(line):
                found.add(line)
            place = text.find(part, after) if after >= 0 else -1
    return found


@lru_cache(maxsize=1 << 14)
def _ends(last: str) -> bool:
    """Whether a line whose last signs are these ends like a sentence."""
    return ENDED.search(last) is not None


def words_of(lines: Sequence[str]) -> Iterator[list[str]]:
    """The words of each line in lower case, apostrophes of one kind: what WORD finds, at a fifth of its time.

    The lines hold no line ends.
    """
    plain = "\n".join(lines)
    for mark in () if plain.isascii() else MARKS:
        plain = plain.replace(mark, "'" if mark == "\u2019" else " ")
    lowered = plain.lower().split("\n") if lines else []
    bare = iter(_bare("\n".join([line for line in lowered if line.isascii()])).split("\n"))
    for line in lowered:
        yield next(bare).split() if line.isascii() else WORD.findall(line)


def _bare(text: str) -> str:
    """A text in ASCII with blanks for all that is no word's, apostrophes but for those inside words among it."""
    first, *parts = text.translate(NO_WORD).split("'")
    before, joined = first, [first]
    for part in parts:
        joined += "'" if before[-1:].isalnum() and part[:1].isalnum() else " ", part
        before = part
    return "".join(joined)


def is_cjk(line: Line) -> bool:
    """Whether a line's tokens are pairs of signs, or begin with a word of such signs."""
    return bool(line.tokens) and line.tokens[0] >= FIRST_CJK


def _headline(line: str) -> bool:
    """Whether a line with an exclamation or question mark is set like a headline: nearly all its words capitalised."""
    if line[-1] not in "!?" or len(line) > 200:
        return False
    words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.85 * len(words)


@cache
def stop_words(language: str) -> frozenset[str]:
    """Function words of a language, as spaCy lists them; English ones where it has none.

    The list's file is read by itself: to import it would load all that spaCy knows of the language, which for French
    takes two seconds.
    """
    spacy = find_spec("spacy")
    folder = Path(spacy.origin).parent / "lang" if spacy and spacy.origin else Path()
    file = folder / language / "stop_words.py"
    if not language.isalpha() or not file.is_file():
        return stop_words("en") if language != "en" else frozenset()
    listed = frozenset[str](run_path(str(file))["STOP_WORDS"])
    return listed | {"said", "says"} if language == "en" else listed
