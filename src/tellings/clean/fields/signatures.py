"""Lines that sign a report with a writer's name and little else, between its title and its body or right below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.clean.fields.names import BARE_NAME, LEAD, NAME, people
from tellings.clean.flat.layout import Layout
from tellings.clean.flat.lines import Line
from tellings.clean.flat.words import fold, stems
from tellings.vocab.first_names import has_first_name

#: So many lines between title and body hold writers, pictures and buttons; more are other articles.
FARTHEST = 40
#: Lines above the body that are asked where the title's line is not known.
NEAR = 12
MOST_WORDS = 30
#: A day with its year, as it stands beside a writer's name.
FULL_DATE = re.compile(r"\b\d{1,2}\b\D{1,12}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b\D{1,3}\d{1,2}\b")
#: A name without "by" counts in so few lines of the title or of the body.
BESIDE = 9
CLOCK_OR_YEAR = re.compile(r"\d\d?[:.]\d\d|\b(?:19|20)\d\d\b")
#: So many of the body's lines may be a standfirst and the writers between it and the text.
FIRST = 6
#: Whose turn it is at a live page: "Jane Roe (now) and John Doe (earlier)".
TURN = re.compile(r"\s*\((?:now|earlier|until \d[\d.:apm ]*)\)")
#: What parts a writer from date, place, office and length of reading.
PARTS = re.compile(r"\s*[|•·●]\s*|\s+[–—-]\s+|\s{2,}|(?<=\w),\s+(?=\d)|(?<=\d),\s+(?=[^\W\d])")
#: The shortest name that leaves no rest but these.
SHORTEST_NAME = NAME.replace("{1,4}", "{1,4}?")
#: A name with what follows it on a line that is no sentence: nothing, a date, an office, an address.
SIGNED = re.compile(
    rf"(?P<names>{SHORTEST_NAME}(?:\s*(?:,|&|/|;|\s(?:and|und|et|y|e|og|och|en))\s*{SHORTEST_NAME}){{0,6}})"
    r"\s*(?P<rest>$|[,(@\d/].*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d.*"
    r"|(?:[A-Z][\w-]+ ){0,3}"
    r"(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]ontributor|[Kk]orrespondent(?:in)?|[Rr]edakteur(?:in)?)\b.*)"
)


def signed_above(layout: Layout, title: str | None) -> tuple[str, ...]:
    """The writers in a line between title and body, those after "by" before bare names."""
    lines = [line for line in opening(layout, title) if _may_sign(line, layout)]
    parts = [part for line in lines for part in dict.fromkeys((line.text, *line.text.split("|")))]
    led = (people(found[0]) for part in parts for found in [_after_lead(part)] if found)
    bare = (names for line in lines[:BESIDE] + lines[-BESIDE:] for names in _bare(line.text, title))
    known = title_line(layout, title) is not None
    return next((names for names in led if names), ()) or (next(bare, ()) if known else ())


def signing(layout: Layout) -> frozenset[int]:
    """The lines of the body that sign the report: names alone among its first ones, and "by" on a line before them."""
    lines = [layout.lines[index] for index in layout.body[:FIRST] if layout.lines[index].words <= BESIDE]
    named = {line.index for line in lines if not line.ended and any(_alone(line.text))}
    return frozenset(named | {li.index for li in lines if li.index + 1 in named and LEAD.fullmatch(f"{li.text} ")})


def named_above(layout: Layout, title: str | None) -> tuple[str, ...]:
    """The writer alone on a line between title and body, or with nothing but the day: a name that the body has not."""
    if title_line(layout, title) is None:
        return ()
    lines = [line for line in opening(layout, title) if _may_sign(line, layout)]
    stamped = {line.index for line in lines if CLOCK_OR_YEAR.search(line.text)}
    beside = {*stamped, *layout.body[:1]}
    for line in lines:
        parts = [part.strip() for part in PARTS.split(line.text) if part.strip()]
        alone = len(parts) == 1 and not beside.isdisjoint((line.index - 1, line.index + 1))
        for part in parts if alone or line.index in stamped else ():
            names = people(part) if _may_be_writer(part, layout) and fold(part) not in fold(title or "") else ()
            if names:
                return names
    return ()


def _may_be_writer(part: str, layout: Layout) -> bool:
    """Whether a part of a line is made like a name, is no heading in capitals and none of the body's matter."""
    return BARE_NAME.fullmatch(part) is not None and not part.isupper() and stems(part).isdisjoint(layout.subject)


def signed_below(layout: Layout) -> tuple[str, ...]:
    """The writers alone on the line right below the last paragraph, or in its place."""
    tail = layout.tail[:1]
    return next((names for line in tail if _may_sign(line, layout) for names in _alone(line.text)), ())


def signed_within(layout: Layout) -> tuple[str, ...]:
    """The writers in the first or last paragraph of a body that was taken whole: alone, after "by" or with a date."""
    paragraphs = list(layout.paragraphs())
    ends = [line for line in (*paragraphs[:3], *paragraphs[-1:]) if _may_sign(line, layout)]
    plain = [line for line in ends if not line.ended]
    led = (people(found[0]) for line in plain for found in [_after_lead(line.text)] if found)
    alone = (names for line in ends if line.words <= BESIDE for names in _alone(line.text))
    dated = (names for line in ends for names in _bare(line.text, None) if FULL_DATE.search(line.text))
    return next((names for names in (*led, *alone, *dated) if names), ())


def opening(layout: Layout, title: str | None) -> list[Line]:
    """The lines between title and body with those left out among the first paragraphs."""
    start = title_line(layout, title)
    first = layout.body[0] if layout.body else len(layout.lines)
    after = start + 1 if start is not None and first - start <= FARTHEST else max(0, first - NEAR)
    return [line for line in layout.opening() if line.index >= after]


def title_line(layout: Layout, title: str | None) -> int | None:
    """The last line above the body that gives the title, alone or with the site's name after it."""
    wanted = fold(title or "")
    return next((li.index for li in reversed(layout.head) if wanted and fold(li.text).startswith(wanted)), None)


def _may_sign(line: Line, layout: Layout) -> bool:
    return line.words <= MOST_WORDS and not line.code and not layout.is_caption(line)


def _after_lead(text: str) -> list[str]:
    """What stands after "by", up to the date."""
    lead = LEAD.match(text)
    return [re.split(r"(?<![\w.])\d|\s+[|•·–—]\s+", text[lead.end() :], maxsplit=1)[0]] if lead else []


def _bare(text: str, title: str | None) -> Iterator[tuple[str, ...]]:
    for part in PARTS.split(TURN.sub("", text)):
        found = SIGNED.fullmatch(part.strip(" *"))
        names = people(found["names"]) if found else ()
        known = TURN.search(text) is not None or all(map(has_first_name, names))
        if names and known and not any(fold(n) in fold(title or "") for n in names):
            yield names


def _alone(text: str) -> Iterator[tuple[str, ...]]:
    found = SIGNED.fullmatch(text.strip(" *\xa0"))
    names = people(found["names"]) if found and not found["rest"] else ()
    if all(map(has_first_name, names)):
        yield names
