"""The dates that a page states for itself, each with where it stands and how far it is to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.clean.dates import QUICK, PrintedDate, day_comes_first, find_dates
from tellings.clean.layout import Layout
from tellings.clean.lines import Line
from tellings.model.article import StatedDate
from tellings.model.page import Hints

LABEL = re.compile(
    r"\b(publish(ed)?( (on|date))?|posted( on)?|date|issued|first published|created( on)?|release date)\b\s*[:：-]?\s*",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(updated?|modified|revised|edited|last changed|aktualisiert|mis à jour|actualizado|atualizado|aggiornato)\b",
    re.IGNORECASE,
)
CHROME = re.compile(
    r"\b(apple news|instagram|youtube|e-?paper|weather|today is|search|login|sign in|menu)\b", re.IGNORECASE
)
#: A foot line that names itself the article's first stamp, wherever it stands.
FIRST_PUBLISHED = re.compile(r"(?:(?:story|article) )?(?:first|originally) published\b", re.IGNORECASE)
COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
URL_DATE = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D|$)")

#: A line of at most this many words around the date states it; in a longer one the date is part of a sentence.
STAMP_WORDS = 16
#: Lines of more words do not tell the order in which the page prints a date's numbers.
SHORT = 30


def line_dates(layout: Layout, language: str = "en") -> Iterator[StatedDate]:
    """Dates in the lines above the body, among its first paragraphs, and right below it."""
    first = layout.body[0] if layout.body else len(layout.lines)
    above = [line for line in layout.opening() if not layout.is_caption(line)]
    below = list(layout.after())
    day_first = day_comes_first([line.text for line in (*above, *below) if line.words <= SHORT], language)
    for line in above:
        yield from _of_line(line, day_first, near=abs(first - line.index) <= 12, above=True)
    for place, line in enumerate(below):
        yield from _of_line(line, day_first, near=place < 5, above=False)
    for line in layout.tail:
        if line not in below and FIRST_PUBLISHED.match(line.text):
            yield from _of_line(line, day_first, near=True, above=False)


def _of_line(line: Line, day_first: bool | None, *, near: bool, above: bool) -> Iterator[StatedDate]:
    if not QUICK.search(line.text):
        return
    updated = bool(UPDATED.search(line.text))
    for printed in find_dates(line.text, day_first=day_first):
        around = line.words - len(printed.text.split())
        if around > STAMP_WORDS and not LABEL.search(line.text):
            continue
        before = line.text[max(0, printed.start - 30) : printed.start]
        yield StatedDate(
            value=printed.value,
            source="line",
            text=printed.text,
            detail=_detail(line, near, above),
            confidence=round(_confidence(line, printed, near, above), 2),
            updated=bool(UPDATED.search(before)) or (updated and not LABEL.search(before)),
        )


def _detail(line: Line, near: bool, above: bool) -> str:
    where = "just above" if near and above else "above" if above else "below"
    return f"line {line.index + 1}, {where} the article: {line.text[:80]}"


def _confidence(line: Line, printed: PrintedDate, near: bool, above: bool) -> float:
    """A stamp of its own near the title is believed most; a date in the page's chrome or foot least."""
    if COPYRIGHT.search(line.text):
        return 0.2
    base = 0.85 if near and (above or FIRST_PUBLISHED.match(line.text)) else 0.6 if above else 0.5
    if CHROME.search(line.text) or (above and line.index < 3 and not near):
        base = 0.35
    if LABEL.search(line.text) or "T" in printed.value:
        base += 0.08
    return base * printed.sure


def hint_dates(hints: Hints, url: str | None) -> Iterator[StatedDate]:
    """Dates that the carrier and the address give."""
    if hints.published:
        for printed in find_dates(hints.published):
            yield StatedDate(printed.value, "carrier", hints.published, "the carrier's own field", 0.85)
    found = URL_DATE.search(url or "")
    if found:
        value = "-".join(found.groups())
        yield StatedDate(value, "url", found[0].strip("/-_"), "the page's address", 0.8)
