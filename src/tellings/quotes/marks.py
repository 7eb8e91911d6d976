"""Quotation marks paired over an article's text.

Marks come as curly, straight, low or pointed; a paragraph may leave its last mark out and the next one
open again; a mark inside marks belongs to the words quoted; an apostrophe is no mark, and neither is the one
straight mark that opens a paragraph of a text in curly ones: pages set it before each paragraph of a long extract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Span

OPENING = frozenset("“„«‟「『")
CLOSING = frozenset("”»」』")
POINTED = frozenset("«»")
STRAIGHT = '"'
SINGLE_OPENING = frozenset("‘'‚‹›")
SINGLE_CLOSING = frozenset("’'‹›")
#: Where such marks stand: most letters are none.
DOUBLE, SINGLE, SINGLE_CLOSE = (
    re.compile(f"[{''.join(sorted(marks))}]")
    for marks in (OPENING | CLOSING | POINTED | {STRAIGHT}, SINGLE_OPENING, SINGLE_CLOSING)
)
#: Two single marks in a row stand for a double one; the second becomes a filler, so that places stay.
DOUBLED = re.compile(r"''|``|‘‘|’’")
FILLER = "\ufeff"
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
#: Words that lose their first letters to an apostrophe, and years ('90s).
ELIDED = re.compile(r"(?:\d|(?:tis|twas|em|til|cause|bout|round|n)\b)", re.IGNORECASE)
#: Who may have said it, for a cue that can be none of the words said; speakers call themselves "I" and "we".
SAYER = r"(?:he|she|they|(?!(?:I|We|You)\b)(?:[Tt]he|[Aa]n?|[A-Z][\w.'’-]*)(?: [\w.'’-]+){0,6})"
#: Such a cue: "..., Peru's envoy said on Monday", "..., said the minister".
UNMARKED_CUE = re.compile(rf",(?= (?:{SAYER} (?:said|added|told)\b|said (?:[A-Z]|the )))")
#: One that ends its paragraph with no more than a time or place, so that what the next one opens is another quotation.
CLOSING_CUE = re.compile(
    rf",(?= (?:{SAYER} (?:said|added|told (?:reporters|journalists|[A-Z]\w+))"
    r"|(?:said|added) (?:[A-Z]|the )[^.!?\n]{0,60}?)"
    r"(?: (?:on|in|at|after|before|during|late|early|last|this|from|outside|[A-Z]\w+day)\b[^.!?\n]{0,80})?\.\s*\Z)"
)
SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s)")

Turn = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two marks, blanks at both ends left out. `closed` is false where the closing mark is missing.

    The words of a transcript's turn need no marks; `label` is the name that opens it. A headline with such a
    label is the reporter's `wording`.
    """

    start: int
    end: int
    paragraph: int
    closed: bool = True
    label: Span | None = None
    wording: bool = False

    @property
    def span(self) -> Span:
        """The words' span in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """One double mark and which way it turns."""

    at: int
    turn: Turn


def pieces(text: str) -> tuple[Piece, ...]:
    """Give the outermost quoted pieces in order."""
    text = DOUBLED.sub(STRAIGHT + FILLER, text)
    found: list[Piece] = []
    spans = [match.span() for match in PARAGRAPH.finditer(text)]
    curly = text.count("“") > text.count(STRAIGHT)
    for number, (start, end) in enumerate(spans):
        if curly and text[start] == STRAIGHT and text.find(STRAIGHT, start + 1, end) < 0:
            start += 1
        reopened = number + 1 < len(spans) and text[spans[number + 1][0]] in OPENING | {STRAIGHT}
        found += _paragraph(text, Span(start, end), number, reopened)
    return tuple(piece for piece in found if piece.end > piece.start)


def _paragraph(text: str, span: Span, number: int, reopened: bool) -> list[Piece]:
    start, end = span.start, span.end
    doubles = _doubles(text, start, end, reopened)
    singles = [s for s in _singles(text, start, end) if not any(d.start <= s.start < d.end for d, _ in doubles)]
    kept = [(d, closed) for d, closed in doubles if not any(s.start <= d.start < s.end for s in singles)]
    both = sorted(kept + [(s, True) for s in singles], key=lambda found: found[0].start)
    return [_trimmed(text, span, number, closed) for span, closed in both]


def _trimmed(text: str, span: Span, number: int, closed: bool) -> Piece:
    words = span.of(text).replace(FILLER, " ")
    lead = len(words) - len(words.lstrip())
    return Piece(span.start + lead, span.start + len(words.rstrip()), number, closed)


def _doubles(text: str, start: int, end: int, reopened: bool) -> list[tuple[Span, bool]]:
    """Pair double marks; marks nest only where the paragraph has as many to close as to open.

    A paragraph whose quotation the next one opens again may want one closing mark.
    """
    marks = list(_turns(text, start, end))
    balance = sum(1 if mark.turn == "open" else -1 for mark in marks) - int(reopened)
    found: list[tuple[Span, bool]] = []
    open_: list[int] = []
    for mark in marks:
        if mark.turn == "open":
            if open_ and balance > 0:
                first = open_.pop() + 1
                found.append(_unclosed(text, first, _cut(text, first, mark.at), False))
            open_.append(mark.at)
        elif open_:
            at = open_.pop()
            if not open_:
                found.append((Span(at + 1, mark.at), True))
    if open_:
        found.append(_unclosed(text, open_[0] + 1, end, reopened))
    return [(span, closed) for span, closed in found if span.end > span.start]


def _cut(text: str, start: int, before: int) -> int:
    """Where a piece without a closing mark ends that another one follows: at the last blank before it."""
    return start + len(text[start:before].rstrip())


def _unclosed(text: str, start: int, end: int, reopened: bool) -> tuple[Span, bool]:
    """The words whose closing mark is missing, up to the comma before their cue: '"We agree, Prado said.'

    Where the next paragraph opens a quotation they may go on there, but for a cue that ends this one: that closes them.
    """
    cue = (CLOSING_CUE if reopened else UNMARKED_CUE).search(text, start, end)
    return Span(start, cue.start() + 1 if cue else end), reopened and cue is not None


def _turns(text: str, start: int, end: int) -> Iterator[Mark]:
    depth = 0
    low = False
    for at in (mark.start() for mark in DOUBLE.finditer(text, start, end)):
        turn = _turn(text, at, start, end, low)
        if turn is None:
            continue
        if turn == "either":
            turn = "close" if depth else "open"
        low = text[at] == "„" or (low and turn == "open")
        depth = max(0, depth + (1 if turn == "open" else -1))
        yield Mark(at, turn)


def _turn(text: str, at: int, start: int, end: int, low: bool) -> Turn | None:
    char = text[at]
    if char in POINTED and (turn := _pointed(text[at - 1 : at], text[at + 1 : at + 2])):
        return turn
    if char in OPENING:
        return "close" if low and char in "“‟" else "open"
    if char in CLOSING:
        return "close"
    return (
        _straight(text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " ")
        if char == STRAIGHT
        else None
    )


def _pointed(before: str, after: str) -> Turn | None:
    """Pointed marks may point inwards: »Let us start«; French ones keep a blank inside, and stay as they are."""
    if after.isalnum() and not before.strip():
        return "open"
    return "close" if before.strip() and not after.isalnum() else None


def _straight(before: str, after: str) -> Turn:
    opens = before.isspace() or before in "([—–-‘'"
    closes = after.isspace() or after in ".,;:!?)]—–-’'"
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _singles(text: str, start: int, end: int) -> Iterator[Span]:
    after = start
    for at in (mark.start() for mark in SINGLE.finditer(text, start, end)):
        if at >= after and _single_opens(text, at, start, end):
            close = _single_close(text, at, end)
            if close is None:
                return
            yield Span(at + 1, close)
            after = close + 1


def _single_opens(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    fits = before.isspace() or before in "([—–"
    return fits and at + 1 < end and not text[at + 1].isspace() and not ELIDED.match(text, at + 1)


def _single_close(text: str, opened: int, end: int) -> int | None:
    """The closing mark: one that no plural possessive can explain, else the last that one could."""
    possessive = None
    for at in (mark.start() for mark in SINGLE_CLOSE.finditer(text, opened + 2, end)):
        if text[at - 1].isspace():
            continue
        after = text[at + 1 : at + 3].ljust(2)
        if after[0].isalnum():
            continue
        if text[at - 1] == "s" and after[0] == " " and after[1].isalpha():
            possessive = at
            continue
        return at
    return possessive
