"""The dates that a page states for itself, each with where it stands and how far it is to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.clean.dates import day_comes_first, find_dates
from tellings.clean.layout import Layout
from tellings.clean.lines import Line
from tellings.clean.stamps import Stamp, chained, label_of, odds, refusal, signs_of
from tellings.model.article import StatedDate
from tellings.model.page import Hints

#: A foot line that names itself the article's first stamp, wherever it stands.
FIRST_PUBLISHED = re.compile(r"(?:(?:story|article) )?(?:first|originally) published\b", re.IGNORECASE)
URL_DATE = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D|$)")

#: A line of at most this many words around the date states it; in a longer one the date is part of a sentence.
STAMP_WORDS = 16
#: A longer line is no stamp's, but its first characters may be one that is glued to the text.
LONG, HEAD = 300, 120
#: A full date holds a year, or two numbers parted by a dot or a slash.
DATED = re.compile(r"\d{4}|\d\s?[./]\s?\d\d?\s?[./]\s?\d|['’\s-]\d\d\b")
#: Paragraphs of so many words are the article's text; a stamp may stand up to the third of them.
PARAGRAPH, PARAGRAPHS = 25, 3
#: Lines above the body, and below its first line, among which its stamp is sought.
OPENING = 8
#: Lines above the body that are still near it, lines right below it, and lines of the page's top.
ABOVE, BELOW, FAR, TOP = 25, 5, 40, 4
#: So many candidates of a page are kept, the surest first.
MOST = 40
#: How much of the odds of other days a day's own must outweigh.
RIVALS = 0.5


def line_dates(layout: Layout, language: str = "en", titles: Sequence[int] = ()) -> Iterator[StatedDate]:
    """The stamps in the lines of a page that are no sentences of the article, surest first.

    `titles` are the indexes of the title's lines.
    """
    lines = [line for line in layout.lines if DATED.search(line.text[:LONG]) and not layout.is_caption(line)]
    day_first = day_comes_first([line.text for line in lines if len(line.text) < LONG], language)
    stamps = list(_stamps(layout, lines, day_first, language, titles))
    linked = chained([stamp.line.index for stamp in stamps if not stamp.label])
    rated = [_rated(replace(stamp, chain=linked.get(stamp.line.index, 1))) for stamp in stamps]
    best: dict[str, float] = {}
    for stamp, value, _ in rated:
        if stamp.label != "updated":
            best[stamp.day] = max(value, best.get(stamp.day, 0.0))
    total = sum(best.values())
    for stamp, value, named in sorted(rated, key=lambda r: -r[1])[:MOST]:
        rivals = 0.0 if stamp.label == "updated" else total - best[stamp.day]
        sure = value / (1 + value + RIVALS * rivals)
        yield _stated(stamp, sure, named)


def _rated(stamp: Stamp) -> tuple[Stamp, float, str]:
    signs = signs_of(stamp)
    return stamp, odds(stamp, signs), ", ".join([stamp.where, *(sign.name for sign in signs)])


def _stated(stamp: Stamp, sure: float, named: str) -> StatedDate:
    return StatedDate(
        value=stamp.printed.value,
        source="line",
        text=stamp.printed.text,
        detail=f"line {stamp.line.index + 1}, {named}: {stamp.line.text[:80]}",
        confidence=round(sure, 2),
        updated=stamp.label == "updated",
        refused=refusal(stamp.printed),
    )


def _stamps(
    layout: Layout, lines: Sequence[Line], day_first: bool | None, language: str, titles: Sequence[int]
) -> Iterator[Stamp]:
    opening = _opening(layout, titles)
    body = frozenset(layout.body)
    for line in lines:
        if line.index in body and line.index not in opening:
            continue
        yield from _of_line(layout, line, _where(layout, line, opening), day_first, language)


def _of_line(layout: Layout, line: Line, where: str, day_first: bool | None, language: str) -> Iterator[Stamp]:
    text = line.text if len(line.text) <= LONG else line.text[:HEAD]
    last = 0
    for printed in find_dates(text, day_first=day_first, language=language):
        around = line.words - len(printed.text.split())
        label = label_of(text[last : printed.start]) or (_label_above(layout, line) if not last else "")
        last = printed.end
        if around <= STAMP_WORDS or label:
            yield Stamp(line, printed, where, label, around)


def _label_above(layout: Layout, line: Line) -> str:
    """A label of few words on the line before ("Published on:")."""
    above = layout.lines[line.index - 1] if line.index else None
    return label_of(above.text) if above and above.words <= 4 and not DATED.search(above.text) else ""


def _opening(layout: Layout, titles: Sequence[int]) -> range:
    """The lines in which an article's stamp usually stands: from its title to its third paragraph."""
    if not layout.body:
        return range(0)
    first = layout.body[0]
    start = max([t for t in titles if t < first], default=max(0, first - OPENING))
    paragraphs = [i for i in layout.body if layout.lines[i].words >= PARAGRAPH]
    end = paragraphs[min(PARAGRAPHS, len(paragraphs)) - 1] if paragraphs else first
    return range(start, min(max(end, first), first + 2 * OPENING) + 1)


def _where(layout: Layout, line: Line, opening: range) -> str:
    if FIRST_PUBLISHED.match(line.text) or line.index in opening:
        return "beside the title"
    first, last = (layout.body[0], layout.body[-1]) if layout.body else (len(layout.lines), len(layout.lines))
    if line.index < first:
        if line.index < TOP:
            return "at the top of the page"
        return "above the article" if first - line.index <= ABOVE else "far above the article"
    below = line.index - last
    return (
        "right below the article"
        if below <= BELOW
        else "below the article"
        if below <= FAR
        else "far below the article"
    )


def hint_dates(hints: Hints, url: str | None) -> Iterator[StatedDate]:
    """Dates that the carrier and the address give."""
    if hints.published:
        for printed in find_dates(hints.published):
            yield StatedDate(printed.value, "carrier", hints.published, "the carrier's own field", 0.85)
    found = URL_DATE.search(url or "")
    if found:
        value = "-".join(found.groups())
        yield StatedDate(value, "url", found[0].strip("/-_"), "the page's address", 0.8)
