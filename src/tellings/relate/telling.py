"""One story told: how its articles descend from one another, and which passages they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tellings.model.ids import group_id
from tellings.model.reading import Reading
from tellings.model.relations import Family, Story, Telling
from tellings.model.times import Dating
from tellings.relate.compare import Comparison, Text, aligned, compare, text_of
from tellings.relate.direction import Ancestry, Kinship, ancestor
from tellings.relate.families import Pair, families, through
from tellings.relate.relations import Verdict, decide, in_family

#: In a larger story each article is compared with this many of the longest, so that time stays linear.
COMPARED = 30


@dataclass(frozen=True, slots=True)
class Judged:
    """A compared pair, what is made of it, and which of the two came first where that is known."""

    pair: Comparison
    verdict: Verdict
    first: Ancestry | None = None


def tell(readings: Sequence[Reading], datings: Sequence[Dating] = ()) -> Story:
    """Tell how the articles of one group are related; the result does not depend on their order.

    `datings` are those of the articles, where known: trusted days tell who wrote first.

    Raises:
        ValueError: where there are no readings.
    """
    if not readings:
        message = "a story needs at least one article"
        raise ValueError(message)
    kept = sorted(readings, key=lambda reading: reading.article.article_id)
    ids = tuple(reading.article.article_id for reading in kept)
    dated = {dating.article_id: dating for dating in datings}
    texts = [text_of(reading) for reading in kept]
    core = _longest(texts)
    judged = {(i, j): _judged(texts[i], texts[j]) for i, j in _pairs(len(texts), core)}
    chances = {pair: found.verdict.kinship for pair, found in judged.items()}
    parted = families(len(texts), chances, core)
    related = _with_families(judged, chances, parted, ids)
    directed = {pair: _with_direction(found, dated) for pair, found in related.items()}
    tellings = tuple(_telling(found) for found in nearest_only(directed).values())
    members = [tuple(ids[i] for i in family) for family in parted]
    made = tuple(Family(group_id("f", family), family) for family in members)
    return Story(group_id("s", ids), ids, made, tellings, f"{len(ids)} articles in {len(made)} families")


def _longest(texts: Sequence[Text]) -> list[int]:
    return sorted(sorted(range(len(texts)), key=lambda i: (-len(texts[i].words), i))[:COMPARED])


def _pairs(size: int, core: Sequence[int]) -> Iterator[Pair]:
    chosen = set(core)
    for i in range(size):
        yield from ((i, j) for j in (range(i + 1, size) if i in chosen else core) if j > i)


def _judged(one: Text, other: Text) -> Judged:
    pair = compare(one, other)
    return Judged(pair, decide(pair))


def _with_families(
    judged: Mapping[Pair, Judged], chances: Mapping[Pair, float], parted: Sequence[Sequence[int]], ids: Sequence[str]
) -> dict[Pair, Judged]:
    """What two articles do not show by themselves, their family does: both go back to one report."""
    home = {article: family for family in parted for article in family}
    related = dict(judged)
    for (i, j), found in judged.items():
        if found.verdict.relation == "independent" and home[i] is home[j]:
            third = through(i, j, home[i], chances)
            if third:
                verdict = in_family(found.pair, ids[third.article], third.chance)
                related[i, j] = replace(found, verdict=verdict)
    return related


def _with_direction(found: Judged, datings: Mapping[str, Dating]) -> Judged:
    pair, relation = found.pair, found.verdict.relation
    if relation == "independent":
        return found
    one, other = (datings.get(side.article.article_id) for side in (pair.one, pair.other))
    return replace(found, first=ancestor(Kinship(pair, relation, one, other)))


def _telling(found: Judged) -> Telling:
    pair, verdict, first = found.pair, found.verdict, found.first
    return Telling(
        article_id=pair.one.article.article_id,
        other_id=pair.other.article.article_id,
        relation=verdict.relation,
        direction=first.article_id if first else None,
        score=round(verdict.score, 3),
        detail=f"{verdict.detail}; {first.article_id} came first: {first.detail}" if first else verdict.detail,
        shared=pair.shared if verdict.relation == "independent" else aligned(pair),
    )


def nearest_only(judged: Mapping[Pair, Judged]) -> dict[Pair, Judged]:
    """Keep a direction only where no ancestor of the first gave the second as many words, or more.

    Of two copies of one report the earlier is not the other's source: the report is. What a page says of its
    source itself stands.
    """
    before = _ancestors(judged)
    kept = dict(judged)
    for (i, j), found in judged.items():
        if found.first and not found.first.named:
            first, second = (i, j) if found.first.article_id == found.pair.one.article.article_id else (j, i)
            shared = before[second][first]
            if any(before[second].get(earlier, -1) >= shared for earlier in before[first]):
                kept[i, j] = replace(found, first=None)
    return kept


def _ancestors(judged: Mapping[Pair, Judged]) -> dict[int, dict[int, int]]:
    """For each article, those that came before it, each with how many words the two have in common."""
    before: dict[int, dict[int, int]] = defaultdict(dict)
    for (i, j), found in judged.items():
        if found.first:
            first, second = (i, j) if found.first.article_id == found.pair.one.article.article_id else (j, i)
            before[second][first] = sum(pair.common for pair in found.pair.alike)
    return before
