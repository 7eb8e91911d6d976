"""One story told: how its articles descend from one another, and which passages they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tellings.model.ids import group_id
from tellings.model.reading import Reading
from tellings.model.relations import Family, Story, Telling
from tellings.model.times import Dating
from tellings.relate.compare import Comparison, Text, compare, text_of
from tellings.relate.direction import Kinship, ancestor
from tellings.relate.relations import decide

#: In a larger story each article is compared with this many of the longest, so that time stays linear.
COMPARED = 30


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
    tellings = tuple(_telling(compare(one, other), dated) for one, other in _pairs(texts))
    families = _families(ids, tellings)
    detail = f"{len(ids)} articles in {len(families)} families"
    return Story(group_id("s", ids), ids, families, tellings, detail)


def _pairs(texts: Sequence[Text]) -> Iterator[tuple[Text, Text]]:
    longest = sorted(range(len(texts)), key=lambda i: (-len(texts[i].words), i))[:COMPARED]
    chosen = set(longest)
    for i, one in enumerate(texts):
        for j in range(i + 1, len(texts)) if i in chosen else sorted(k for k in chosen if k > i):
            yield one, texts[j]


def _telling(pair: Comparison, datings: Mapping[str, Dating]) -> Telling:
    one, other = pair.one.article.article_id, pair.other.article.article_id
    verdict = decide(pair)
    related = verdict.relation != "independent"
    first = ancestor(Kinship(pair, verdict.relation, datings.get(one), datings.get(other))) if related else None
    return Telling(
        article_id=one,
        other_id=other,
        relation=verdict.relation,
        direction=first.article_id if first else None,
        score=round(verdict.score, 3),
        detail=f"{verdict.detail}; {first.article_id} came first: {first.detail}" if first else verdict.detail,
        shared=pair.shared,
    )


def _families(ids: Sequence[str], tellings: Sequence[Telling]) -> tuple[Family, ...]:
    """Connected components over every relation but `independent`."""
    family = {article_id: {article_id} for article_id in ids}
    for telling in tellings:
        one, other = family[telling.article_id], family[telling.other_id]
        if telling.relation != "independent" and one is not other:
            one |= other
            family.update(dict.fromkeys(other, one))
    members = {min(group): tuple(sorted(group)) for group in family.values()}
    return tuple(Family(group_id("f", members[first]), members[first]) for first in sorted(members))
