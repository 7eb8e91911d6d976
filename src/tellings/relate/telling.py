"""One story told: how its articles descend from one another, and which passages they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tellings.model.ids import group_id
from tellings.model.reading import Reading
from tellings.model.relations import Family, Story, Telling
from tellings.model.times import Dating
from tellings.relate.compare import aligned
from tellings.relate.direction import Kinship, ancestor
from tellings.relate.families import Pair, families, through
from tellings.relate.judging import Judged, chances, judge, masses
from tellings.relate.relations import across_families, in_family


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
    core, judged = judge(kept)
    parted = families(masses(len(ids), judged), chances(judged), core)
    dated = {dating.article_id: dating for dating in datings}
    related = _with_families(judged, parted, core, ids)
    directed = {pair: _with_direction(found, dated) for pair, found in related.items()}
    tellings = tuple(_telling(found) for found in nearest_only(directed).values())
    members = [tuple(ids[i] for i in family) for family in parted]
    made = tuple(Family(group_id("f", family), family) for family in members)
    return Story(group_id("s", ids), ids, made, tellings, f"{len(ids)} articles in {len(made)} families")


def _with_families(
    judged: Mapping[Pair, Judged], parted: Sequence[Sequence[int]], core: Sequence[int], ids: Sequence[str]
) -> dict[Pair, Judged]:
    """What two articles do not show by themselves, their families do: both go back to one report, or to two."""
    likely = chances(judged)
    home = {article: family for family in parted for article in family}
    thirds = {family[0]: sorted(set(core).intersection(family)) for family in parted}
    related = dict(judged)
    for (i, j), found in judged.items():
        if home[i] is not home[j]:
            related[i, j] = replace(found, verdict=across_families(found.verdict))
        elif found.verdict.relation == "independent":
            third = through(i, j, thirds[home[i][0]], likely)
            if third:
                related[i, j] = replace(found, verdict=in_family(found.pair, ids[third.article], third.chance))
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
    for pair, found in judged.items():
        if found.first and not found.first.named:
            first, second = _in_time(pair, found)
            shared = before[second][first]
            if any(words >= shared and earlier in before.get(first, ()) for earlier, words in before[second].items()):
                kept[pair] = replace(found, first=None)
    return kept


def _ancestors(judged: Mapping[Pair, Judged]) -> dict[int, dict[int, int]]:
    """For each article, those that came before it, each with how many words the two have in common."""
    before: dict[int, dict[int, int]] = defaultdict(dict)
    for pair, found in judged.items():
        if found.first:
            first, second = _in_time(pair, found)
            before[second][first] = found.pair.common
    return before


def _in_time(pair: Pair, found: Judged) -> Pair:
    return pair if found.one_first else (pair[1], pair[0])
