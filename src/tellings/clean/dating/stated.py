"""The dates that a page states for itself, each with where it stands and how far it is to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tellings.clean.dating.forms import day_comes_first, find_dates
from tellings.clean.dating.partial import copyright_years, is_relative, relative, templates, yearless
from tellings.clean.dating.stamps import FEW, Stamp, chained, label_of, odds, refusal, signs_of
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line
from tellings.clean.flat.words import holding
from tellings.model.article import StatedDate
from tellings.model.page import Hints

#: A foot line that names itself the article's first stamp, wherever it stands.
FIRST_PUBLISHED = re.compile(r"(?:(?:story|article) )?(?:first|originally) published\b", re.IGNORECASE)
FIRST = re.compile(r"\b(?:first|originally) published\b", re.IGNORECASE)
URL_DATE = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D|$)")

#: A line of at most this many words around the date states it; in a longer one the date is part of a sentence.
STAMP_WORDS = 16
#: Lines of more words are not looked at: paragraphs inside the article, and other lines.
FEW_WORDS, MANY_WORDS = 12, 45
#: A longer line is no stamp's, but its first characters may be one that is glued to the text.
LONG, HEAD = 300, 120
#: So far before a stamp its label stands.
LABEL = 60
#: A full date holds a year, or two numbers parted by a dot or a slash.
DATED = re.compile(r"\d(?:\d{3}|\s?[./]\s?\d\d?\s?[./]\s?\d|(?<=['’]\d)\d|(?<=[^\W\d_][\s-]\d)\d\b)")
#: Paragraphs of so many words are the article's text; a stamp may stand up to the third of them.
PARAGRAPH, PARAGRAPHS = 25, 3
#: Lines above the body, and below its first line, among which its stamp is sought.
OPENING = 8
#: Lines above the body that are still near it, and lines of the page's top.
ABOVE, TOP = 25, 4
#: Lines below the body that are right below it, and still near it.
BELOW, FAR = 6, 40
BESIDE = "beside the title"
#: What templates print in place of a date holds braces, or a year that no page is of.
TEMPLATED = re.compile(r"\{[{%]|\[\w*date|invalid date|-?000\d|19(?:70|69|00)", re.IGNORECASE)
#: A template's marks without a number; each begins with a sign as it is, to which `re` skips.
BRACED = tuple(map(re.compile, (r"\{[{%]", r"\[(?i:\w*date)", r"nvalid [Dd]ate")))
#: So many candidates of a page are kept, the surest first.
MOST = 40
#: How much of the odds of other days a day's own must outweigh.
RIVALS = 0.5


def line_dates(layout: Layout, language: str = "en", titles: Sequence[int] = ()) -> Iterator[StatedDate]:
    """Every date in the lines of a page that are no sentences of the article, and what looks like one.

    `titles` are the indexes of the title's lines.
    """
    opening = _opening(layout, titles)
    beside = [layout.lines[i] for i in opening if len(layout.lines[i].text) <= LONG]
    counted = [line for line in beside if is_relative(line, language)]
    asked = _asked(layout, opening)
    dated = holding(asked, LONG, DATED)
    stamps = list(_stamps(layout, dated, opening, language))
    if not any(stamp.where == BESIDE for stamp in stamps):
        stamps += yearless(beside, _newest(stamps), _years(dated), language)
    stamps = _after_first(stamps)
    rated = [_rated(stamp) for stamp in _linked(layout, stamps, counted=bool(counted))]
    yield from _weighed(rated)
    yield from relative(counted)
    yield from templates(line for line in (*dated, *_braced(asked)) if TEMPLATED.search(line.text, 0, LONG))
    yield from copyright_years(dated)


def _asked(layout: Layout, opening: range) -> list[Line]:
    """The lines that may be a stamp or hold one: all but the article's longer paragraphs after its opening."""
    inside = layout.inside
    return [li for li in layout.lines if li.words <= FEW_WORDS or li.index not in inside or li.index in opening]


def _after_first(stamps: Sequence[Stamp]) -> list[Stamp]:
    """The stamps, those beside the title that are later than one of the first publication called updates."""
    firsts = [stamp.printed.value for stamp in stamps if stamp.where == BESIDE and FIRST.search(stamp.line.text)]
    if not firsts:
        return list(stamps)
    return [
        replace(s, label="updated") if s.where == BESIDE and not s.label and s.printed.value > min(firsts) else s
        for s in stamps
    ]


def _braced(lines: Sequence[Line]) -> list[Line]:
    """Lines in which a template shows, without a number that would make them dated."""
    found = {line.index: line for line in holding(lines, LONG, *BRACED)}
    return [line for line in found.values() if not DATED.search(line.text, 0, LONG)]


def _newest(stamps: Sequence[Stamp]) -> date | None:
    """The last day that the page prints."""
    return max((date.fromisoformat(stamp.day) for stamp in stamps), default=None)


def _years(lines: Sequence[Line]) -> list[int]:
    return [int(stated.value) for stated in copyright_years(lines)]


def _weighed(rated: Sequence[tuple[Stamp, float, str]]) -> Iterator[StatedDate]:
    """The stamps, surest first: the odds of a day are those of all that stand for it, beside the other days'."""
    published = [(stamp, value) for stamp, value, _ in rated if stamp.label != "updated"]
    best = {stamp.day: value for stamp, value in sorted(published, key=lambda r: r[1])}
    days = _days(published)
    for stamp, value, named in sorted(rated, key=lambda r: -r[1])[:MOST]:
        own, rivals = value, 0.0
        if stamp.label != "updated":
            own = days[stamp.day] if value == best[stamp.day] else value
            rivals = sum(days.values()) - days[stamp.day]
        yield _stated(stamp, own / (1 + own + RIVALS * rivals), named)


def _linked(layout: Layout, stamps: Sequence[Stamp], *, counted: bool) -> list[Stamp]:
    """The stamps, each with how many stand in a row with it and whether it is the body's nearest.

    `counted` is true where the title's own stamp counts back from today.
    """
    linked = chained([stamp.line.index for stamp in stamps])
    first = layout.body[0] if layout.body else 0
    beside = [s.line.index for s in stamps if s.where == BESIDE and s.label != "updated" and not s.caption]
    nearest = min(beside, key=lambda index: abs(index - first), default=-1)
    return [replace(s, chain=linked[s.line.index], nearest=s.line.index == nearest, counted=counted) for s in stamps]


def _days(stamps: Sequence[tuple[Stamp, float]]) -> dict[str, float]:
    """The odds of each day: those of its best stamp in each part of the page, joined."""
    best: dict[tuple[str, str], float] = {}
    for stamp, value in stamps:
        best[stamp.day, stamp.where] = max(value, best.get((stamp.day, stamp.where), 0.0))
    days: dict[str, float] = {}
    for (day, _), value in best.items():
        days[day] = days.get(day, 0.0) + value
    return days


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
        refused=refusal(stamp),
    )


def _stamps(layout: Layout, lines: Sequence[Line], opening: range, language: str) -> Iterator[Stamp]:
    day_first = day_comes_first([line.text for line in lines if line.words <= MANY_WORDS], language)
    listed = _first_list(layout)
    for line in lines:
        inside = line.index in layout.inside and line.index not in opening
        where = "inside the article" if inside else _where(layout, line, opening, listed)
        if line.words <= (FEW_WORDS if inside else MANY_WORDS) or line.index in opening:
            stamps = _of_line(layout, line, where, day_first, language)
            yield from (stamp for stamp in stamps if not inside or stamp.around <= FEW)


def _first_list(layout: Layout) -> int:
    """The first line under the article that heads a list of others, or the page's end."""
    after = list(layout.after())
    return after[-1].index + 1 if after else layout.body[-1] + 1 if layout.body else len(layout.lines)


def _of_line(layout: Layout, line: Line, where: str, day_first: bool | None, language: str) -> Iterator[Stamp]:
    text = line.text if len(line.text) <= LONG and line.words <= MANY_WORDS else line.text[:HEAD]
    last = 0
    for printed in find_dates(text, day_first=day_first, language=language):
        around = line.words - len(printed.text.split())
        label = label_of(text[max(last, printed.start - LABEL) : printed.start], language)
        label = label or (_label_above(layout, line, language) if not last else "")
        last = printed.end
        if around <= STAMP_WORDS or label:
            yield Stamp(line, printed, where, label, around, language, layout.is_caption(line))


def _label_above(layout: Layout, line: Line, language: str) -> str:
    """A label of few words on the line before ("Published on:")."""
    above = layout.lines[line.index - 1] if line.index else None
    return label_of(above.text, language) if above and above.words <= 4 and not DATED.search(above.text) else ""


def _opening(layout: Layout, titles: Sequence[int]) -> range:
    """The lines in which an article's stamp usually stands: from its title to its third paragraph."""
    if not layout.body:
        return range(0)
    first = layout.body[0]
    start = max([t for t in titles if t < first], default=max(0, first - OPENING))
    paragraphs = [i for i in layout.body if layout.lines[i].words >= PARAGRAPH]
    end = paragraphs[min(PARAGRAPHS, len(paragraphs)) - 1] if paragraphs else first
    return range(start, min(max(end, first), first + 2 * OPENING) + 1)


def _where(layout: Layout, line: Line, opening: range, listed: int) -> str:
    if FIRST_PUBLISHED.match(line.text) or line.index in opening:
        return BESIDE
    first, last = (layout.body[0], layout.body[-1]) if layout.body else (len(layout.lines), len(layout.lines))
    if line.index < first:
        if line.index < TOP:
            return "at the top of the page"
        return "above the article" if first - line.index <= ABOVE else "far above the article"
    if line.index > last + FAR:
        return "far below the article"
    return "right below the article" if line.index < min(listed, last + BELOW) else "below the article"


def hint_dates(hints: Hints, url: str | None) -> Iterator[StatedDate]:
    """Dates that the carrier and the address give."""
    if hints.published:
        for printed in find_dates(hints.published):
            yield StatedDate(printed.value, "carrier", hints.published, "the carrier's own field", 0.85)
    found = URL_DATE.search(url or "")
    if found:
        value = "-".join(found.groups())
        yield StatedDate(value, "url", found[0].strip("/-_"), "the page's address", 0.8)
