"""Which of two related articles came first: small rules, the first with evidence decides; none is an answer too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tellings.model.article import Article
from tellings.model.relations import RelationKind
from tellings.model.times import Dating
from tellings.relate.compare import Comparison

#: Below this an article's date is a guess.
TRUSTED = 0.8
STATED = frozenset({"stated", "url"})


@dataclass(frozen=True, slots=True)
class Ancestry:
    """The article that the other descends from, and the words that say why."""

    article_id: str
    detail: str


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two related articles, how they are related, and the articles' dates where these are known."""

    pair: Comparison
    relation: RelationKind
    one_dating: Dating | None
    other_dating: Dating | None


def ancestor(kin: Kinship) -> Ancestry | None:
    """Give the ancestor of the two, None where nothing tells."""
    return next((found for rule in RULES if (found := rule(kin))), None)


def _credit(kin: Kinship) -> Ancestry | None:
    """An agency's own page comes before the page that credits the agency."""
    one, other = kin.pair.one.article, kin.pair.other.article
    for source, copy in ((one, other), (other, one)):
        if _carries_own(source) and not _carries_own(copy) and source.outlet in {copy.agency, copy.source_credit}:
            return Ancestry(source.article_id, f"the other credits {source.outlet}, which carries this one")
    return None


def _translation(kin: Kinship) -> Ancestry | None:
    one, other = kin.pair.one.article, kin.pair.other.article
    if kin.relation != "translated" or one.translated == other.translated:
        return None
    return Ancestry((other if one.translated else one).article_id, "the other is marked as a translation")


def _cut(kin: Kinship) -> Ancestry | None:
    if kin.relation != "excerpt":
        return None
    longer = kin.pair.one if kin.pair.one_kept < kin.pair.other_kept else kin.pair.other
    return Ancestry(longer.article.article_id, "the other is a part of it")


def _clock(kin: Kinship) -> Ancestry | None:
    one, other = _moment(kin.one_dating), _moment(kin.other_dating)
    if not one or not other:
        return None
    exact = one.tzinfo is not None and other.tzinfo is not None
    gap = one - other if exact else one.replace(tzinfo=None) - other.replace(tzinfo=None)
    if abs(gap) < (timedelta(minutes=1) if exact else timedelta(days=1)):
        return None
    first = kin.pair.other if gap > timedelta(0) else kin.pair.one
    return Ancestry(first.article.article_id, f"it was published {abs(gap)} earlier")


def _carries_own(article: Article) -> bool:
    return article.outlet is not None and article.outlet == article.agency


def _moment(dating: Dating | None) -> datetime | None:
    """The moment of publication where the page's own date is trusted and as precise as a day."""
    if not dating or not dating.published or dating.basis not in STATED or dating.confidence < TRUSTED:
        return None
    return datetime.fromisoformat(dating.published) if len(dating.published) >= len("2000-01-01") else None


RULES: tuple[Callable[[Kinship], Ancestry | None], ...] = (_credit, _translation, _cut, _clock)
