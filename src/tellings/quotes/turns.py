"""Words that a speaker's name and a colon open: the turns of a transcript, and a headline "Prado: ..."."""

from __future__ import annotations

import re
from collections import Counter

from tellings.model.spans import Span
from tellings.quotes.marks import PARAGRAPH, Piece

#: "PRADO: ...", "Ana Prado (through an interpreter): ...", "Q: ..."; a page may set a mark before it.
LABEL = re.compile(r"[\"“]?(?P<name>(?:Q|A|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,4}))(?: \([^()\n]{1,40}\))?:\s+(?=\S)")
#: A claim has so many words.
LEAST_CLAIMED = 3
SOURCES = frozenset(
    {"army", "experts", "military", "newspaper", "officials", "police", "poll", "report", "study", "survey"}
)
WORD = re.compile(r"[^\W\d_]{2,}")
#: An exchange has so many turns of so many words, and someone in it speaks again; a table of figures has neither.
LEAST_TURNS, LEAST_WORDS = 3, 5


def turns(text: str) -> tuple[Piece, ...]:
    """Give the words of each turn of a transcript, in order; nothing where the text holds no exchange.

    Paragraphs without a name between two turns are left out: they may be the reporter's.
    """
    found = [
        (number, paragraph.end(), label)
        for number, paragraph in enumerate(PARAGRAPH.finditer(text))
        if (label := LABEL.match(text, paragraph.start(), paragraph.end()))
    ]
    names = Counter(m["name"] for _, end, m in found if len(WORD.findall(text, m.end(), end)) >= LEAST_WORDS)
    if names.total() < LEAST_TURNS or len(names) < 2 or max(names.values()) < 2:
        return ()
    return tuple(
        Piece(label.end(), _end(text, label, end), number, True, Span(*label.span("name")))
        for number, end, label in found
    )


def _end(text: str, label: re.Match[str], end: int) -> int:
    """Where a turn's words end: before the mark that closes the one set before the name."""
    marked = label.group()[0] in '"“'
    return len(text[:end].rstrip(' \t\n\xa0"”' if marked else None))


def headline(text: str) -> Piece | None:
    """The claim of a first line such as "Prado: Border Stays Open" or "Police: ...", None for any other line.

    The name must stand inside a sentence below, or be a word for a source; "The Latest: ..." names no one.
    """
    first = PARAGRAPH.search(text)
    label = LABEL.match(text, first.start(), first.end()) if first else None
    if first is None or label is None or len(WORD.findall(text, label.end(), first.end())) < LEAST_CLAIMED:
        return None
    name = label["name"].rsplit(" ", 1)[-1]
    inside = re.compile(rf"[a-z,] {re.escape(name)}\b").search(text, first.end())
    if name.lower() not in SOURCES and (not inside or label["name"].startswith("The ")):
        return None
    return Piece(label.end(), len(text[: first.end()].rstrip()), 0, True, Span(*label.span("name")), True)
