"""An act with its sides, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from tellings.events.acts.matching import Match
from tellings.events.sides.sides import Sides
from tellings.events.status.chain import Told


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act with its sides: what a typing model is to judge."""

    match: Match
    told: Told
    sides: Sides
