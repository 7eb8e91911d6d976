"""The whole score: layers of checks, their mean, and the layers that must be whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from evals.scoring.articles import check_articles
from evals.scoring.events import check_absent, check_events
from evals.scoring.quotes import check_quotes, check_utterances
from evals.scoring.stories import check_disagreements, check_spans, check_stories
from evals.scoring.words import Check, Row

#: A record that breaks one of these is not to be trusted, whatever its mean.
GATES = (
    "quote spans exact",
    "evidence spans exact",
    "events with evidence",
    "no event where there is none",
    "words kept apart",
)


@dataclass(frozen=True, slots=True)
class Scores:
    """Checks by layer, in the order in which they were asked; `beside` holds those that do not count."""

    layers: dict[str, list[Check]]
    beside: dict[str, list[Check]] = field(default_factory=dict)

    def rate(self, layer: str) -> tuple[int, int]:
        """How many questions of a layer were answered, of how many."""
        checks = self.layers.get(layer) or self.beside[layer]
        return sum(check.ok for check in checks), len(checks)

    @property
    def mean(self) -> float:
        """The mean of the layers, so that no layer counts more for having more rows."""
        rates = [found / asked for found, asked in map(self.rate, self.layers)]
        return sum(rates) / len(rates) if rates else 0.0

    @property
    def gates_open(self) -> list[str]:
        """The layers that must be whole and are not."""
        return [gate for gate in GATES if gate in self.layers and self.rate(gate)[0] < self.rate(gate)[1]]

    @property
    def misses(self) -> list[Check]:
        """Every question that was not answered."""
        return [check for checks in self.layers.values() for check in checks if not check.ok]


def score(answers: Path, export: Path) -> Scores:
    """Score the JSON lines of an export against a key.

    Each record answers one question of the key at most, and a matched record's fields are then scored
    on that record alone. Layers that end in "precision" count the records that the key knows.
    """
    key: Row = json.loads(answers.read_text("utf-8"))
    layers: dict[str, list[Check]] = {}
    beside: dict[str, list[Check]] = {}
    for check in _checks(key, export):
        (layers if check.counts else beside).setdefault(check.layer, []).append(check)
    return Scores(layers, beside)


def _checks(key: Row, export: Path) -> Iterator[Check]:
    names = ("articles", "quotes", "events", "stories", "disagreements")
    articles, quotes, events, stories, disagreements = (_rows(export / f"{name}.jsonl") for name in names)
    return chain(
        check_articles(key, articles),
        check_quotes(key, quotes),
        check_utterances(key, quotes),
        check_events(key, events),
        check_absent(key, events),
        check_stories(key, stories),
        check_disagreements(key, disagreements),
        check_spans(articles, quotes, events),
    )


def _rows(path: Path) -> Sequence[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
