"""The type of a marked pair: what the network says, weighed against what the rules found.

A type's weight is the logarithm of its probability, and more where an act of that type was found: a log-linear
pool, its three weights fitted on sentences of one of our authors by a network that had learnt from the other's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tellings.events.pairs import BEST_FIT, Typed
from tellings.events.typing import TYPES, Marked, TypeScores
from tellings.model.actors import Cast
from tellings.model.text import Parsed

#: What the best act that the rules found adds to its type, what it adds more the better its sides fit, and
#: what any other act adds likewise.
FOUND, FITTING, BESIDE = 1.6, 2.0, 1.2
#: No probability is held to be less: the network is sure too soon.
LEAST = 1e-3
#: Two types of one root, which PLOVER's benchmarks count as one; within it the likelier is taken.
YIELDING = frozenset({"CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Weighed:
    """The type of a pair and its lead over the next (natural logarithm), with what the rules found for it."""

    type: str
    lead: float
    found: Typed | None


def marked(parsed: Parsed, cast: Cast, source: int, target: int) -> Marked:
    """The first sentences that name both entities, as the network reads them: 0-based spans in their text."""
    start = parsed.sentences[0].start if parsed.sentences else 0
    text = _joined(parsed, start)
    spans = {
        side: tuple((m.start - start, m.end - start) for m in cast.mentions if m.entity == side)
        for side in (source, target)
    }
    return Marked(text, spans[source], spans[target])


def _joined(parsed: Parsed, start: int) -> str:
    text = ""
    for sentence in parsed.sentences:
        text = text.ljust(sentence.start - start) + sentence.text
    return text


def weighed(found: Iterable[Typed], scores: TypeScores) -> Weighed:
    """Choose among the event types; `found` are the acts of the rules, the best first."""
    acts = list(found)
    added = _added(acts)
    weights = {
        kind: math.log(max(_probability(scores, kind), LEAST)) + added.get(_root(kind), 0.0) for kind in TYPES[:-1]
    }
    best = max(weights, key=lambda kind: (weights[kind], scores.of(kind)))
    rival = max(weight for kind, weight in weights.items() if _root(kind) != _root(best))
    return Weighed(best, weights[best] - rival, next((a for a in acts if a.type == best), None))


def _root(kind: str) -> str:
    return "YIELD" if kind in YIELDING else kind


def _probability(scores: TypeScores, kind: str) -> float:
    return sum(scores.of(k) for k in YIELDING) if kind in YIELDING else scores.of(kind)


def _added(acts: list[Typed]) -> Mapping[str, float]:
    added: dict[str, float] = {}
    for rank, act in enumerate(acts):
        fit = max(act.fit, 0.0) / BEST_FIT
        worth = BESIDE * fit if rank else FOUND + FITTING * fit
        added[_root(act.type)] = max(added.get(_root(act.type), 0.0), worth)
    return added
