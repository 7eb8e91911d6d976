"""A family as a tree: each telling under the one that it was made from, or is nearest to, the earliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tellings.record.entries import Article, TellingEntry


@dataclass(frozen=True, slots=True)
class Step:
    """A telling in the tree: `above` is the one that it hangs under, `told` how the two are related.

    `sure` tells that something shows that it came after `above`. `depth` is 0 where nothing is above.
    """

    article: Article
    depth: int
    above: Article | None = None
    told: TellingEntry | None = None
    sure: bool = False


def descent(members: Iterable[Article], tellings: Iterable[TellingEntry]) -> tuple[Step, ...]:
    """Give a family's tellings from the root down, each followed by those under it."""
    waiting = sorted(members, key=when)
    links = [told for told in tellings if told.relation != "independent"]
    made = {_other(told, told.direction) for told in links if told.direction}
    steps: dict[str, Step] = {}
    while waiting:
        step = _nearest(steps, waiting, links) or Step(_root(waiting, made), 0)
        steps[step.article.page] = step
        waiting.remove(step.article)
    return tuple(step for root in steps.values() if not root.depth for step in _down(root, tuple(steps.values())))


def when(article: Article) -> tuple[str, str, str]:
    """The order of time, as far as pages state it; those without a day come last."""
    stamp = article.published or "~"
    return stamp[:10], stamp, article.article_id


def _other(told: TellingEntry, page: str) -> str:
    return told.other_page if told.page == page else told.page


def _root(waiting: Sequence[Article], made: set[str]) -> Article:
    return next((article for article in waiting if article.page not in made), waiting[0])


def _nearest(steps: dict[str, Step], waiting: Sequence[Article], links: Sequence[TellingEntry]) -> Step | None:
    """The next telling that hangs under one of those placed: one that is known to, of these the one with most of it."""
    left = {article.page: article for article in waiting}
    found = [
        (told.direction == above, told.direction is None, _shared(told), told, above)
        for told in links
        for above in (told.page, told.other_page)
        if above in steps and _other(told, above) in left
    ]
    if not found:
        return None
    sure, _, _, told, above = max(found, key=lambda one: (*one[:3], one[3].page, one[3].other_page))
    up = steps[above]
    return Step(left[_other(told, above)], up.depth + 1, up.article, told, sure)


def _shared(told: TellingEntry) -> int:
    return sum(span.end - span.start for span in told.shared)


def _down(step: Step, steps: Sequence[Step]) -> Iterator[Step]:
    yield step
    below = [one for one in steps if one.above and one.above.page == step.article.page]
    for one in sorted(below, key=lambda one: when(one.article)):
        yield from _down(one, steps)
