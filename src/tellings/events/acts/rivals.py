"""What else the word of an act could have stood for: the rows of the lexicon that did not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.events.acts.lexicon import Act, acts
from tellings.events.acts.matching import NO_ACT

#: So many nouns of a row's condition are shown.
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Rival:
    """A type that the act's word stands for elsewhere, and what would have to stand beside it."""

    type: str
    mode: str
    reason: str


def rivals(rule: str, type_: str) -> tuple[Rival, ...]:
    """The other types of a coding's word, by the rule that coded it ("seize/v + dobj"), each type and mode once."""
    words, _, rest = rule.partition("/")
    pos, chosen = rest[:1], words.split()
    head = (chosen[-1] if pos == "n" else chosen[0]) if chosen else ""
    other = (row for row in acts().get((pos, head), ()) if row.type not in {type_, NO_ACT})
    found = {(row.type, row.mode): Rival(row.type, row.mode, _reason(row)) for row in other}
    return tuple(found.values())


def _reason(row: Act) -> str:
    """What the row asks for that was not there."""
    return f"“{' '.join(row.words)}” {' '.join(_asked(row))}".rstrip()


def _asked(row: Act) -> Iterator[str]:
    if row.need is None:
        return
    slot = {"dobj": "with an object", "comp": "with a complement"}.get(row.need.slot, f"with “{row.need.slot}”")
    yield slot
    if row.need.nouns:
        nouns = sorted(row.need.nouns)
        yield f"such as {', '.join(nouns[:SHOWN])}"
    elif row.need.actor:
        yield "that names an actor"
