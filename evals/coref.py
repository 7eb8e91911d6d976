"""Score who is who inside an article: the CoNLL average over the actors that the data marks.

python -m evals.coref --data FILE --json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.data import read_rows
from tellings.actors import find
from tellings.model.actors import Cast
from tellings.model.article import Article
from tellings.model.text import Parsed
from tellings.text.parser import Parser

Mark = tuple[int, int]
Clusters = Sequence[frozenset[Mark]]


@dataclass(slots=True)
class Sums:
    """Numerators and denominators of precision and recall over all articles."""

    right_p: float = 0.0
    all_p: float = 0.0
    right_r: float = 0.0
    all_r: float = 0.0

    def f1(self) -> float:
        """The harmonic mean of the two ratios."""
        p = self.right_p / self.all_p if self.all_p else 0.0
        r = self.right_r / self.all_r if self.all_r else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


def muc(sums: Sums, gold: Clusters, found: Clusters) -> None:
    """Add MUC's links (Vilain et al. 1995)."""
    right, total = _links(found, gold)
    sums.right_p, sums.all_p = sums.right_p + right, sums.all_p + total
    right, total = _links(gold, found)
    sums.right_r, sums.all_r = sums.right_r + right, sums.all_r + total


def _links(these: Clusters, those: Clusters) -> tuple[int, int]:
    owner = _owners(those)
    right = sum(len(c) - len({owner.get(m, ("alone", *m)) for m in c}) for c in these)
    return right, sum(len(c) - 1 for c in these)


def _owners(clusters: Clusters) -> Mapping[Mark, object]:
    return {mark: i for i, cluster in enumerate(clusters) for mark in cluster}


def b_cubed(sums: Sums, gold: Clusters, found: Clusters) -> None:
    """Add B-cubed (Bagga and Baldwin 1998)."""
    sums.right_p, sums.all_p = _shares(found, gold, sums.right_p, sums.all_p)
    sums.right_r, sums.all_r = _shares(gold, found, sums.right_r, sums.all_r)


def _shares(these: Clusters, those: Clusters, right: float, total: float) -> tuple[float, float]:
    other = {mark: cluster for cluster in those for mark in cluster}
    for cluster in these:
        total += len(cluster)
        right += sum(len(cluster & other.get(mark, frozenset())) / len(cluster) for mark in cluster)
    return right, total


def ceaf(sums: Sums, gold: Clusters, found: Clusters) -> None:
    """Add CEAF over entities: the best one-to-one matching of clusters (Luo 2005)."""
    likeness = [[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold]
    right = best_total(likeness) if gold and found else 0.0
    sums.right_p, sums.all_p = sums.right_p + right, sums.all_p + len(found)
    sums.right_r, sums.all_r = sums.right_r + right, sums.all_r + len(gold)


def best_total(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of a one-to-one matching of rows to columns (Kuhn 1955, with potentials)."""
    size = max(len(weights), len(weights[0]))
    cost = [[-w for w in row] + [0.0] * (size - len(row)) for row in weights]
    cost += [[0.0] * size for _ in range(size - len(cost))]
    rows, columns, match = [0.0] * (size + 1), [0.0] * (size + 1), [size] * (size + 1)
    for row in range(size):
        _assign(row, cost, rows, columns, match)
    return -sum(cost[match[column]][column] for column in range(size))


def _assign(row: int, cost: list[list[float]], rows: list[float], columns: list[float], match: list[int]) -> None:
    """Match one more row along the cheapest alternating path; column `size` is where paths begin."""
    size = len(cost)
    least, came, done, column = [float("inf")] * size, [size] * size, [False] * (size + 1), size
    match[size] = row
    while match[column] != size:
        done[column], at = True, match[column]
        for other in (c for c in range(size) if not done[c]):
            slack = cost[at][other] - rows[at] - columns[other]
            if slack < least[other]:
                least[other], came[other] = slack, column
        nearest = min((c for c in range(size) if not done[c]), key=least.__getitem__)
        step = least[nearest]
        for other in range(size + 1):
            if done[other]:
                rows[match[other]] += step
                columns[other] -= step
            elif other < size:
                least[other] -= step
        column = nearest
    while column != size:
        match[column] = match[came[column]]
        column = came[column]
    match[size] = size


def gold_clusters(row: Mapping[str, Any]) -> list[frozenset[Mark]]:
    """The marked persons, organisations and places of an article."""
    return [
        frozenset((m[0], m[1]) for m in e["mentions"]) for e in row["entities"] if e["type"] in {"PER", "ORG", "LOC"}
    ]


def speakers(row: Mapping[str, Any], cast: Cast) -> tuple[int, int]:
    """How many of the other mentions of fully named persons get that name, and how many there are."""
    right = total = 0
    for entity in (e for e in row["entities"] if e["type"] == "PER"):
        full = max((m[2] for m in entity["mentions"] if " " in m[2] and m[2].istitle()), key=len, default="")
        for start, end, text in entity["mentions"] if full else ():
            if text != full:
                named = (cast.entity_of(m.index).name for m in cast.mentions if m.start < end and start < m.end)
                total, right = total + 1, right + any(full.split()[-1] in name for name in named)
    return right, total


def found_clusters(cast: Cast) -> list[frozenset[Mark]]:
    """The mentions of an article by entity."""
    return [frozenset((m.start, m.end) for m in cast.mentions if m.entity == e.index) for e in cast.entities]


def head_match(cast: Cast, parsed: Parsed) -> list[frozenset[Mark]]:
    """The baseline: the same mentions, one cluster for all whose head is the same word; pronouns name no one."""
    clusters: dict[str, set[Mark]] = {}
    for m in cast.mentions:
        if m.kind != "pronoun":
            head = parsed.sentences[m.sentence].tokens[m.head].text.lower()
            clusters.setdefault(head, set()).add((m.start, m.end))
    return [frozenset(cluster) for cluster in clusters.values()]


def aligned(gold: Clusters, found: Clusters) -> list[frozenset[Mark]]:
    """The found clusters in the gold marks' terms: a mention stands for the first mark that it overlaps most."""
    marks = sorted(mark for cluster in gold for mark in cluster)
    used: set[Mark] = set()
    return [c for c in (frozenset(_marks(cluster, marks, used)) for cluster in found) if c]


def _marks(cluster: Iterable[Mark], marks: Sequence[Mark], used: set[Mark]) -> Iterable[Mark]:
    for start, end in sorted(cluster):
        over = [(min(end, m[1]) - max(start, m[0]), m) for m in marks if m[0] < end and start < m[1] and m not in used]
        if over:
            best = max(over, key=lambda pair: (pair[0], -pair[1][0]))[1]
            used.add(best)
            yield best


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--json", action="store_true", help="one JSON object (the only form)")
    args = arguments.parse_args()
    print(json.dumps(figures(read_rows(args.data))))


def figures(rows: Iterable[Mapping[str, Any]]) -> dict[str, float | int]:
    """All figures over the articles; "found_mentions" leaves out marks that nothing was found for."""
    parser, n, right, total = Parser(), 0, 0, 0
    whole, baseline = ({name: Sums() for name in MEASURES} for _ in range(2))
    seen = {name: Sums() for name in MEASURES}
    for row in rows:
        article = Article("eval", "eval", "eval", row["text"])
        parsed = parser.parse(article)
        cast = find(article, parsed)
        gold = gold_clusters(row)
        plain = aligned(gold, head_match(cast, parsed))
        found = aligned(gold, found_clusters(cast))
        marked = frozenset(mark for cluster in found for mark in cluster)
        for name, measure in MEASURES.items():
            measure(whole[name], gold, found)
            measure(baseline[name], gold, plain)
            measure(seen[name], [c & marked for c in gold if c & marked], found)
        named = speakers(row, cast)
        n, right, total = n + 1, right + named[0], total + named[1]
    by_name = {name: round(sums.f1(), 4) for name, sums in whole.items()}
    return {
        "n": n,
        "conll_f1": round(sum(by_name.values()) / len(by_name), 4),
        **by_name,
        "conll_f1_head_match": round(sum(s.f1() for s in baseline.values()) / len(baseline), 4),
        "conll_f1_found_mentions": round(sum(s.f1() for s in seen.values()) / len(seen), 4),
        "speaker_names": round(right / total, 4) if total else 0.0,
    }


MEASURES = {"muc": muc, "b_cubed": b_cubed, "ceaf_e": ceaf}


if __name__ == "__main__":
    main()
