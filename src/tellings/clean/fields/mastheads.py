"""The masthead: a name alone in one of a page's first lines, with the signs that it is the site's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.clean.dating.datelines import UPPER, normal_case
from tellings.clean.fields.menus import is_menu
from tellings.clean.fields.sites import key_of, known_outlet
from tellings.clean.fields.titles import Titles
from tellings.clean.fields.vocabulary import agency_names, no_names
from tellings.clean.flat.context import in_other_script
from tellings.clean.flat.known import WORD
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line
from tellings.clean.flat.words import agreement, places_of
from tellings.vocab.countries import countries
from tellings.vocab.tables import rows

#: What parts a name from a tagline, an edition or a date beside it.
PARTING = re.compile(r"\s+(?:[|–—·•»/-]|>{1,2})\s+|\s*::\s*|\s*\|\s*|\s{2,}|\s*\((?=[A-Z])|\s+in (?=English\b)|, ")
NAMED = re.compile(
    rf"(?:The |the )?[{UPPER}][\w'’&.-]*(?: (?:[{UPPER}&][\w'’&.-]*|of|the|and|del?|do|da|el|la|di|du|и|і)){{0,4}}"
)
CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+")
#: What a paper, letter or blog calls itself or the part of it that a page shows.
KIND = re.compile(
    r"(?:(?:a|an|the|our|your) )?(?:[\w-]+ )?(?:newsletter|blog|issue|edition|edición|edição|édition|ausgabe"
    r"|vol(?:ume)?\.?|no\.|magazine|briefing|digest|section|sección|seção|rubrique|desk"
    r"|english(?: (?:edition|desk|version))?)(?:\s.{0,20})?",
    re.IGNORECASE,
)
#: A line of so many words is a name; so many in lower case are one where it says what it is.
NAME_WORDS = 5
#: A day with its year at a line's start or after its weekday.
DAY_LINE = re.compile(
    r"\W*(?:[^\W\d_]+[,.]?\s+){0,2}\d{1,2}(?:st|nd|rd|th)?[.,]?\s+(?:[^\W\d_]+[.,]?\s+)?(?:19|20)\d\d\b"
)
#: So many lines of at most four words, without a figure, are a menu's entries.
ENTRIES = 3
DIGIT = re.compile(r"\d|^[Bb]y\b")
#: A masthead stands among this many lines of the page's start that are no menu.
FIRST = 3
#: The rule of a name with a date beside it, be it a writer's or a paper's.
DATED = "name and date"
#: A line with more agreement than this belongs to the article.
OWN_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to take a name for the site's, and what it weighs."""

    name: str
    weight: float


FIRST_LINE = Sign("stands among the page's first lines", 0.5)
MASTHEAD_WORD = Sign("has a word with which papers name themselves", 1.5)
ONE_CAMEL = Sign("is one word with a capital inside", 0.5)
ABOVE_MENU = Sign("stands right above the menu", 1.0)
SELF_NAMED = Sign("stands before what it is: a newsletter, an issue, a blog, an edition", 1.0)
ABOVE_DAY = Sign("heads the page, right above its day", 1.0)
WITH_SECTION = Sign("heads the page, parted from one tagline or section", 1.0)
KNOWN = Sign("is the name of a known site", 1.0)
ELSEWHERE = Sign("stands again outside the article", 1.0)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("mastheads.tsv") if row["kind"] == kind)


@cache
def _places() -> frozenset[str]:
    return frozenset(key_of(country.name) for country in countries().values())


def is_section(name: str) -> bool:
    """Whether a name is made of the words of menus alone, or is a country's."""
    words = WORD.findall(name.lower())
    return all(word in _words("section") for word in words) or key_of(name) in _places()


def find_mastheads(layout: Layout, titles: Titles) -> Iterator[tuple[str, float]]:
    """Give each name among the page's first lines with the sum of its signs."""
    for line in _first_lines(layout, titles):
        parts = [part for part in PARTING.split(line.text) if part]
        name = _first_name(parts)
        if _may_be_name(name, layout.subject) or (_says_kind(parts) and name and not is_section(name)):
            yield _cased(name), sum(sign.weight for sign in _signs(name, parts, line, layout))


def _first_name(parts: Sequence[str]) -> str:
    """The line's first part; the next one where that is in another script and this has a paper's word."""
    name = parts[0].strip(" .:|") if parts else ""
    other = parts[1].strip(" .:|") if len(parts) > 1 else ""
    return other if in_other_script(name) and has_masthead_word(other) else name


def _says_kind(parts: Sequence[str]) -> bool:
    """Whether a line parts a short name from the kind of paper that it is."""
    short = len(parts) > 1 and len(parts[0].split()) <= NAME_WORDS and len(parts) <= ENTRIES
    return short and KIND.fullmatch(parts[1].strip()) is not None


def _first_lines(layout: Layout, titles: Titles) -> Iterator[Line]:
    taken = 0
    for line in layout.head:
        if line.index in titles.lines or taken == FIRST:
            return
        rule = layout.rules[line.index]
        named = rule is None or rule.name == DATED
        if named and not line.code and (not is_menu(line.text) or _heads_menu(line.text)):
            taken += 1
            yield line


def _heads_menu(text: str) -> bool:
    """Whether a line of entries begins with a paper's name, or is parted from the kind of paper that it is."""
    parts = [part for part in PARTING.split(text) if part]
    name = _first_name(parts)
    return _says_kind(parts) or (has_masthead_word(name) and NAMED.fullmatch(name) is not None and not is_section(name))


def _may_be_name(name: str, body: frozenset[str]) -> bool:
    known = known_outlet(name) is not None
    if not (known or NAMED.fullmatch(name)) or len(name) < 2 or is_section(name) or name.lower() in no_names("outlet"):
        return False
    return known or has_masthead_word(name) or agreement(name, body) < OWN_WORDS


def has_masthead_word(name: str) -> bool:
    """Whether a name of two words or more ends or begins as papers' names do."""
    words = [word for word in WORD.findall(name.lower()) if word != "the"]
    return (len(words) > 1 or name.lower().startswith("the ")) and any(word in _words("masthead") for word in words)


def _signs(name: str, parts: list[str], line: Line, layout: Layout) -> Iterator[Sign]:
    yield FIRST_LINE
    if has_masthead_word(name):
        yield MASTHEAD_WORD
    if CAMEL.fullmatch(name):
        yield ONE_CAMEL
    after = layout.lines[line.index + 1] if line.index + 1 < len(layout.lines) else None
    named_so = has_masthead_word(name) or known_outlet(name) is not None or name in agency_names()
    if (after and is_menu(after.text)) or (named_so and _above_entries(line, layout)):
        yield ABOVE_MENU
    if line.index == 0 and len(parts) == 2 and " | " in line.text:
        yield WITH_SECTION
    if _says_kind(parts):
        yield SELF_NAMED
    if line.index == 0 and len(parts) == 1 and after and DAY_LINE.match(after.text):
        yield ABOVE_DAY
    if name in agency_names():
        return
    if known_outlet(name):
        yield KNOWN
    if _elsewhere(name, line, layout):
        yield ELSEWHERE


def _above_entries(line: Line, layout: Layout) -> bool:
    """Whether a menu with an entry a line stands right below; there any entry may look like a plain name."""
    below = layout.lines[line.index + 1 : line.index + 1 + ENTRIES]
    return len(below) == ENTRIES and all(_is_entry(li) for li in below)


def _is_entry(line: Line) -> bool:
    return 0 < line.words <= 4 and not line.ended and line.text.isascii() and not DIGIT.search(line.text)


def _elsewhere(name: str, line: Line, layout: Layout) -> bool:
    sought = name.lower()
    others = (li for li in layout.lines if li.index not in layout.inside and li.text != line.text)
    return any(True for li in others for _ in places_of(sought, li.text.lower()))


def _cased(name: str) -> str:
    """A name set in capitals as it is usually written; one word in capitals is an abbreviation."""
    return normal_case(name) if name.isupper() and " " in name else name
