"""trafilatura's modes on the pages of a set, scored and timed as ours: what `evals.body --beside` prints."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field

import click
import trafilatura

from evals.scores import ShingleScore

#: The two modes that do best on one set or another; comments are no article.
MODES = {"default": False, "favor_precision": True}
OURS = "tellings"
#: The same answer with all that trafilatura does not give here: metadata, dates, captions, what was left out and why.
WHOLE = "tellings, whole"


@dataclass
class Run:
    """Scores and CPU seconds of one way, over the set and over each language."""

    score: ShingleScore = field(default_factory=ShingleScore)
    spent: float = 0.0
    languages: dict[str, ShingleScore] = field(default_factory=dict)

    def add(self, gold: str, answer: str, language: str, seconds: float) -> None:
        """Count a page."""
        self.score.add(gold, answer)
        self.languages.setdefault(language, ShingleScore()).add(gold, answer)
        self.spent += seconds


@dataclass
class Beside:
    """All ways on the same pages."""

    runs: dict[str, Run] = field(default_factory=lambda: {name: Run() for name in (OURS, WHOLE, *MODES)})

    def add(self, gold: str, ours: str, language: str, seconds: tuple[float, float], source: str) -> None:
        """Count our answer to a page, in CPU seconds alone and with all the rest, and ask trafilatura for its own."""
        for name, spent in zip((OURS, WHOLE), seconds, strict=True):
            self.runs[name].add(gold, ours, language, spent)
        for name, precise in MODES.items():
            started = time.process_time()
            answer = trafilatura.extract(source, include_comments=False, favor_precision=precise) or ""
            self.runs[name].add(gold, answer, language, time.process_time() - started)

    def show(self) -> None:
        """Print a JSON line a way; `speed` is our pages per CPU second over its own."""
        ours = self.runs[OURS].spent
        for name, run in self.runs.items():
            precision, recall, f1 = run.score.result()
            figures = {"way": name, "precision": precision, "recall": recall, "f1": f1}
            rate = len(run.score.recalls) / max(run.spent, 1e-9)
            languages = {
                key: [len(score.recalls), round(score.result()[2], 4)]
                for key, score in sorted(run.languages.items(), key=lambda item: -len(item[1].recalls))
            }
            speed = run.spent / max(ours, 1e-9)
            click.echo(json.dumps({**figures, "pages_per_cpu_second": rate, "speed": speed, "languages": languages}))
