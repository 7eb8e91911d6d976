"""Transcripts: paragraphs that a speaker's name and a colon open, quoted without marks."""

from __future__ import annotations

import re
from collections import Counter

from tellings.model.spans import Span
from tellings.quotes.marks import PARAGRAPH, Piece

#: "PRADO: ...", "Ana Prado (through an interpreter): ...", "Q: ..."; a page may set a mark before it.
LABEL = re.compile(r"[\"“]?(?P<name>(?:Q|A|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,4}))(?: \([^()\n]{1,40}\))?:\s+(?=\S)")
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
        Piece(label.end(), len(text[:end].rstrip(' \t\n\xa0"”')), number, True, Span(*label.span("name")))
        for number, end, label in found
    )
