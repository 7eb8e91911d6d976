"""Whether two articles report one occurrence: a table of small rules, each a score and a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from tellings.model.times import Interval
from tellings.relate.sketch import Sketch
from tellings.relate.spread import GENERAL

#: At this score and above two articles tell one story; chosen on ECB+ dev (evals/stories.py) and kept.
THRESHOLD = 0.14
#: A report and its copies may be days apart in print; two meetings of the same people seldom are fewer than so many.
SAME_NEWS = timedelta(days=3)
SAME_WINDOW = timedelta(days=10)
#: Half of the shorter article's reporting words stand in the other: one text, whatever its dates say.
ONE_TEXT = 0.5
#: So much of the shorter quotation's weight must stand in the other for both to be one utterance.
ONE_QUOTE = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sketches and the cosine of their weighted words."""

    one: Sketch
    other: Sketch
    cosine: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule makes of a pair: its share of the score, and why."""

    rule: str
    score: float
    detail: str


def judge(pair: Pair) -> tuple[Finding, ...]:
    """Apply every rule; the findings' scores add up to the pair's score."""
    return tuple(finding for rule in RULES if (finding := rule(pair)))


def score(pair: Pair) -> float:
    """Give the sum of the findings' scores."""
    return sum(finding.score for finding in judge(pair))


def contained(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Give the share of the smaller set of prints that stands in the larger, 0 where either is tiny."""
    least = min(len(one), len(other))
    return len(set(one) & set(other)) / least if least >= 3 else 0.0


def apart(one: Interval, other: Interval) -> timedelta:
    """Give the least time between two stretches of days; nothing where they meet or an end is open."""
    first, last = sorted((one, other), key=lambda i: (i.first is not None, i.first or i.last, i.last is None, i.last))
    gaps = [b.first - a.last for a, b in ((first, last), (last, first)) if b.first and a.last]
    return max([*gaps, timedelta(0)])


def _words(pair: Pair) -> Finding:
    return Finding("words", pair.cosine, f"their telling words agree to {pair.cosine:.2f}")


def _text(pair: Pair) -> Finding | None:
    share = contained(pair.one.told, pair.other.told)
    if share < 0.1:
        return None
    return Finding("text", share, f"{share:.0%} of the shorter one's reporting words stand in the other")


def _quotes(pair: Pair) -> Finding | None:
    best = max((_overlap(a, b) for a in pair.one.quotes for b in pair.other.quotes), default=0.0)
    return Finding("quote", 0.15, "they quote the same words") if best >= ONE_QUOTE else None


def _days(pair: Pair) -> Finding | None:
    if contained(pair.one.told, pair.other.told) >= ONE_TEXT:
        return None
    if pair.one.day and pair.other.day:
        gap, most = apart(pair.one.day, pair.other.day), SAME_NEWS
    else:
        gap, most = apart(pair.one.day or pair.one.window, pair.other.day or pair.other.window), SAME_WINDOW
    return Finding("days", -1.0, f"their news lies {gap.days} days apart") if gap > most else None


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    weigh = GENERAL.rarity
    least = min(sum(map(weigh, one)), sum(map(weigh, other)))
    return sum(map(weigh, set(one) & set(other))) / least if least else 0.0


RULES: tuple[Callable[[Pair], Finding | None], ...] = (_words, _text, _quotes, _days)
