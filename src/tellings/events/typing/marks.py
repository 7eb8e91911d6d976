"""A sentence with its two sides marked, and how the network is shown it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.events.typing.wordpiece import WordPieces

#: The roles that a piece may have: none, in the actor, in the recipient, and the four marks round them.
NO_ROLE, ACTOR, RECIPIENT, BEFORE_ACTOR, AFTER_ACTOR, BEFORE_RECIPIENT, AFTER_RECIPIENT = range(7)
MARKS = {
    BEFORE_ACTOR: "[unused1]",
    AFTER_ACTOR: "[unused2]",
    BEFORE_RECIPIENT: "[unused3]",
    AFTER_RECIPIENT: "[unused4]",
}
#: Pieces that the network reads; a longer sentence is cut to those around its marks.
MOST_PIECES = 72
#: Of these, how many stand before the first mark where a sentence is cut.
LEAD = 16

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and where its sides stand in it: 0-based, end-exclusive code points; a side may stand often."""

    text: str
    actors: tuple[Stretch, ...]
    recipients: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence as numbers of pieces, and the role of each."""

    pieces: tuple[int, ...]
    roles: tuple[int, ...]


def shown(marked: Marked, words: WordPieces) -> Shown:
    """Number a sentence's pieces, marks put round its sides; at most `MOST_PIECES` with the two ends."""
    pieces: list[int] = []
    roles: list[int] = []
    for text, role in _parts(marked):
        numbers = [words.numbers[MARKS[role]]] if role in MARKS else words.numbers_of(text)
        pieces += numbers
        roles += [role] * len(numbers)
    start, end = _window(roles)
    ends = words.numbers["[CLS]"], words.numbers["[SEP]"]
    return Shown((ends[0], *pieces[start:end], ends[1]), (NO_ROLE, *roles[start:end], NO_ROLE))


def _parts(marked: Marked) -> list[tuple[str, int]]:
    """Stretches of text with their role, the marks standing between them with no text."""
    sides = _apart([(s, ACTOR) for s in marked.actors] + [(s, RECIPIENT) for s in marked.recipients])
    parts: list[tuple[str, int]] = []
    last = 0
    for (start, end), role in sides:
        before = BEFORE_ACTOR if role == ACTOR else BEFORE_RECIPIENT
        parts += [(marked.text[last:start], NO_ROLE), ("", before), (marked.text[start:end], role), ("", before + 1)]
        last = end
    return [*parts, (marked.text[last:], NO_ROLE)]


def _apart(sides: Sequence[tuple[Stretch, int]]) -> list[tuple[Stretch, int]]:
    """The sides in their order; one that begins inside another is left out."""
    found: list[tuple[Stretch, int]] = []
    for side in sorted(sides):
        if not found or side[0][0] >= found[-1][0][1]:
            found.append(side)
    return found


def _window(roles: Sequence[int]) -> tuple[int, int]:
    room = MOST_PIECES - 2
    if len(roles) <= room:
        return 0, len(roles)
    first = next((i for i, role in enumerate(roles) if role != NO_ROLE), 0)
    start = max(0, min(first - LEAD, len(roles) - room))
    return start, start + room
