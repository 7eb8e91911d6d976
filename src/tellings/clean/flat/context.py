"""Furniture that a line is only beside others: a stamp above the prose, another script than the article's, teasers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellings.clean.dating.forms import find_dates
from tellings.clean.flat.lines import Line

#: A line that ends like a sentence and has so many words is prose.
PROSE = 12
#: A stamp has no more words, a few of them beside its date, and stands among so many lines above the prose.
STAMP_WORDS, BESIDE, ABOVE = 14, 6, 12
YEAR = re.compile(r"(?:19|20)\d\d")
WORD = re.compile(r"[^\W\d_]+")
#: Letters of scripts other than Latin, and a quotation: an article may quote words as they were said.
OTHER = re.compile(r"[^\W\d_\u0041-\u024f\u1e00-\u1eff]")
LETTER = re.compile(r"[^\W\d_]")
#: Rules whose lines stand above headlines of other articles where they have no more than so many words.
READ_ALSO, BARE = "read-also line", 5
LABELS = (READ_ALSO, "list of other articles", "advertisement")
#: Such a headline has at most so many words; of so many in a row one is none.
TEASER, TEASERS = 12, 10
#: Above this share of its letters a line is in another script.
MOST = 0.5


def under_labels(lines: Sequence[Line], names: Sequence[str | None]) -> Iterator[Line]:
    """The short lines that follow a label of other articles or of ads; `names` are those of the lines' rules.

    One line between such a label and a paragraph may be a sub-heading, but for one under "Read also".
    """
    run: list[Line] = []
    label: str | None = None
    for line, name in zip(lines, names, strict=True):
        if label and name is None and not line.ended and line.words <= TEASER and len(run) < TEASERS:
            run.append(line)
            continue
        yield from run if label == READ_ALSO or not is_prose(line) or len(run) > 1 else ()
        run, label = [], name if line.words <= BARE and name in LABELS else None
    yield from run


def is_prose(line: Line) -> bool:
    """Whether a line is a sentence or more."""
    return line.ended and line.words >= PROSE


def stamps(lines: Sequence[Line], prose: Sequence[Line]) -> Iterator[Line]:
    """The lines above the prose that are a day with its year and a few words."""
    for line in lines[max(0, prose[0].index - ABOVE) : prose[0].index] if prose else ():
        asked = line.words <= STAMP_WORDS and YEAR.search(line.text)
        for day in list(find_dates(line.text))[:1] if asked else ():
            if len(WORD.findall(line.text[: day.start] + line.text[day.end :])) <= BESIDE:
                yield line


def in_other_scripts(lines: Sequence[Line], prose: Sequence[Line]) -> Iterator[Line]:
    """The short lines in other scripts on a page whose prose is in Latin letters."""
    if not prose or any(in_other_script(line.text) for line in prose):
        return
    for line in lines:
        if not line.text.isascii() and line.words <= STAMP_WORDS and in_other_script(line.text):
            yield line


def in_other_script(text: str) -> bool:
    """Whether most of a text's letters are of another script than Latin."""
    return len(OTHER.findall(text)) > MOST * len(LETTER.findall(text))
