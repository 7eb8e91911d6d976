"""The event between two given actors: what a benchmark of marked pairs asks for.

Candidates come from the same rules as in `find`; here the pair is given, so that the best of them is
chosen rather than each judged by itself; `tellings.events.weighing` sets what a network says beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tellings.events.acts.mending import mended
from tellings.events.candidate import Candidate
from tellings.events.coder import candidates
from tellings.events.sides.parties import Named
from tellings.model.actors import Cast
from tellings.model.text import Parsed

#: What an act is worth by the places that the pair takes in it.
ACTS, RECEIVES, BACKWARDS, UNREAL = 2.0, 1.5, 0.75, 0.5
#: The fit of an act that happened, done by the one to the other.
BEST_FIT = ACTS + RECEIVES


@dataclass(frozen=True, slots=True)
class Typed:
    """The type and mode found for a pair, and how well the act's sides fit it (0: only a word of the text)."""

    type: str
    mode: str
    fit: float
    rule: str


def typed(parsed: Parsed, cast: Cast, source: int, target: int) -> Typed | None:
    """Give the event from entity `source` to entity `target`; None where no word of the text stands for one."""
    return next(iter(acts(parsed, cast, source, target)), None)


def acts(parsed: Parsed, cast: Cast, source: int, target: int) -> list[Typed]:
    """Every act of the text as an event from `source` to `target`, the best fit first."""
    found = [(_fit(c, cast, source, target), -n, c) for n, c in enumerate(_all(parsed, cast))]
    ranked = sorted(found, key=lambda f: f[:2], reverse=True)
    return [Typed(c.told.type, c.told.mode, fit, "; ".join(c.told.rules)) for fit, _, c in ranked]


def _all(parsed: Parsed, cast: Cast) -> Iterable[Candidate]:
    return (c for sentence in parsed.sentences for c in candidates(Named(mended(sentence), cast)))


def _fit(candidate: Candidate, cast: Cast, source: int, target: int) -> float:
    acting = {cast.mentions[m].entity for m in candidate.sides.actors}
    receiving = {cast.mentions[m].entity for m in candidate.sides.recipients}
    fit = ACTS * (source in acting) + RECEIVES * (target in receiving)
    fit += BACKWARDS * (target in acting) + BACKWARDS * (source in receiving)
    return fit - UNREAL * (candidate.told.status != "happened")
