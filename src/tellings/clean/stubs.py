"""Pages that are a headline and next to nothing below it: alerts, wires' flashes, walls that leave the title alone.

Such a page is an article of its title where that is certain; the text is the lines below that go on with it, if any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tellings.clean.dating.datelines import find_dateline
from tellings.clean.dating.forms import find_dates
from tellings.clean.flat.lines import CJK, Line
from tellings.clean.flat.rules import LineRule, rule_of
from tellings.clean.flat.words import fold, stems
from tellings.vocab.tables import rows, several

#: A headline has so many words, or signs of a script without blanks; shorter ones name a section.
FEWEST_WORDS, FEWEST_SIGNS, MOST_WORDS = 4, 8, 40
#: A line goes on with its headline where it has so many of the headline's stems, and this share of them.
IN_COMMON, SHARE = 2, 0.3
#: It stands among so many lines below it.
BELOW = 6


@cache
def _words(kind: str) -> str:
    listed = {word for row in rows("headline_signs.tsv") if row["kind"] == kind for word in several(row["words"])}
    return "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))


@cache
def _flash() -> re.Pattern[str]:
    """The mark of a flash at a line's start, and the sign or the blank after it."""
    return re.compile(
        rf"[^\w\n]{{0,5}}(?P<mark>{_words('flash')})(?:\s*(?P<sign>[\])】:：|!+–—-]+)\s*|\s+|\Z)", re.IGNORECASE
    )


@cache
def _no_news() -> re.Pattern[str]:
    return re.compile(_words("no news"), re.IGNORECASE)


def flash(text: str) -> str | None:
    """What follows the mark of a flash at the start of a line; None where there is none.

    A sign parts the two, unless the mark is in capitals or of a script without: "Urgent talks begin" is no flash.
    """
    found = _flash().match(text)
    if found is None or not (found["sign"] or found["mark"] == found["mark"].upper()):
        return None
    return text[found.end() :]


def tells_no_news(title: str) -> bool:
    """Whether a title is an error's, a wall's or a browser check's."""
    return _no_news().search(title) is not None


def may_be_headline(title: str | None) -> bool:
    """Whether a title is long enough to tell of something, and no error's, wall's or check's."""
    return title is not None and may_tell(title) and len(fold(title).split()) <= MOST_WORDS


def may_tell(text: str) -> bool:
    """Whether a text has words enough to tell of something, and is no error's, wall's or check's."""
    if tells_no_news(text):
        return False
    return len(fold(text).split()) >= FEWEST_WORDS or len(CJK.findall(text)) >= FEWEST_SIGNS


def going_on(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, of those below a headline, that go on with it: that say its words again, or open with a dateline."""
    subject, said = stems(title), fold(title)
    for line in lines:
        common = len(stems(line.text) & subject)
        tells = line.ended and common >= IN_COMMON and common >= SHARE * len(subject)
        if fold(line.text) != said and not rule_of(line) and (tells or is_signed(line)):
            yield line


def is_signed(line: Line) -> bool:
    """Whether a line opens with an agency's dateline, and says something after it."""
    dateline = find_dateline(line.text)
    return dateline is not None and dateline.agency is not None and may_be_headline(line.text[dateline.length :])


def plain(lines: Sequence[Line], rules: Sequence[LineRule | None]) -> list[Line]:
    """The lines that have words and are no furniture."""
    return [line for line, rule in zip(lines, rules, strict=True) if rule is None and line.words and not line.code]


@dataclass(frozen=True, slots=True)
class Stub:
    """The line of a flat page that is its headline, None where the carrier gave it, and those of its text."""

    headline: int | None
    body: tuple[int, ...]


#: A page of more lines is a section's front; beside a headline alone stand so few plain lines of few words.
MOST_LINES, OTHERS, FEW = 40, 4, 4
#: Lines from a headline to its stamp.
STAMP = 3


def flat_stub(lines: Sequence[Line], rules: Sequence[LineRule | None], given: str | None) -> Stub | None:
    """The headline and the text of a flat page that has next to nothing else.

    The headline is what the carrier gave, or the one flash on the page, or its one line of a headline's length, with
    a stamp beside it. A sentence under an agency's dateline needs none.
    """
    own = plain(lines, rules) if len(lines) <= MOST_LINES else []
    if may_be_headline(given):
        return Stub(None, tuple(line.index for line in going_on(given or "", own)))
    found = _flashed(own) or _stamped(own, lines)
    if found is None:
        return _sentences(own, lines)
    below = (line for line in own if found.index < line.index <= found.index + BELOW)
    return Stub(found.index, tuple(line.index for line in going_on(found.text, below)))


def _flashed(own: Sequence[Line]) -> Line | None:
    """The line of the only flash: marked itself, or below a mark that stands alone."""
    marked = [(number, after) for number, line in enumerate(own) if (after := flash(line.text)) is not None]
    if len(marked) != 1:
        return None
    [(number, after)] = marked
    line = own[number] if after else next(iter(own[number + 1 :]), None)
    return line if line and may_be_headline(after or line.text) else None


def _stamped(own: Sequence[Line], lines: Sequence[Line]) -> Line | None:
    """The only line of a headline's length, where a day stands beside it and next to nothing else on the page."""
    long = [line for line in own if not line.ended and line.words > FEW]
    others = [line for line in own if not line.ended and line.words <= FEW]
    if len(long) != 1 or len(others) > OTHERS or not may_be_headline(long[0].text):
        return None
    [line] = long
    near = lines[max(0, line.index - STAMP) : line.index + STAMP + 1]
    return line if any(next(find_dates(one.text), None) for one in near) else None


def _sentences(own: Sequence[Line], lines: Sequence[Line]) -> Stub | None:
    """The one sentence under an agency's dateline with the headline above it; or a text of sentences alone."""
    signed = [line for line in own if is_signed(line)]
    if len(signed) == 1:
        return Stub(_above(signed[0], own), (signed[0].index,))
    first = {line.text: line.index for line in reversed(own)}
    alone = len(own) == len(lines) > 0 and all(line.ended and may_tell(line.text) for line in own)
    return Stub(None, tuple(sorted(first.values()))) if alone else None


def _above(line: Line, own: Sequence[Line]) -> int | None:
    """The headline right above a line."""
    above = [one for one in own if one.index < line.index][-1:]
    return next((one.index for one in above if not one.ended and may_be_headline(one.text)), None)
