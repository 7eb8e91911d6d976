"""Who did what to whom: one article's codings, before tellings are merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Span

Status = Literal["happened", "planned", "hypothetical", "alleged", "denied", "negated"]


@dataclass(frozen=True, slots=True)
class Coding:
    """An event as one sentence of one article tells it.

    `type`, `modes` and `contexts` are PLOVER's. `actors`, `recipients` and `reporter` (who claims
    it, where the act is told by a speaker) point into `Cast.mentions`, `time` and `place` into the
    article's time expressions and places. `act` spans the words of the act. `rule` names the rule
    that coded it and `detail` says in a sentence why.
    """

    coding_id: str
    sentence: int
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    status: Status
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    act: Span
    time: int | None
    place: int | None
    reporter: int | None
    rule: str
    detail: str
    confidence: float
